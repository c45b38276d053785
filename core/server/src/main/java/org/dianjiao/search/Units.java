package org.dianjiao.search;

import org.dianjiao.text.BareText;
import org.dianjiao.text.CodeUnits;

/** What the units of a text are to a search, by a table: texts are read unit by unit. */
final class Units {

  private static final byte MARK = 1;
  private static final byte LAYOUT = 2;
  private static final byte OPENS_NOTE = 4;
  private static final String LAYOUT_UNITS = "\n\t \u3000";
  private static final byte[] KINDS = kinds();

  private Units() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[1 << Character.SIZE];
    for (int unit = 0; unit < kinds.length; unit++) {
      int mark = BareText.isMark((char) unit) ? MARK : 0;
      int layout = LAYOUT_UNITS.indexOf(unit) >= 0 ? LAYOUT : 0;
      int opens = Notes.opens((char) unit) ? OPENS_NOTE : 0;
      kinds[unit] = (byte) (mark | layout | opens);
    }
    return kinds;
  }

  static boolean isMark(char unit) {
    return (KINDS[unit] & MARK) != 0;
  }

  /** Whether it is a line end or a space. */
  static boolean isLayout(char unit) {
    return (KINDS[unit] & LAYOUT) != 0;
  }

  static boolean mayOpenNote(char unit) {
    return (KINDS[unit] & OPENS_NOTE) != 0;
  }

  /** Whether a code point is written into the index: it is no mark, space, line end or selector. */
  static boolean isIndexed(int codePoint) {
    boolean skipped =
        Character.isBmpCodePoint(codePoint) && (KINDS[codePoint] & (MARK | LAYOUT)) != 0;
    return !skipped && !CodeUnits.isVariationSelector(codePoint);
  }

  /** Whether the unit at an offset is a selector, or begins one, that belongs to what is before. */
  static boolean isAttached(char[] units, int length, int at) {
    return at > 0
        && at < length
        && units[at - 1] != '\n'
        && CodeUnits.isVariationSelector(Character.codePointAt(units, at, length));
  }

  /** Behind the character at an offset, and the selectors that belong to it. */
  static int behind(char[] units, int length, int at) {
    int end = at + Character.charCount(Character.codePointAt(units, at, length));
    while (isAttached(units, length, end)) {
      end += Character.charCount(Character.codePointAt(units, end, length));
    }
    return end;
  }

  /** Whether no character is cut at an offset. */
  static boolean isBoundary(char[] units, int length, int at) {
    boolean pair = at > 0 && at < length && Character.isSurrogatePair(units[at - 1], units[at]);
    return !pair && !isAttached(units, length, at);
  }
}
