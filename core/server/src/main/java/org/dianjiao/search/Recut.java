package org.dianjiao.search;

import java.util.ArrayList;
import java.util.List;

/**
 * How the blocks of a text are to be cut after it changed: those before and behind the change stay.
 *
 * @param before how many of the first blocks stay
 * @param after how many of the last
 * @param fresh lengths of the blocks between them
 */
record Recut(int before, int after, List<Integer> fresh) {

  /** Units of a block of its own, unless it cannot be cut there. */
  static final int MOST = 4_000;

  private static final int LEAST = MOST / 2;

  Recut {
    fresh = List.copyOf(fresh);
  }

  /** From the text that a layout was made of to another. */
  static Recut of(Layout layout, String old, String text) {
    int count = layout.pieces().size();
    if (count > 0 && old.equals(text)) {
      return new Recut(count, 0, List.of());
    }
    int same = commonStart(old, text);
    int sameEnd = commonEnd(old, text, same);
    int before = 0;
    while (before < count && layout.start(before + 1) + Scan.LOOK_AHEAD <= same) {
      before++;
    }
    int first = count;
    while (first > before
        && layout.pieces().get(first - 1).length() > 0
        && layout.start(first - 1) >= old.length() - sameEnd) {
      first--;
    }
    return cut(layout, before, first, text);
  }

  /** Where blocks may begin depends on the notes, which a change may have opened or closed. */
  private static Recut cut(Layout layout, int before, int candidate, String text) {
    int count = layout.pieces().size();
    int shift = text.length() - layout.length();
    int from = layout.start(before);
    int first = candidate;
    char[] units = text.substring(from).toCharArray();
    Notes notes = Notes.of(units, units.length);
    while (first < count && !mayCut(units, notes, layout.start(first) + shift - from)) {
      first++;
    }
    int end = layout.start(first) + shift - from;
    return new Recut(before, count - first, lengths(units, notes, end, text.isEmpty()));
  }

  private static List<Integer> lengths(char[] units, Notes notes, int end, boolean nothing) {
    List<Integer> lengths = new ArrayList<>();
    int at = 0;
    while (at < end) {
      int cut = end - at <= MOST ? end : Math.min(end, next(units, notes, at));
      lengths.add(cut - at);
      at = cut;
    }
    if (nothing) {
      lengths.add(0);
    }
    return lengths;
  }

  private static int next(char[] units, Notes notes, int from) {
    for (int at = from + MOST; at > from + LEAST; at--) {
      if (units[at - 1] == '\n' && mayCut(units, notes, at)) {
        return at;
      }
    }
    int at = from + MOST;
    while (at < units.length && !mayCut(units, notes, at)) {
      at++;
    }
    return at;
  }

  /** Whether what follows is read the same way without what stands before it. */
  private static boolean mayCut(char[] units, Notes notes, int at) {
    if (at == 0 || at >= units.length) {
      return true;
    }
    boolean glyph = units[at - 1] == '■' && units[at] == '〈';
    boolean outside = notes.at(at) < 0 || notes.at(at - 1) != notes.at(at);
    return !glyph && outside && Units.isBoundary(units, units.length, at);
  }

  private static int commonStart(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int at = 0;
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static int commonEnd(String one, String other, int most) {
    int least = Math.min(one.length(), other.length()) - most;
    int count = 0;
    while (count < least
        && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
      count++;
    }
    return count;
  }
}
