package org.dianjiao.blind;

import java.util.List;
import java.util.Objects;

/**
 * A place where at least one worker did something.
 *
 * @param start in the passages as they were given out
 * @param end in them
 * @param base what stood there
 * @param readings one for each worker, in the order of the round
 */
public record Difference(int start, int end, String base, List<Reading> readings) {

  /** Requires readings. */
  public Difference {
    Objects.requireNonNull(base, "base");
    readings = List.copyOf(readings);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("nobody read %d–%d".formatted(start, end));
    }
  }

  /** A name for it; no two of a round have the same place. */
  public String id() {
    return start + "-" + end;
  }

  /** Whether all did the same. */
  public boolean agreed() {
    return readings.stream().distinct().count() == 1;
  }
}
