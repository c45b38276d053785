package org.dianjiao.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/**
 * Which parts of a text a plugin has still to look at. Immutable; one plan for each plugin that
 * follows a document.
 *
 * @param dirty ranges not looked at since they changed, in order, apart from one another
 */
public record AnalysisPlan(List<TextRange> dirty) {

  /** Nothing to look at. */
  public static final AnalysisPlan CLEAN = new AnalysisPlan(List.of());

  /** Copies the ranges. */
  public AnalysisPlan {
    dirty = List.copyOf(dirty);
  }

  /**
   * A piece of text to ask about.
   *
   * @param text range of the document that is sent
   * @param focus range in which proposals are wanted, in units of the document
   */
  public record Window(TextRange text, TextRange focus) {}

  /** Marks more ranges. */
  public AnalysisPlan with(List<TextRange> ranges) {
    List<TextRange> all = new ArrayList<>(dirty);
    all.addAll(ranges);
    return apart(all);
  }

  /** These ranges, those that touch one another as one. */
  private static AnalysisPlan apart(List<TextRange> ranges) {
    ranges.sort(Comparator.comparingInt(TextRange::start));
    List<TextRange> merged = new ArrayList<>();
    for (TextRange range : ranges) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).touches(range)) {
        TextRange before = merged.get(last);
        merged.set(last, new TextRange(before.start(), Math.max(before.end(), range.end())));
      } else {
        merged.add(range);
      }
    }
    return new AnalysisPlan(merged);
  }

  /**
   * Moves the ranges through a change and marks what the change reaches: its own range, widened by
   * the plugin's context.
   */
  public AnalysisPlan map(ChangeSet changes, int before, int after) {
    List<TextRange> moved = new ArrayList<>();
    for (TextRange range : dirty) {
      int start = changes.mapPos(range.start(), -1);
      moved.add(new TextRange(start, Math.max(start, changes.mapPos(range.end(), 1))));
    }
    int length = changes.newLength();
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) ->
            moved.add(new TextRange(Math.max(0, fromB - after), Math.min(length, toB + before))));
    return apart(moved);
  }

  /** The plan without a range that was looked at. */
  public AnalysisPlan without(TextRange covered) {
    List<TextRange> left = new ArrayList<>();
    for (TextRange range : dirty) {
      if (range.end() <= covered.start() || range.start() >= covered.end()) {
        if (!covered.contains(range)) {
          left.add(range);
        }
        continue;
      }
      if (range.start() < covered.start()) {
        left.add(new TextRange(range.start(), covered.start()));
      }
      if (range.end() > covered.end()) {
        left.add(new TextRange(covered.end(), range.end()));
      }
    }
    return new AnalysisPlan(left);
  }

  /**
   * The next window to ask about: whole lines as far as they go into the focus, with the plugin's
   * context on both sides. Empty when nothing is left.
   *
   * @param focusUnits the most units of focus
   */
  public Optional<Window> next(Text text, int before, int after, int focusUnits) {
    if (dirty.isEmpty()) {
      return Optional.empty();
    }
    TextRange first = dirty.get(0);
    int start = CodeUnits.floor(text, Math.min(first.start(), text.length()));
    int end = end(text, start, Math.min(first.end(), text.length()), focusUnits);
    int windowStart = CodeUnits.floor(text, Math.max(0, start - before));
    int windowEnd = CodeUnits.ceiling(text, Math.min(text.length(), end + after));
    return Optional.of(
        new Window(new TextRange(windowStart, windowEnd), new TextRange(start, end)));
  }

  private static int end(Text text, int start, int wanted, int focusUnits) {
    if (wanted - start <= focusUnits) {
      return CodeUnits.ceiling(text, wanted);
    }
    int limit = start + focusUnits;
    Line line = text.lineAt(limit);
    return line.start() > start ? line.start() : CodeUnits.ceiling(text, limit);
  }
}
