package org.dianjiao.collation;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays blocks of signs end to end, and compares what is light between them: marks, spaces, line
 * ends, markup. Marks inside a block are part of it. Marks around signs that only one text has go
 * with these signs, when the other text has the marks on the other side of the gap.
 */
final class Seams {

  private final Signs a;
  private final Signs b;
  private final List<Segment> segments = new ArrayList<>();
  private int aAt;
  private int bAt;

  private Seams(Signs a, Signs b) {
    this.a = a;
    this.b = b;
  }

  /** Both texts, whole, from the blocks of all their signs. */
  static List<Segment> of(Signs a, Signs b, List<Block> blocks) {
    Seams seams = new Seams(a, b);
    blocks.forEach(seams::add);
    seams.lightUpTo(a.text().length(), b.text().length());
    return seams.segments;
  }

  private void add(Block block) {
    Stretch at = block.at();
    switch (block.kind()) {
      case ONLY_A -> addOnlyA(at);
      case ONLY_B -> addOnlyB(at);
      case SAME, VARIANT, TRANSLITERATION, WORDING, TRANSPOSITION, MARK -> {
        lightUpTo(a.from(at.aFrom()), b.from(at.bFrom()));
        segment(a.to(at.aTo() - 1), b.to(at.bTo() - 1), block.kind());
      }
    }
  }

  private void addOnlyA(Stretch at) {
    String other = b.text().substring(bAt, b.from(at.bFrom()));
    if (other.equals(a.text().substring(aAt, a.from(at.aFrom())))) {
      lightUpTo(a.from(at.aFrom()), b.from(at.bFrom()));
      segment(other.isEmpty() ? a.to(at.aTo() - 1) : a.from(at.aTo()), bAt, Kind.ONLY_A);
      return;
    }
    if (other.isEmpty() || !other.equals(lightBehind(a, at.aTo()))) {
      lightUpTo(a.from(at.aFrom()), b.from(at.bFrom()));
    }
    segment(a.to(at.aTo() - 1), bAt, Kind.ONLY_A);
  }

  private void addOnlyB(Stretch at) {
    String other = a.text().substring(aAt, a.from(at.aFrom()));
    if (other.equals(b.text().substring(bAt, b.from(at.bFrom())))) {
      lightUpTo(a.from(at.aFrom()), b.from(at.bFrom()));
      segment(aAt, other.isEmpty() ? b.to(at.bTo() - 1) : b.from(at.bTo()), Kind.ONLY_B);
      return;
    }
    if (other.isEmpty() || !other.equals(lightBehind(b, at.bTo()))) {
      lightUpTo(a.from(at.aFrom()), b.from(at.bFrom()));
    }
    segment(aAt, b.to(at.bTo() - 1), Kind.ONLY_B);
  }

  private static String lightBehind(Signs signs, int sign) {
    return signs.text().substring(signs.to(sign - 1), signs.from(sign));
  }

  /** What is light up to two places: the same, or other marks between what is the same. */
  private void lightUpTo(int aTo, int bTo) {
    int longest = hasMarkup(aTo, bTo) ? 0 : Math.min(aTo - aAt, bTo - bAt);
    int start = 0;
    while (start < longest && unitA(aAt + start) == unitB(bAt + start)) {
      start++;
    }
    int end = 0;
    while (end < longest - start && unitA(aTo - 1 - end) == unitB(bTo - 1 - end)) {
      end++;
    }
    segment(aAt + start, bAt + start, Kind.SAME);
    segment(aTo - end, bTo - end, Kind.MARK);
    segment(aTo, bTo, Kind.SAME);
  }

  /** Of two tags or comments that differ, no halves are the same. */
  private boolean hasMarkup(int aTo, int bTo) {
    String one = a.text().substring(aAt, aTo);
    String other = b.text().substring(bAt, bTo);
    return (one.indexOf('<') >= 0 || other.indexOf('<') >= 0) && !one.equals(other);
  }

  private char unitA(int at) {
    return a.text().charAt(at);
  }

  private char unitB(int at) {
    return b.text().charAt(at);
  }

  /** From where the last one ended; nothing when that is nothing. */
  private void segment(int aTo, int bTo, Kind kind) {
    if (aTo == aAt && bTo == bAt) {
      return;
    }
    int last = segments.size() - 1;
    if (kind == Kind.SAME && last >= 0 && segments.get(last).kind() == Kind.SAME) {
      Segment before = segments.get(last);
      segments.set(last, new Segment(before.aStart(), aTo, before.bStart(), bTo, Kind.SAME));
    } else {
      segments.add(new Segment(aAt, aTo, bAt, bTo, kind));
    }
    aAt = aTo;
    bAt = bTo;
  }
}
