package org.dianjiao.authority;

import java.util.Objects;

/** What short texts of an entity must be. */
final class Words {

  private static final int MOST = 500;

  private Words() {}

  static void require(String what, String text) {
    Objects.requireNonNull(text, what);
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is empty");
    }
    int characters = 0;
    for (int at = 0; at < text.length(); characters++) {
      int codePoint = text.codePointAt(at);
      if (unfit(codePoint)) {
        throw new IllegalArgumentException(
            "%s has a tab, a line end or half a character in it".formatted(what));
      }
      at += Character.charCount(codePoint);
    }
    if (characters > MOST) {
      throw new IllegalArgumentException("%s has more than %d characters".formatted(what, MOST));
    }
  }

  private static boolean unfit(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
