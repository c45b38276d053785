package org.dianjiao.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.BareText;

/**
 * The marks that stand in a text, each with what brought it in and whether its passage is approved.
 * Computed from the log and never stored.
 *
 * @param marks by place
 */
public record MarkLayer(List<Mark> marks) {

  /** Copies the list. */
  public MarkLayer {
    marks = List.copyOf(marks);
  }

  /**
   * A mark.
   *
   * @param text the mark, with its variation selectors
   * @param approved whether its passage is
   */
  public record Mark(int start, String text, Act act, boolean approved) {}

  /**
   * How often one mark of one origin stands there.
   *
   * @param approved how many of them are in approved passages
   */
  public record Count(MarksOf origin, String mark, int standing, int approved) {}

  /**
   * The marks of a range.
   *
   * @param text all of it
   * @param runs where the units of the range came from
   * @param approved passages, by place
   */
  public static MarkLayer of(String text, List<Chronicle.Run> runs, List<TextRange> approved) {
    BareText bare = BareText.of(text);
    List<Mark> marks = new ArrayList<>();
    int passage = 0;
    for (Chronicle.Run run : runs) {
      for (int at = run.start(); at < run.end(); at++) {
        if (bare.leavesOut(at) && BareText.isMark(text.charAt(at))) {
          while (passage < approved.size() && approved.get(passage).end() <= at) {
            passage++;
          }
          boolean inside = passage < approved.size() && approved.get(passage).start() <= at;
          marks.add(new Mark(at, withSelectors(text, bare, at), run.act(), inside));
        }
      }
    }
    return new MarkLayer(marks);
  }

  private static String withSelectors(String text, BareText bare, int at) {
    int end = at + 1;
    while (end < text.length() && bare.leavesOut(end) && !BareText.isMark(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  /** How many there are of each origin and mark, in the order in which they come first. */
  public List<Count> counts() {
    record Kind(MarksOf origin, String mark) {}
    Map<Kind, Count> counts = new LinkedHashMap<>();
    for (Mark mark : marks) {
      Kind kind = new Kind(MarksOf.of(mark.act().origin()), mark.text());
      counts.merge(
          kind,
          new Count(kind.origin(), kind.mark(), 1, mark.approved() ? 1 : 0),
          (old, one) ->
              new Count(
                  old.origin(),
                  old.mark(),
                  old.standing() + one.standing(),
                  old.approved() + one.approved()));
    }
    return List.copyOf(counts.values());
  }
}
