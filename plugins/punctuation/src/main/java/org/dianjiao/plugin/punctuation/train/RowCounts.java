package org.dianjiao.plugin.punctuation.train;

/** How often each hashed row occurs in the training passages, up to 65,535. For one thread. */
final class RowCounts {

  private final char[] counts;

  RowCounts(int bits) {
    this.counts = new char[1 << bits];
  }

  void add(int row) {
    if (counts[row] < Character.MAX_VALUE) {
      counts[row]++;
    }
  }

  int of(int row) {
    return counts[row];
  }

  int size() {
    return counts.length;
  }
}
