package org.dianjiao.plugin.punctuation.train;

/** The Adam rule (Kingma, Ba 2015) for one array of parameters. For one thread. */
final class Adam {

  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;

  private final float[] parameters;
  private final float[] mean;
  private final float[] square;
  private double firstPower = 1;
  private double secondPower = 1;

  Adam(float[] parameters) {
    this.parameters = parameters;
    this.mean = new float[parameters.length];
    this.square = new float[parameters.length];
  }

  /** Moves the parameters against {@code gradient}, divided by {@code size}, and clears it. */
  void step(float[] gradient, float size, float rate) {
    firstPower *= FIRST;
    secondPower *= SECOND;
    float correction = (float) (rate * StrictMath.sqrt(1 - secondPower) / (1 - firstPower));
    float inverse = 1 / size;
    for (int i = 0; i < parameters.length; i++) {
      float slope = gradient[i] * inverse;
      mean[i] = FIRST * mean[i] + (1 - FIRST) * slope;
      square[i] = SECOND * square[i] + (1 - SECOND) * slope * slope;
      parameters[i] -= correction * mean[i] / ((float) Math.sqrt(square[i]) + 1e-8f);
      gradient[i] = 0;
    }
  }
}
