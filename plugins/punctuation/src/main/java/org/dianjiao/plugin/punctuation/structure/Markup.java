package org.dianjiao.plugin.punctuation.structure;

/** Tags and comments, which are no part of what a reader of the text sees. */
final class Markup {

  static final int LONGEST_COMMENT = 100;

  private static final int LONGEST_TAG = 60;

  private Markup() {}

  /**
   * Where the comment or tag that begins here ends, or −1. What spans more than {@link
   * #LONGEST_COMMENT} units is not taken for a comment: what a character is must not depend on text
   * further away than that.
   */
  static int end(String text, int at) {
    if (text.charAt(at) != '<') {
      return -1;
    }
    if (text.startsWith("<!--", at)) {
      int limit = Math.min(text.length(), at + LONGEST_COMMENT);
      int close = text.substring(at, limit).indexOf("-->", 4);
      return close >= 0 ? at + close + 3 : -1;
    }
    int limit = Math.min(text.length(), at + LONGEST_TAG);
    for (int i = at + 1; i < limit; i++) {
      char character = text.charAt(i);
      if (character == '>') {
        return i + 1;
      }
      boolean starts = i > at + 1 || character == '/' || isLatin(character);
      if (!starts || character == '<' || character == '\n') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isLatin(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }
}
