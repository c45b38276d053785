package org.dianjiao.plugin.names.find;

import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.names.lexicon.Fold;

/**
 * A text as names are looked for in it: folded, and run together where a space, a line end or a
 * mark parts two characters, with what parted them remembered.
 */
public final class Reading {

  /** What stands before a character, the heavier the higher. */
  static final byte NOTHING = 0;

  static final byte SPACE = 1;
  static final byte LINE_END = 2;
  static final byte MARK = 3;
  static final byte PARAGRAPH = 4;

  private static final String MARKS = "，。、；：？！「」『』“”‘’《》（）()〔〕［］[]【】…—－·,.;:!?\"'<>";

  private final String given;
  private final String folded;
  private final String bare;
  private final int[] places;
  private final byte[] gaps;

  /** Reads a text. */
  public Reading(String given, Fold fold) {
    this.given = given;
    folded = fold.of(given);
    StringBuilder kept = new StringBuilder(given.length());
    places = new int[given.length() + 1];
    gaps = new byte[given.length() + 1];
    byte gap = PARAGRAPH;
    for (int at = 0; at < given.length(); at++) {
      char character = folded.charAt(at);
      byte parts = parts(character, gap);
      if (parts == NOTHING && !isSelector(at)) {
        gaps[kept.length()] = gap;
        places[kept.length()] = at;
        kept.append(character);
        gap = NOTHING;
      } else {
        gap = (byte) Math.max(gap, parts);
      }
    }
    bare = kept.toString();
    gaps[bare.length()] = PARAGRAPH;
    places[bare.length()] = given.length();
  }

  /** A line end after a line end or a wide space after one begins a paragraph. */
  private static byte parts(char character, byte before) {
    if (character == '\n') {
      return before == LINE_END ? PARAGRAPH : LINE_END;
    }
    if (character == '\u3000' || character == ' ' || character == '\t' || character == '\u00A0') {
      return before == LINE_END ? PARAGRAPH : SPACE;
    }
    return MARKS.indexOf(character) >= 0 ? MARK : NOTHING;
  }

  private boolean isSelector(int at) {
    char character = given.charAt(at);
    return (character >= 0xFE00 && character <= 0xFE0F)
        || character == 0xDB40
        || (character >= 0xDC00 && character <= 0xDFFF && at > 0 && given.charAt(at - 1) == 0xDB40);
  }

  /** The characters, without what parts them. */
  String bare() {
    return bare;
  }

  int length() {
    return bare.length();
  }

  char at(int index) {
    return bare.charAt(index);
  }

  /** What stands before a character, or behind the last. */
  byte gap(int index) {
    return gaps[index];
  }

  /** Whether a mark stands directly before a character. */
  boolean follows(int index, char mark) {
    return index > 0 && places[index] > 0 && folded.charAt(places[index] - 1) == mark;
  }

  /** Whether anything parts the characters of a stretch. */
  boolean isWhole(int from, int to) {
    for (int at = from + 1; at < to; at++) {
      if (gaps[at] != NOTHING) {
        return false;
      }
    }
    return true;
  }

  /** Some of the characters. */
  public String part(int from, int to) {
    return bare.substring(from, to);
  }

  /** The character before one, a line end before the first. */
  public char before(int index) {
    return index == 0 ? '\n' : bare.charAt(index - 1);
  }

  /** The character there, a line end behind the last. */
  public char behind(int index) {
    return index == bare.length() ? '\n' : bare.charAt(index);
  }

  /** The whole text folded, one unit for one. */
  String folded() {
    return folded;
  }

  /** Where a character stands in the text. */
  int place(int index) {
    return places[index];
  }

  /** The first character at or behind a place of the text. */
  public int index(int place) {
    int low = 0;
    int high = bare.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The range in the text of a stretch of characters, with selectors that belong to the last. */
  TextRange range(int from, int to) {
    int end = places[to - 1] + 1;
    while (end < given.length() && isSelector(end)) {
      end++;
    }
    return new TextRange(places[from], end);
  }
}
