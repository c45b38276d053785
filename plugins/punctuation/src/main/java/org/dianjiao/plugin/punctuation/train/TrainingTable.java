package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.PackedTable;
import org.dianjiao.plugin.punctuation.model.RowTable;

/**
 * A table of rows that learns by AdaGrad (Duchi, Hazan, Singer 2011) with one step size a row. Rows
 * that occur too seldom are zero for ever. For one thread.
 */
final class TrainingTable implements RowTable {

  private static final int LARGEST_WEIGHT = 127;
  private static final int ABSENT = -1;

  private final int bits;
  private final int width;
  private final RowCounts counts;
  private final long[] present;
  private final int[] slots;
  private final float[] weights;
  private final float[] squares;
  private int kept;

  /** A table of zeros for the rows that occur at least {@code leastCount} times. */
  TrainingTable(int bits, int width, RowCounts counts, int leastCount) {
    this.bits = bits;
    this.width = width;
    this.counts = counts;
    this.slots = new int[1 << bits];
    this.present = new long[1 << (bits - 6)];
    for (int row = 0; row < slots.length; row++) {
      boolean keep = counts.of(row) >= leastCount;
      slots[row] = keep ? kept++ : ABSENT;
      present[row >>> 6] |= keep ? 1L << row : 0;
    }
    this.weights = new float[Math.multiplyExact(kept, width)];
    this.squares = new float[kept];
  }

  /** Breaks the symmetry of the columns. */
  void scatter(float reach, SplittableRandom random) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) ((2 * random.nextDouble() - 1) * reach);
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
  int kept() {
    return kept;
  }

  boolean keeps(int row) {
    return (present[row >>> 6] & (1L << row)) != 0;
  }

  @Override
  public void add(int row, float[] sum, int offset) {
    if (keeps(row)) {
      int at = slots[row] * width;
      for (int i = 0; i < width; i++) {
        sum[offset + i] += weights[at + i];
      }
    }
  }

  /** Moves a row against its gradient; {@code square} is the mean square of the gradient. */
  void learn(int row, float[] gradient, int offset, float square, float rate) {
    int slot = slots[row];
    if (slot != ABSENT) {
      squares[slot] += square;
      float step = rate / (float) Math.sqrt(squares[slot] + 1e-6f);
      int at = slot * width;
      for (int i = 0; i < width; i++) {
        weights[at + i] -= step * gradient[offset + i];
      }
    }
  }

  /** Keeps the {@code most} rows that move the most scores by most, and zeroes the others. */
  void keepStrongest(int most) {
    float[] strengths = new float[squares.length];
    for (int row = 0; row < slots.length; row++) {
      if (slots[row] != ABSENT) {
        int at = slots[row] * width;
        float strength = 0;
        for (int i = at; i < at + width; i++) {
          strength += weights[i] * weights[i];
        }
        strengths[slots[row]] = strength * counts.of(row);
      }
    }
    float[] sorted = strengths.clone();
    Arrays.sort(sorted);
    float least =
        sorted.length <= most
            ? Float.MIN_VALUE
            : Math.max(Float.MIN_VALUE, sorted[sorted.length - most]);
    for (int row = 0; row < slots.length; row++) {
      if (slots[row] != ABSENT && strengths[slots[row]] < least) {
        slots[row] = ABSENT;
        present[row >>> 6] &= ~(1L << row);
        kept--;
      }
    }
  }

  /** The same table at one byte a weight; the 0.01 % largest weights are cut off. */
  PackedTable pack() {
    float[] sizes = new float[kept * width];
    int count = 0;
    for (int slot : slots) {
      for (int i = 0; slot != ABSENT && i < width; i++) {
        sizes[count++] = Math.abs(weights[slot * width + i]);
      }
    }
    Arrays.sort(sizes);
    float largest = sizes.length == 0 ? 1 : sizes[(int) (sizes.length * 0.9999)];
    float scale = Math.max(largest, 1e-6f) / LARGEST_WEIGHT;
    byte[] packed = new byte[sizes.length];
    int at = 0;
    for (int row = 0; row < slots.length; row++) {
      int slot = slots[row];
      if (slot != ABSENT) {
        for (int i = 0; i < width; i++) {
          int rounded = Math.round(weights[slot * width + i] / scale);
          packed[at++] = (byte) Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, rounded));
        }
      }
    }
    return new PackedTable(width, scale, present.clone(), packed);
  }
}
