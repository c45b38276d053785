package org.dianjiao.collation;

import java.util.List;
import java.util.Set;

/**
 * One collation, gone through from its beginning, as far as a place in the first text at a time.
 */
final class Lane {

  private final Collation collation;
  private final List<Segment> segments;
  private final Set<Segment> losses;
  private int next;

  /** How much of the next segment was taken; only of one that is the same in both. */
  private int inNext;

  private String taken = "";
  private Kind kind = Kind.SAME;
  private boolean lost;

  Lane(Collation collation) {
    this.collation = collation;
    this.segments = collation.segments();
    this.losses = collation.losses();
  }

  /** Whether anything is left. */
  boolean isOpen() {
    return next < segments.size();
  }

  /** Whether what comes next, at a place, is the same in both, or begins behind it. */
  boolean isSameAt(int at) {
    return isOpen() ? segments.get(next).kind() == Kind.SAME : at < collation.a().text().length();
  }

  /** Where, in the first text, that which comes next ends. */
  int end() {
    return isOpen() ? segments.get(next).aEnd() : collation.a().text().length();
  }

  /** Whether what comes next is something that only this witness has, before a place. */
  boolean isInsertionAt(int at) {
    return isOpen() && segments.get(next).aStart() == at && segments.get(next).aEnd() == at;
  }

  /** Where, in the first text, the differences end that begin at a place or before another. */
  int endOfDifferences(int from, int to) {
    int end = from;
    for (int i = next; i < segments.size() && segments.get(i).aStart() <= to; i++) {
      Segment segment = segments.get(i);
      boolean touches = segment.aStart() < to || segment.aStart() == from;
      if (segment.kind() != Kind.SAME && touches) {
        end = Math.max(end, segment.aEnd());
      }
    }
    return end;
  }

  /** Takes what only this witness has before a place, if that comes next. */
  void takeInsertion(int at) {
    if (isInsertionAt(at)) {
      Segment segment = segments.get(next++);
      taken = collation.b(segment);
      kind = segment.kind();
      lost = losses.contains(segment);
    } else {
      taken = "";
      kind = Kind.SAME;
      lost = false;
    }
  }

  /** Takes all up to a place in the first text that is the same in both. */
  void takeSame(int to) {
    kind = Kind.SAME;
    lost = false;
    StringBuilder reading = new StringBuilder();
    takePart(reading, to);
    taken = reading.toString();
  }

  /** Takes all up to a place in the first text, and what this witness alone has there. */
  void take(int to) {
    StringBuilder reading = new StringBuilder();
    kind = Kind.SAME;
    lost = false;
    while (isOpen() && segments.get(next).aStart() < to && segments.get(next).aEnd() <= to) {
      Segment segment = segments.get(next++);
      reading.append(collation.b(segment), inNext, segment.bEnd() - segment.bStart());
      inNext = 0;
      kind = graver(kind, segment.kind());
      lost |= losses.contains(segment);
    }
    takePart(reading, to);
    taken = reading.toString();
  }

  private void takePart(StringBuilder reading, int to) {
    if (!isOpen() || segments.get(next).aStart() >= to) {
      return;
    }
    Segment segment = segments.get(next);
    int until = to - segment.aStart();
    reading.append(collation.b(segment), inNext, until);
    inNext = until;
    if (segment.aEnd() == to) {
      inNext = 0;
      next++;
    }
  }

  private static Kind graver(Kind one, Kind other) {
    if (weight(one) == weight(other) && one != other) {
      return Kind.WORDING;
    }
    return weight(one) >= weight(other) ? one : other;
  }

  private static int weight(Kind kind) {
    return switch (kind) {
      case SAME -> 0;
      case MARK -> 1;
      case VARIANT -> 2;
      case TRANSLITERATION -> 3;
      case TRANSPOSITION -> 4;
      case ONLY_A, ONLY_B -> 5;
      case WORDING -> 6;
    };
  }

  /** What this witness has in what was taken last. */
  String taken() {
    return taken;
  }

  /** How that differs from the first text. */
  Kind kind() {
    return kind;
  }

  /** Whether a character may have been lost there. */
  boolean lost() {
    return lost;
  }
}
