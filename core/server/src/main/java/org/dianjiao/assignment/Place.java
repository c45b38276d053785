package org.dianjiao.assignment;

import org.dianjiao.text.ChangeSet;

/**
 * Where given passages are: whole lines, from the start of the first to the end of the last.
 *
 * <p>What is typed at either end belongs to them, unlike with an {@code Anchor}: somebody who
 * transcribes writes at the ends, and may begin with an empty line. When one deletion takes all of
 * them together with text beside them, they are gone, and stay so: nobody can say where what is
 * written there later belongs.
 *
 * @param start first unit; where they were, when they are gone
 * @param end behind the last unit
 * @param gone whether the text that was meant was deleted together with its surroundings
 */
public record Place(int start, int end, boolean gone) {

  /** Requires a range that is not turned around, and what is gone to be a point. */
  public Place {
    if (start < 0 || end < start || (gone && start < end)) {
      throw new IllegalArgumentException(
          (gone ? "gone " : "") + "passages from " + start + " to " + end);
    }
  }

  /** Passages that are there. */
  public static Place of(int start, int end) {
    return new Place(start, end, false);
  }

  /** Where they are after a change. */
  public Place map(ChangeSet changes) {
    if (changes.isEmpty()) {
      return this;
    }
    int from = changes.mapPos(start, -1);
    if (gone || isSwallowed(changes)) {
      return new Place(from, from, true);
    }
    return of(from, Math.max(from, changes.mapPos(end, 1)));
  }

  private boolean isSwallowed(ChangeSet changes) {
    boolean[] swallowed = new boolean[1];
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) ->
            swallowed[0] |=
                fromA <= start && end <= toA && (fromA < start || end < toA) && takes(fromA, toA));
    return swallowed[0];
  }

  /** Of an empty place a deletion takes something only when it reaches across it. */
  private boolean takes(int from, int to) {
    return start < end || (from < start && start < to);
  }
}
