package org.dianjiao.plugin.punctuation.train;

/** How many were wanted, how many proposed, and how many of these were right. For one thread. */
final class Hits {

  private long right;
  private long proposed;
  private long wanted;

  /** One place where something of this kind is wanted, proposed, or both. */
  void add(boolean isWanted, boolean isProposed) {
    wanted += isWanted ? 1 : 0;
    proposed += isProposed ? 1 : 0;
    right += isWanted && isProposed ? 1 : 0;
  }

  void add(Hits others) {
    wanted += others.wanted;
    proposed += others.proposed;
    right += others.right;
  }

  long wanted() {
    return wanted;
  }

  double precision() {
    return proposed == 0 ? 0 : (double) right / proposed;
  }

  double recall() {
    return wanted == 0 ? 0 : (double) right / wanted;
  }

  double f1() {
    return proposed + wanted == 0 ? 0 : 2.0 * right / (proposed + wanted);
  }
}
