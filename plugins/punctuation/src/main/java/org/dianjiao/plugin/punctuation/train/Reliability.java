package org.dianjiao.plugin.punctuation.train;

import java.util.Locale;

/**
 * Compares how sure a model is with how often it is right, in ten classes of probability. For one
 * thread.
 */
final class Reliability {

  private static final int CLASSES = 10;
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

  /** How many answers are given at 0.95 or more, and how many of these are right. */
  String verySure(long wanted) {
    return String.format(
        Locale.ROOT,
        "%d at 0.95 or more, %.4f of them right, %.4f of all that stand",
        verySure,
        (double) verySureAndRight / Math.max(1, verySure),
        (double) verySureAndRight / Math.max(1, wanted));
  }

  /** Of each class how sure, and how often right. */
  String diagram() {
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < CLASSES; i++) {
      if (gaps[i] > 0) {
        classes.append(
            String.format(
                Locale.ROOT, " %.2f→%.2f", sure[i] / gaps[i], (double) right[i] / gaps[i]));
      }
    }
    return classes.toString();
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
