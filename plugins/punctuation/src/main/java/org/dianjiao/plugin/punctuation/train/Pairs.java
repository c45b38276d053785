package org.dianjiao.plugin.punctuation.train;

import org.dianjiao.plugin.punctuation.model.Paired;

/**
 * Where quotations and titles open and close in a passage. The array is not copied and never
 * changed.
 *
 * @param halves behind each character a bit for each {@link Paired}
 * @param quotesKnown whether the edition says where quotations are
 * @param titlesKnown whether it says where titles are
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers; equality is never asked for
record Pairs(byte[] halves, boolean quotesKnown, boolean titlesKnown) {

  /** A passage of which nothing is known. */
  static Pairs unknown(int size) {
    return new Pairs(new byte[size], false, false);
  }

  /** Which half a character of the data is, as a bit; 0 when it is none. */
  static int bit(int code) {
    return switch (code) {
      case '「', '『' -> bit(Paired.QUOTE_OPENS);
      case '」', '』' -> bit(Paired.QUOTE_CLOSES);
      case '《' -> bit(Paired.TITLE_OPENS);
      case '》' -> bit(Paired.TITLE_CLOSES);
      default -> 0;
    };
  }

  private static int bit(Paired half) {
    return 1 << half.label();
  }

  boolean stands(Paired half, int gap) {
    return (halves[gap] & bit(half)) != 0;
  }

  /** Whether the edition can be trusted about a half, also about its absence. */
  boolean isKnown(Paired half) {
    return switch (half) {
      case QUOTE_OPENS, QUOTE_CLOSES -> quotesKnown;
      case TITLE_OPENS, TITLE_CLOSES -> titlesKnown;
    };
  }
}
