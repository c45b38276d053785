package org.dianjiao.plugin.punctuation.train;

/**
 * Compares how sure a model is with how often it is right, in ten classes of probability. For one
 * thread.
 */
final class Reliability {

  static final int CLASSES = 10;
  private static final double VERY_SURE = 0.95;

  private final double[] sure = new double[CLASSES];
  private final long[] right = new long[CLASSES];
  private final long[] gaps = new long[CLASSES];
  private long verySure;
  private long verySureAndRight;

  void add(double probability, boolean isRight) {
    int index = Math.min(CLASSES - 1, (int) (probability * CLASSES));
    sure[index] += probability;
    right[index] += isRight ? 1 : 0;
    gaps[index]++;
    if (probability >= VERY_SURE) {
      verySure++;
      verySureAndRight += isRight ? 1 : 0;
    }
  }

  /** How many answers are given at 0.95 or more. */
  long verySure() {
    return verySure;
  }

  /** How many of these are right. */
  long verySureAndRight() {
    return verySureAndRight;
  }

  /** How many answers are in a class, whose probabilities begin with that many tenths. */
  long answers(int tenths) {
    return gaps[tenths];
  }

  /** How sure the answers of a class are on average. */
  double sure(int tenths) {
    return sure[tenths] / Math.max(1, gaps[tenths]);
  }

  /** The share of the answers of a class that is right. */
  double right(int tenths) {
    return (double) right[tenths] / Math.max(1, gaps[tenths]);
  }

  /** Expected calibration error: mean distance between probability and share, over all gaps. */
  double error() {
    double distance = 0;
    long all = 0;
    for (int i = 0; i < CLASSES; i++) {
      distance += Math.abs(sure[i] - right[i]);
      all += gaps[i];
    }
    return all == 0 ? 0 : distance / all;
  }
}
