package org.dianjiao.plugin.punctuation.model;

/** Gates what a layer says: each number passes to the degree that the number beside it allows. */
final class Gates {

  private static final float MOST = 7.9f;

  private Gates() {}

  /**
   * Adds the gated numbers to the vectors.
   *
   * @param said by place: the numbers, then as many gates
   */
  static void add(float[][] said, float[][] vectors) {
    float[] gates = new float[vectors.length == 0 ? 0 : vectors[0].length];
    for (int place = 0; place < vectors.length; place++) {
      System.arraycopy(said[place], gates.length, gates, 0, gates.length);
      open(gates);
      add(said[place], gates, vectors[place]);
    }
  }

  private static void add(float[] numbers, float[] gates, float[] vector) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += numbers[i] * gates[i];
    }
  }

  private static void open(float[] gates) {
    for (int i = 0; i < gates.length; i++) {
      gates[i] = gate(gates[i]);
    }
  }

  /**
   * The logistic function, as a quotient of polynomials that is right to six digits (the one of
   * tanh in Eigen): additions, multiplications and one division, the same on every machine.
   */
  static float gate(float value) {
    float x = Math.max(-MOST, Math.min(MOST, 0.5f * value));
    float y = x * x;
    float above =
        x
            * (4.8935246e-3f
                + y
                    * (6.3726195e-4f
                        + y
                            * (1.48572235e-5f
                                + y
                                    * (5.1222973e-8f
                                        + y
                                            * (-8.604672e-11f
                                                + y * (2.000188e-13f + y * -2.7607684e-16f))))));
    float below = 4.893525e-3f + y * (2.2684347e-3f + y * (1.1853471e-4f + y * 1.1982584e-6f));
    return 0.5f + 0.5f * (above / below);
  }
}
