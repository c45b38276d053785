package org.dianjiao.plugin.punctuation.train;

/**
 * Compares how sure a model is of a pause with how often there is one, in ten classes of
 * probability. For one thread.
 */
final class Reliability {

  private static final int CLASSES = 10;

  private final double[] sure = new double[CLASSES];
  private final long[] pauses = new long[CLASSES];
  private final long[] gaps = new long[CLASSES];

  void add(double pauseProbability, boolean pause) {
    int index = Math.min(CLASSES - 1, (int) (pauseProbability * CLASSES));
    sure[index] += pauseProbability;
    pauses[index] += pause ? 1 : 0;
    gaps[index]++;
  }

  /** Expected calibration error: mean distance between probability and share, over all gaps. */
  double error() {
    double distance = 0;
    long all = 0;
    for (int i = 0; i < CLASSES; i++) {
      distance += Math.abs(sure[i] - pauses[i]);
      all += gaps[i];
    }
    return all == 0 ? 0 : distance / all;
  }
}
