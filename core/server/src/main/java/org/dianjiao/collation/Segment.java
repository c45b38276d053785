package org.dianjiao.collation;

/**
 * A stretch of the first text and the one of the second that belongs to it; one of them may be
 * empty.
 *
 * @param aStart first unit in the first text
 * @param aEnd unit after the last
 * @param bStart first unit in the second text
 * @param bEnd unit after the last
 */
public record Segment(int aStart, int aEnd, int bStart, int bEnd, Kind kind) {

  /** Refuses ranges that end before they begin. */
  public Segment {
    if (aStart < 0 || aEnd < aStart || bStart < 0 || bEnd < bStart) {
      throw new IllegalArgumentException(
          "no stretches: %d to %d and %d to %d".formatted(aStart, aEnd, bStart, bEnd));
    }
  }

  /** The same when the texts change places. */
  public Segment mirrored() {
    return new Segment(bStart, bEnd, aStart, aEnd, kind.mirrored());
  }
}
