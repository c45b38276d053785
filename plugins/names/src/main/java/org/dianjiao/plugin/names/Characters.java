package org.dianjiao.plugin.names;

/** Characters as people see them. */
final class Characters {

  private Characters() {}

  /** The end of the character that begins there, with the variation selectors that belong to it. */
  static int end(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    if (text.charAt(start) == '\n') {
      return end;
    }
    while (end < text.length() && isSelector(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** Whether it is a variation selector. */
  static boolean isSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
