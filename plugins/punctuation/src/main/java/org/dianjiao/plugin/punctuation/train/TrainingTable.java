package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.PackedTable;
import org.dianjiao.plugin.punctuation.model.RowTable;

/**
 * A table of rows that learns by AdaGrad (Duchi, Hazan, Singer 2011) with one step size a row. Rows
 * that occur too seldom are zero for ever. For one thread.
 *
 * <p>Each row that may learn has a slot, found by counting bits. A slot holds the weights and,
 * behind them, the sum of squares of the gradients, so that learning touches one place in memory.
 */
final class TrainingTable implements RowTable {

  /** The slot of a row that is zero for ever. */
  static final int ABSENT = -1;

  private static final int MOST_STEPS = 127;

  private final int bits;
  private final int width;
  private final int stride;
  private final RowCounts counts;
  private final long[] kept;
  private final long[] slotted;
  private final int[] slotsBefore;
  private final float[] slots;
  private int keptRows;

  /** A table of zeros for the rows that occur at least {@code leastCount} times. */
  TrainingTable(int bits, int width, RowCounts counts, int leastCount) {
    this.bits = bits;
    this.width = width;
    this.stride = width + 1;
    this.counts = counts;
    this.slotted = new long[1 << (bits - 6)];
    this.slotsBefore = new int[slotted.length];
    for (int row = 0; row < counts.size(); row++) {
      if ((row & 63) == 0) {
        slotsBefore[row >>> 6] = keptRows;
      }
      if (counts.of(row) >= leastCount) {
        slotted[row >>> 6] |= 1L << row;
        keptRows++;
      }
    }
    this.kept = slotted.clone();
    this.slots = new float[Math.multiplyExact(keptRows, stride)];
  }

  /** Breaks the symmetry of the columns. */
  void scatter(float reach, SplittableRandom random) {
    for (int start = 0; start < slots.length; start += stride) {
      for (int i = start; i < start + width; i++) {
        slots[i] = (float) ((2 * random.nextDouble() - 1) * reach);
      }
    }
  }

  @Override
  public int bits() {
    return bits;
  }

  @Override
  public int width() {
    return width;
  }

  /** How many rows are not zero for ever. */
  int keptRows() {
    return keptRows;
  }

  /** The slot of a row, or {@link #ABSENT}. */
  int slot(int row) {
    int word = row >>> 6;
    long bit = 1L << row;
    if ((kept[word] & bit) == 0) {
      return ABSENT;
    }
    return slotsBefore[word] + Long.bitCount(slotted[word] & (bit - 1));
  }

  @Override
  public void add(int row, float[] sum, int offset) {
    int slot = slot(row);
    if (slot != ABSENT) {
      addSlot(slot, sum, offset);
    }
  }

  /** Adds the row in a slot. */
  void addSlot(int slot, float[] sum, int offset) {
    int at = slot * stride;
    for (int i = 0; i < width; i++) {
      sum[offset + i] += slots[at + i];
    }
  }

  /** Moves the row in a slot against its gradient; {@code square} is the gradient's mean square. */
  void learn(int slot, float[] gradient, int offset, float square, float rate) {
    int at = slot * stride;
    float squares = slots[at + width] + square;
    slots[at + width] = squares;
    float step = rate / (float) Math.sqrt(squares + 1e-6f);
    for (int i = 0; i < width; i++) {
      slots[at + i] -= step * gradient[offset + i];
    }
  }

  /** Keeps the {@code most} rows that move the most scores by most, and zeroes the others. */
  void keepStrongest(int most) {
    if (keptRows <= most) {
      return;
    }
    float[] strengths = new float[keptRows];
    int at = 0;
    for (int row = 0; row < counts.size(); row++) {
      if (slot(row) != ABSENT) {
        strengths[at++] = strength(row);
      }
    }
    Arrays.sort(strengths);
    float least = strengths[keptRows - most];
    for (int row = 0; row < counts.size(); row++) {
      if (slot(row) != ABSENT && strength(row) < least) {
        kept[row >>> 6] &= ~(1L << row);
        keptRows--;
      }
    }
  }

  private float strength(int row) {
    int at = slot(row) * stride;
    float square = 0;
    for (int i = at; i < at + width; i++) {
      square += slots[i] * slots[i];
    }
    return square * counts.of(row);
  }

  /**
   * The same table at one byte a weight. A row whose weights all round to zero is left out.
   *
   * @param step weights are rounded to whole steps, of which at most 127 count
   */
  PackedTable pack(float step) {
    byte[] packed = new byte[keptRows * width];
    long[] present = new long[kept.length];
    int at = 0;
    for (int row = 0; row < counts.size(); row++) {
      int slot = slot(row);
      if (slot != ABSENT && round(slot * stride, step, packed, at)) {
        present[row >>> 6] |= 1L << row;
        at += width;
      }
    }
    return new PackedTable(width, step, present, Arrays.copyOf(packed, at));
  }

  /** Rounds a row and says whether anything is left of it. */
  private boolean round(int from, float step, byte[] packed, int to) {
    boolean left = false;
    for (int i = 0; i < width; i++) {
      int steps = Math.round(slots[from + i] / step);
      packed[to + i] = (byte) Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps));
      left |= steps != 0;
    }
    return left;
  }
}
