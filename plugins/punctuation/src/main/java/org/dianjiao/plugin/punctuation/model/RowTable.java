package org.dianjiao.plugin.punctuation.model;

/** A vector for each hashed feature. */
public interface RowTable {

  /** Log2 of the number of rows that features are hashed to. */
  int bits();

  /** Length of a row. */
  int width();

  /**
   * Adds a row to {@code sum}, from {@code offset} on. A feature that was never learned is zero.
   */
  void add(int row, float[] sum, int offset);
}
