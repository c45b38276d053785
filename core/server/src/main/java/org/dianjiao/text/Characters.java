package org.dianjiao.text;

import java.util.OptionalInt;

/**
 * What may stand in a text at all: every character but control characters (other than tabulator and
 * line feed), code points that are no characters, and U+FFFD, which stands for one that was lost.
 * Private-use characters are characters. The one rule for files, edits and plugins.
 */
public final class Characters {

  private Characters() {}

  /** Whether a code point may stand in a text. */
  public static boolean isText(int codePoint) {
    boolean control = Character.isISOControl(codePoint) && codePoint != '\t' && codePoint != '\n';
    boolean noncharacter =
        (codePoint >= 0xFDD0 && codePoint <= 0xFDEF) || (codePoint & 0xFFFE) == 0xFFFE;
    return !control && !noncharacter && codePoint != 0xFFFD;
  }

  /** The offset of the first code point that may not stand in a text; empty when all may. */
  public static OptionalInt firstRefused(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isText(text.codePointAt(i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
