package org.dianjiao.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.document.Document;
import org.dianjiao.review.Approval;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/**
 * Decides which annotations become elements around their text and which stand apart.
 *
 * <p>Around their text stand those that cover text of one line and nest with the others. Of two
 * that cross, the one that begins first, or is the longer, stays. A {@code g} can hold text only,
 * so one in which something begins, ends or is marked stands apart. Ranges are widened to whole
 * characters.
 */
final class TeiLayout {

  /** Deeper nesting would be lawful, but some readers of XML keep a stack. */
  private static final int DEPTH = 32;

  /**
   * An annotation and its range in whole characters.
   *
   * @param start first unit
   * @param end behind the last
   */
  record Placed(Annotation annotation, int start, int end) {

    boolean isGlyph() {
      return annotation.body() instanceof Body.Glyph;
    }
  }

  private final Text text;
  private final TeiMarks marks;
  private final List<Placed> inline = new ArrayList<>();
  private final List<Placed> gaps = new ArrayList<>();
  private final List<Placed> apart = new ArrayList<>();
  private final List<Placed> notes = new ArrayList<>();
  private final List<Placed> orphans = new ArrayList<>();
  private final NavigableSet<Integer> anchors = new TreeSet<>();
  private final int[] edges;

  TeiLayout(Document document, List<Annotation> annotations, TeiMarks marks) {
    this.text = document.text();
    this.marks = marks;
    List<Placed> all = annotations.stream().map(this::placed).toList();
    List<Approval> loose =
        document.approvals().stream().filter(approval -> !isLine(approval)).toList();
    this.edges =
        IntStream.concat(
                all.stream().flatMapToInt(one -> IntStream.of(one.start(), one.end())),
                loose.stream().flatMapToInt(one -> IntStream.of(one.start(), one.end())))
            .sorted()
            .toArray();
    for (Approval approval : loose) {
      anchors.add(approval.start());
      anchors.add(approval.end());
    }
    nest(all.stream().filter(one -> !sortOut(one)).sorted(order()).toList());
  }

  private Placed placed(Annotation annotation) {
    int start = CodeUnits.floor(text, annotation.anchor().start());
    int end =
        annotation.anchor().isEmpty() ? start : CodeUnits.ceiling(text, annotation.anchor().end());
    return new Placed(annotation, start, end);
  }

  /** Whether it was put where it need not nest. */
  private boolean sortOut(Placed one) {
    Body body = one.annotation().body();
    if (one.annotation().anchor().orphaned()) {
      anchors.add(one.start());
      return orphans.add(one);
    }
    if (body instanceof Body.Note) {
      return standApart(one, notes);
    }
    if (one.start() == one.end()) {
      return body instanceof Body.Gap ? gaps.add(one) : standApart(one, apart);
    }
    boolean lines = text.lineAt(one.start()).end() < one.end();
    if (lines || (one.isGlyph() && isBroken(one))) {
      return standApart(one, apart);
    }
    return false;
  }

  private boolean standApart(Placed one, List<Placed> list) {
    anchors.add(one.start());
    anchors.add(one.end());
    return list.add(one);
  }

  private boolean isBroken(Placed glyph) {
    int place = Arrays.binarySearch(edges, glyph.start() + 1);
    int next = place < 0 ? -place - 1 : place;
    return (next < edges.length && edges[next] < glyph.end())
        || marks.next(glyph.start()) < glyph.end();
  }

  /** Those around others first; a glyph innermost. */
  private static Comparator<Placed> order() {
    return Comparator.comparingInt(Placed::start)
        .thenComparing(Comparator.comparingInt(Placed::end).reversed())
        .thenComparing(Placed::isGlyph)
        .thenComparing(one -> one.annotation().id());
  }

  private void nest(List<Placed> ordered) {
    Deque<Placed> around = new ArrayDeque<>();
    for (Placed one : ordered) {
      while (!around.isEmpty() && around.peek().end() <= one.start()) {
        around.pop();
      }
      boolean nests =
          around.isEmpty()
              || (one.end() <= around.peek().end()
                  && !around.peek().isGlyph()
                  && around.size() < DEPTH);
      if (nests) {
        around.push(one);
        inline.add(one);
      } else {
        standApart(one, apart);
      }
    }
  }

  /** Whether an approval is for exactly one line. */
  boolean isLine(Approval approval) {
    Line line = text.lineAt(approval.start());
    return line.start() == approval.start() && line.end() == approval.end();
  }

  /** Elements around their text, outer ones first, by start. */
  List<Placed> inline() {
    return inline;
  }

  /** Gaps at a point, by start. */
  List<Placed> gaps() {
    return gaps;
  }

  /** What cannot be an element around its text. */
  List<Placed> apart() {
    return apart;
  }

  /** Remarks. */
  List<Placed> notes() {
    return notes;
  }

  /** Annotations whose text is gone. */
  List<Placed> orphans() {
    return orphans;
  }

  /** Offsets that something standing apart points to. */
  NavigableSet<Integer> anchors() {
    return anchors;
  }
}
