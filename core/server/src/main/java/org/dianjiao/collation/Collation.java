package org.dianjiao.collation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two witnesses side by side.
 *
 * @param segments both texts, whole, in order: joined, the stretches of either side are its text
 */
public record Collation(Witness a, Witness b, List<Segment> segments) {

  /** Copies the list. */
  public Collation {
    segments = List.copyOf(segments);
  }

  /**
   * Collates two texts. When they change places, the outcome is the same with its sides changed.
   *
   * @param likeness what is known of characters
   * @param names what is known of names
   */
  public static Collation of(Witness a, Witness b, Likeness likeness, Names names) {
    boolean inOrder = a.text().compareTo(b.text()) <= 0;
    Signs first = Signs.of(inOrder ? a.text() : b.text(), likeness);
    Signs second = Signs.of(inOrder ? b.text() : a.text(), likeness);
    List<Block> blocks =
        new Blocks(first, second, likeness, names).of(match(first, second, likeness));
    List<Segment> segments = Seams.of(first, second, blocks);
    return new Collation(a, b, inOrder ? segments : mirrored(segments));
  }

  /** Of two equally good outcomes, which one is found must not hang on the order of the texts. */
  private static List<Segment> mirrored(List<Segment> segments) {
    List<Segment> mirrored = new ArrayList<>(segments.stream().map(Segment::mirrored).toList());
    for (int i = 1; i < mirrored.size(); i++) {
      Segment one = mirrored.get(i - 1);
      Segment other = mirrored.get(i);
      if (one.kind() == Kind.ONLY_B && other.kind() == Kind.ONLY_A) {
        int b = one.bStart();
        mirrored.set(i - 1, new Segment(other.aStart(), other.aEnd(), b, b, Kind.ONLY_A));
        int a = other.aEnd();
        mirrored.set(i, new Segment(a, a, one.bStart(), one.bEnd(), Kind.ONLY_B));
      }
    }
    return mirrored;
  }

  private static int[] match(Signs a, Signs b, Likeness likeness) {
    Alike alike = new Alike(likeness, a.keys(), b.keys());
    return Matching.of(alike, Sections.of(a, b, alike));
  }

  /** Those that differ, in order. */
  public List<Segment> differences() {
    return segments.stream().filter(segment -> segment.kind() != Kind.SAME).toList();
  }

  /** Those at which one of the texts may have lost a character when it was converted. */
  public Set<Segment> losses() {
    return Losses.of(this);
  }

  /** How many segments there are of each kind. */
  public Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    segments.forEach(segment -> counts.merge(segment.kind(), 1, Integer::sum));
    return counts;
  }

  /** What the first text has in a segment. */
  public String a(Segment segment) {
    return a.text().substring(segment.aStart(), segment.aEnd());
  }

  /** What the second text has in a segment. */
  public String b(Segment segment) {
    return b.text().substring(segment.bStart(), segment.bEnd());
  }
}
