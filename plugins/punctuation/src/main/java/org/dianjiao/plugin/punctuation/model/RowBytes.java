package org.dianjiao.plugin.punctuation.model;

import java.util.Arrays;

/**
 * A vector for each of some keys, at one byte a number; a key without one of its own shares the
 * first row. Each row has its own step, a power of the eighth root of 2, as one byte.
 */
final class RowBytes {

  private final long[] keys;
  private final int width;
  private final byte[] steps;
  private final byte[] weights;
  private final int[] slots;
  private final int mask;

  /**
   * A table of rows; it takes over the arrays.
   *
   * @param keys in ascending order; row {@code i + 1} belongs to key {@code i}
   * @param steps of each row, the shared one first
   * @param weights of each row, one after the other
   */
  RowBytes(long[] keys, int width, byte[] steps, byte[] weights) {
    if (steps.length != keys.length + 1 || weights.length != steps.length * width) {
      throw new IllegalArgumentException(
          String.format(
              "%d keys, %d steps, %d weights for rows of %d",
              keys.length, steps.length, weights.length, width));
    }
    this.keys = keys;
    this.width = width;
    this.steps = steps;
    this.weights = weights;
    this.slots = new int[Integer.highestOneBit(Math.max(1, keys.length)) * 4];
    this.mask = slots.length - 1;
    for (int i = 0; i < keys.length; i++) {
      int slot = slot(keys[i]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
  }

  int width() {
    return width;
  }

  /** Writes the row of a key into {@code to}, from {@code offset} on. */
  void copy(long key, float[] to, int offset) {
    int slot = slot(key);
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    int row = slots[slot];
    float step = step(steps[row]);
    int from = row * width;
    for (int i = 0; i < width; i++) {
      to[offset + i] = step * weights[from + i];
    }
  }

  static float step(byte eighths) {
    return STEPS[eighths + 128];
  }

  private static final float[] STEPS = new float[256];

  static {
    for (int i = 0; i < STEPS.length; i++) {
      STEPS[i] = (float) StrictMath.pow(2, (i - 128) / 8.0);
    }
  }

  @Override
  public String toString() {
    return keys.length + " rows of " + width + ", steps " + Arrays.hashCode(steps);
  }
}
