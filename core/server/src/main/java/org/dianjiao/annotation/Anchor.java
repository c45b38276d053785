package org.dianjiao.annotation;

import java.util.OptionalInt;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.MapMode;

/**
 * A range of text that goes with its text through every change.
 *
 * <p>The rule, in the words of CodeMirror, so that the browser can follow the same one ({@code
 * changes} begins in the text that the anchor belongs to):
 *
 * <ol>
 *   <li>An <em>orphan</em> stays one, at {@code changes.mapPos(start, -1)}.
 *   <li>A <em>point</em> (empty and not orphaned, such as a gap) becomes an orphan when one
 *       deletion takes text on both sides of it, that is when {@code changes.mapPos(start, -1,
 *       MapMode.TrackDel)} is null. Either way it is then at {@code changes.mapPos(start, -1)}:
 *       what is typed at a point stands behind it.
 *   <li>A <em>range</em> of which nothing is kept, that is when no range that {@code
 *       changes.iterGaps} names shares a unit with it, becomes an orphan at {@code
 *       changes.mapPos(start, -1)}. This holds when other text was put in its place, too: whether
 *       that text means the same is for a person to say.
 *   <li>Any other range goes from {@code changes.mapPos(start, 1)} to {@code changes.mapPos(end,
 *       -1)}: what is typed at its edges does not widen it, what is typed inside does.
 * </ol>
 *
 * @param start first unit, or the place of a point or an orphan
 * @param end behind the last unit
 * @param orphaned whether the text that was meant is gone
 */
public record Anchor(int start, int end, boolean orphaned) {

  /** Requires a range that is not turned around, and an orphan to be a place. */
  public Anchor {
    if (start < 0 || end < start || (orphaned && start < end)) {
      throw new IllegalArgumentException(
          (orphaned ? "orphaned " : "") + "anchor from " + start + " to " + end);
    }
  }

  /** An anchor on a range of text; a point when the range is empty. */
  public static Anchor of(int start, int end) {
    return new Anchor(start, end, false);
  }

  /** Whether it covers no text. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Where the anchor is after a change. */
  public Anchor map(ChangeSet changes) {
    if (isEmpty()) {
      OptionalInt kept = changes.mapPos(start, -1, MapMode.TRACK_DELETE);
      return place(changes, orphaned || kept.isEmpty());
    }
    if (changes.deletes(start, end)) {
      return place(changes, true);
    }
    return of(changes.mapPos(start, 1), changes.mapPos(end, -1));
  }

  private Anchor place(ChangeSet changes, boolean orphan) {
    int place = changes.mapPos(start, -1);
    return new Anchor(place, place, orphan);
  }
}
