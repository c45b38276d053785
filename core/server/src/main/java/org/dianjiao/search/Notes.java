package org.dianjiao.search;

import java.util.Arrays;

/**
 * The notes that stand inside a text, between brackets on one line: （…）, 〔…〕, ［…］, 【…】, and 〈…〉
 * directly behind ■. A note ends at the first bracket that closes it; there are none within notes,
 * and none longer than {@link #LONGEST}.
 */
final class Notes {

  /** Units of a note with its brackets. */
  static final int LONGEST = 200;

  private static final String OPEN = "（〔［【〈";
  private static final String CLOSE = "）〕］】〉";
  private static final int NONE = -1;

  private final int[] starts;
  private final int[] ends;

  private Notes(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  static boolean opens(char unit) {
    return OPEN.indexOf(unit) >= 0;
  }

  /** The notes of the first units. */
  static Notes of(char[] units, int length) {
    int[] starts = new int[8];
    int[] ends = new int[8];
    int count = 0;
    int at = 0;
    while (at < length) {
      int end = Units.mayOpenNote(units[at]) ? endOf(units, length, at) : NONE;
      if (end == NONE) {
        at++;
      } else {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
          ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = at;
        ends[count++] = end;
        at = end;
      }
    }
    return new Notes(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  private static int endOf(char[] units, int length, int open) {
    if (units[open] == '〈' && (open == 0 || units[open - 1] != '■')) {
      return NONE;
    }
    char close = CLOSE.charAt(OPEN.indexOf(units[open]));
    int last = Math.min(length, open + LONGEST);
    for (int at = open + 1; at < last && units[at] != '\n'; at++) {
      if (units[at] == close) {
        return at + 1;
      }
    }
    return NONE;
  }

  /** Whether a bracket at an offset is one that describes a glyph: it is no mark then. */
  static boolean isGlyphBracket(char[] units, int length, int at) {
    if (units[at] == '〈') {
      return endOf(units, length, at) != NONE;
    }
    if (units[at] != '〉') {
      return false;
    }
    int open = at - 1;
    int first = Math.max(0, at - LONGEST + 1);
    while (open >= first && units[open] != '\n' && units[open] != '〉') {
      if (units[open] == '〈' && open > 0 && units[open - 1] == '■') {
        return true;
      }
      open--;
    }
    return false;
  }

  /** The number of the note that an offset lies in, or -1. */
  int at(int offset) {
    if (starts.length == 0) {
      return NONE;
    }
    int found = Arrays.binarySearch(starts, offset);
    int note = found >= 0 ? found : -found - 2;
    return note >= 0 && offset < ends[note] ? note : NONE;
  }

  /** Behind the note with a number. */
  int end(int note) {
    return ends[note];
  }
}
