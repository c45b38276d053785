package org.dianjiao.blind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.dianjiao.text.BareText;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Edit;
import org.dianjiao.text.Text;

/**
 * Lays what several people did to the same passages side by side. What touches or overlaps is one
 * difference, whoever did it; offsets count in the passages as they were given out.
 */
public final class Collation {

  private static final Comparator<Range> BY_PLACE =
      Comparator.comparingInt(Range::from).thenComparingInt(Range::to);

  private record Range(int from, int to) {}

  private Collation() {}

  /**
   * What made one punctuated text out of another: one edit for each place with other marks.
   *
   * @throws IllegalArgumentException when they differ in more than their marks
   */
  public static List<Edit> marks(String base, String marked) {
    BareText before = BareText.of(base);
    BareText after = BareText.of(marked);
    if (!before.content().equals(after.content())) {
      throw new IllegalArgumentException("the texts differ in more than their marks");
    }
    List<Edit> edits = new ArrayList<>();
    for (int place = 0; place <= before.length(); place++) {
      int from = before.endOf(place);
      int to = before.startOf(place);
      String marks = marked.substring(after.endOf(place), after.startOf(place));
      if (!marks.equals(base.substring(from, to))) {
        edits.add(new Edit(from, to, marks));
      }
    }
    return edits;
  }

  /** What a change comes to: its edits without what they take away and put back. */
  public static List<Edit> changes(String base, ChangeSet changes) {
    Text text = Text.of(base);
    List<Edit> edits = new ArrayList<>();
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) -> {
          Edit edit = trimmed(text, fromA, toA, inserted);
          if (edit.to() > edit.from() || !edit.insert().isEmpty()) {
            edits.add(edit);
          }
        });
    return edits;
  }

  /** Without what is alike at both ends, in whole characters. */
  private static Edit trimmed(Text text, int from, int to, String inserted) {
    int head = 0;
    int most = Math.min(to - from, inserted.length());
    while (head < most && text.charAt(from + head) == inserted.charAt(head)) {
      head++;
    }
    int start = CodeUnits.floor(text, from + head);
    head = Math.max(0, start - from);
    int tail = 0;
    most -= head;
    while (tail < most
        && text.charAt(to - tail - 1) == inserted.charAt(inserted.length() - tail - 1)) {
      tail++;
    }
    int end = CodeUnits.ceiling(text, to - tail);
    tail = Math.max(0, to - end);
    return new Edit(from + head, to - tail, inserted.substring(head, inserted.length() - tail));
  }

  /**
   * The differences of texts.
   *
   * @param edits of each worker, by place and apart from one another
   */
  public static List<Difference> ofTexts(String base, List<List<Edit>> edits) {
    List<Range> touched =
        edits.stream()
            .flatMap(List::stream)
            .map(edit -> new Range(edit.from(), edit.to()))
            .toList();
    List<Range> ranges = merged(touched, true);
    List<Map<Range, List<Edit>>> within =
        edits.stream()
            .map(one -> sorted(ranges, one, edit -> new Range(edit.from(), edit.to())))
            .toList();
    return ranges.stream()
        .map(
            range ->
                new Difference(
                    range.from(),
                    range.to(),
                    base.substring(range.from(), range.to()),
                    within.stream()
                        .map(one -> one.getOrDefault(range, List.of()))
                        .map(one -> new Reading(read(base, range, one), List.of()))
                        .toList()))
        .toList();
  }

  /** What lies in which range; each thing lies in one. */
  private static <T> Map<Range, List<T>> sorted(
      List<Range> ranges, List<T> things, Function<T, Range> place) {
    NavigableSet<Range> all = new TreeSet<>(BY_PLACE);
    all.addAll(ranges);
    Map<Range, List<T>> sorted = new HashMap<>();
    for (T thing : things) {
      Range at = place.apply(thing);
      boolean point = at.to() == at.from(); // which a range that begins there may stand behind
      Range in =
          all.floor(point && all.contains(at) ? at : new Range(at.from(), Integer.MAX_VALUE));
      sorted.computeIfAbsent(in, range -> new ArrayList<>()).add(thing);
    }
    return sorted;
  }

  private static String read(String base, Range range, List<Edit> edits) {
    StringBuilder text = new StringBuilder();
    int at = range.from();
    for (Edit edit : edits) {
      text.append(base, at, edit.from()).append(edit.insert());
      at = edit.to();
    }
    return text.append(base, at, range.to()).toString();
  }

  /** The differences of what was said about one text. */
  public static List<Difference> ofNames(String base, List<List<Name>> names) {
    List<Range> touched =
        names.stream()
            .flatMap(List::stream)
            .map(name -> new Range(name.start(), name.end()))
            .toList();
    List<Range> ranges = merged(touched, false);
    List<Map<Range, List<Name>>> within =
        names.stream()
            .map(one -> sorted(ranges, one, name -> new Range(name.start(), name.end())))
            .toList();
    return ranges.stream()
        .map(
            range -> {
              String text = base.substring(range.from(), range.to());
              return new Difference(
                  range.from(),
                  range.to(),
                  text,
                  within.stream()
                      .map(one -> one.getOrDefault(range, List.of()))
                      .map(one -> new Reading(text, inOrder(one)))
                      .toList());
            })
        .toList();
  }

  private static List<Name> inOrder(List<Name> names) {
    return names.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(Name::start)
                .thenComparingInt(Name::end)
                .thenComparing(name -> name.body().toString()))
        .toList();
  }

  /** Ranges that overlap, or also those that touch, as one. */
  private static List<Range> merged(List<Range> ranges, boolean touching) {
    List<Range> sorted = ranges.stream().sorted(BY_PLACE).toList();
    List<Range> merged = new ArrayList<>();
    for (Range range : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && meets(merged.get(last), range, touching)) {
        Range before = merged.get(last);
        merged.set(last, new Range(before.from(), Math.max(before.to(), range.to())));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }

  private static boolean meets(Range before, Range range, boolean touching) {
    return range.from() < before.to()
        || range.equals(before)
        || (touching && range.from() == before.to());
  }
}
