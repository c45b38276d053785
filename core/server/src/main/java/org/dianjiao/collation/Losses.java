package org.dianjiao.collation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Characters that a text may have lost when it was converted: one that never stands in it, though
 * the other text has it in the middle of what both have. Each place where it is missing is told as
 * such; what the character is, only the other text says.
 */
final class Losses {

  private Losses() {}

  /** Those segments at which one text may have lost a character. */
  static Set<Segment> of(Collation collation) {
    Set<Segment> losses = new HashSet<>();
    losses.addAll(lost(collation, Kind.ONLY_B, collation.a().text()));
    losses.addAll(lost(collation, Kind.ONLY_A, collation.b().text()));
    return losses;
  }

  private static Set<Segment> lost(Collation collation, Kind kind, String without) {
    Set<Integer> there = new HashSet<>();
    without.codePoints().forEach(there::add);
    Set<Segment> losses = new HashSet<>();
    List<Segment> segments = collation.segments();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (segment.kind() == kind && isInside(segments, i)) {
        String other = collation.a(segment) + collation.b(segment);
        boolean one = other.codePointCount(0, other.length()) == 1;
        if (one && !there.contains(other.codePointAt(0))) {
          losses.add(segment);
        }
      }
    }
    return losses;
  }

  /** Whether what stands on either side, marks apart, is the same in both. */
  private static boolean isInside(List<Segment> segments, int at) {
    return isSame(segments, at, -1) && isSame(segments, at, 1);
  }

  private static boolean isSame(List<Segment> segments, int at, int way) {
    int next = at + way;
    while (next >= 0 && next < segments.size() && segments.get(next).kind() == Kind.MARK) {
      next += way;
    }
    return next >= 0 && next < segments.size() && segments.get(next).kind() == Kind.SAME;
  }
}
