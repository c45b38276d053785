package org.dianjiao.plugin.punctuation.model;

/**
 * A table that keeps only the rows that matter, at one byte a weight.
 *
 * <p>A bit for each hashed row says whether it is kept; how many kept rows come before it is its
 * place. A row that is not kept is zero.
 */
public final class PackedTable implements RowTable {

  private final int width;
  private final float scale;
  private final long[] kept;
  private final byte[] weights;
  private final int[] keptBefore;

  /**
   * A table of kept rows; it takes over the arrays.
   *
   * @param width length of a row
   * @param scale what a weight of 1 stands for
   * @param kept one bit for each hashed row; its length is a power of two
   * @param weights kept rows one after the other
   */
  public PackedTable(int width, float scale, long[] kept, byte[] weights) {
    if (Integer.bitCount(kept.length) != 1) {
      throw new IllegalArgumentException(kept.length + " words of bits are no power of two");
    }
    this.width = width;
    this.scale = scale;
    this.kept = kept;
    this.weights = weights;
    this.keptBefore = new int[kept.length];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      keptBefore[i] = count;
      count += Long.bitCount(kept[i]);
    }
    if ((long) count * width != weights.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + count + " rows of " + width);
    }
  }

  @Override
  public int bits() {
    return Integer.numberOfTrailingZeros(kept.length) + 6;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void add(int row, float[] sum, int offset) {
    long word = kept[row >>> 6];
    long bit = 1L << row;
    if ((word & bit) == 0) {
      return;
    }
    int at = (keptBefore[row >>> 6] + Long.bitCount(word & (bit - 1))) * width;
    for (int i = 0; i < width; i++) {
      sum[offset + i] += scale * weights[at + i];
    }
  }

  /** How many rows are kept. */
  public int rows() {
    return weights.length / width;
  }

  float scale() {
    return scale;
  }

  long[] kept() {
    return kept;
  }

  byte[] weights() {
    return weights;
  }
}
