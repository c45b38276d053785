package org.dianjiao.bench;

import java.util.Arrays;

/** Durations in nanoseconds, and their percentiles. */
final class Samples {

  private static final double NANOS = 1e6;

  private long[] values = new long[1024];
  private int size;

  void add(long nanos) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = nanos;
  }

  /** The value in milliseconds that a part of all samples does not exceed; NaN without samples. */
  double millis(double part) {
    if (size == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(size - 1L, (long) Math.ceil(part * size) - 1)] / NANOS;
  }

  @Override
  public String toString() {
    return "%.1f / %.1f / %.1f".formatted(millis(0.5), millis(0.95), millis(0.99));
  }
}
