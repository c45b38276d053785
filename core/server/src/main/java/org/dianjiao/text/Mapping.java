package org.dianjiao.text;

/**
 * A change set moved behind another that begins in the same text: walks over both in parallel.
 *
 * <p>The walk is that of CodeMirror's {@code mapSet}, so that the sections come out the same.
 */
final class Mapping {

  private final SectionCursor moved;
  private final SectionCursor over;
  private final boolean before;
  private final SectionBuilder result = new SectionBuilder();

  /** The last section of the moved set whose insert is already in the result. */
  private int placed = -1;

  /**
   * Prepares a walk.
   *
   * @param before whether inserts of the moved set stand before those of the other at the same
   *     place
   */
  Mapping(SectionCursor moved, SectionCursor over, boolean before) {
    this.moved = moved;
    this.over = over;
    this.before = before;
  }

  /** Requires that both begin in a text of the same length. */
  ChangeSet map() {
    while (!moved.done() || !over.done()) {
      if (moved.keeps() && over.keeps()) {
        int length = Math.min(moved.length, over.length);
        result.keep(length);
        moved.walkOld(length);
        over.walkOld(length);
      } else if (over.changes() && otherComesFirst()) {
        walkOtherChange();
      } else {
        walkMovedChange();
      }
    }
    return result.build();
  }

  /** Changes are ordered by start, then by length, then by who is to come before. */
  private boolean otherComesFirst() {
    return !moved.changes()
        || placed == moved.section()
        || (moved.walked == 0
            && (over.length < moved.length || (over.length == moved.length && !before)));
  }

  /** Steps over a change of the other set, and over what it deletes under the moved one. */
  private void walkOtherChange() {
    result.keep(over.insert);
    int left = over.length;
    while (left > 0) {
      int piece = Math.min(moved.length, left);
      if (moved.changes() && placed < moved.section() && moved.length <= piece) {
        result.add(0, moved.insert, false);
        moved.appendTextTo(result);
        placed = moved.section();
      }
      moved.walkOld(piece);
      left -= piece;
    }
    over.next();
  }

  /** Takes a change of the moved set up to the next change of the other that is no deletion. */
  private void walkMovedChange() {
    int length = 0;
    int left = moved.length;
    while (left > 0) {
      if (over.keeps()) {
        int piece = Math.min(left, over.length);
        length += piece;
        left -= piece;
        over.walkOld(piece);
      } else if (over.insert == 0 && over.length < left) {
        left -= over.length;
        over.next();
      } else {
        break;
      }
    }
    if (placed < moved.section()) {
      result.add(length, moved.insert, false);
      moved.appendTextTo(result);
    } else {
      result.add(length, 0, false);
    }
    placed = moved.section();
    moved.walkOld(moved.length - left);
  }
}
