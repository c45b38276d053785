package org.dianjiao.plugin.punctuation.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * One thing that stands between two characters of a text and is none itself.
 *
 * @param kind what it is
 * @param code its code point
 * @param start where it begins in the text
 * @param end where it ends
 */
public record Sign(Kind kind, int code, int start, int end) {

  /** What a sign is. */
  public enum Kind {
    /** One of the pause marks, also in half-width form. */
    PAUSE,
    /** A quotation mark that opens. */
    QUOTE_OPENS,
    /** A quotation mark that closes. */
    QUOTE_CLOSES,
    /** A mark that opens a title. */
    TITLE_OPENS,
    /** A mark that closes a title. */
    TITLE_CLOSES,
    /** A space of any width but the full, which shows respect. */
    SPACE,
    /** Any other mark or bracket. */
    OTHER
  }

  private static final int FULL_WIDTH_SPACE = 0x3000;
  private static final String OPENING_QUOTES = "「『“‘";
  private static final String CLOSING_QUOTES = "」』”’";

  /**
   * The signs in a part of a text that has no character, in order. Tags, comments and full-width
   * spaces are passed over.
   */
  public static List<Sign> between(String text, int from, int to) {
    if (from >= to) {
      return List.of();
    }
    List<Sign> signs = new ArrayList<>(2);
    int at = from;
    while (at < to) {
      int end = Markup.end(text, at);
      if (end < 0) {
        int code = text.codePointAt(at);
        end = at + Character.charCount(code);
        if (code != FULL_WIDTH_SPACE) {
          signs.add(new Sign(kindOf(code), code, at, end));
        }
      }
      at = end;
    }
    return signs;
  }

  private static Kind kindOf(int code) {
    if (Mark.of(code).isPresent()) {
      return Kind.PAUSE;
    } else if (OPENING_QUOTES.indexOf(code) >= 0) {
      return Kind.QUOTE_OPENS;
    } else if (CLOSING_QUOTES.indexOf(code) >= 0) {
      return Kind.QUOTE_CLOSES;
    } else if (code == '《') {
      return Kind.TITLE_OPENS;
    } else if (code == '》') {
      return Kind.TITLE_CLOSES;
    }
    return Character.getType(code) == Character.SPACE_SEPARATOR ? Kind.SPACE : Kind.OTHER;
  }

  /** The pause mark that it is. */
  public Optional<Mark> mark() {
    return kind == Kind.PAUSE ? Mark.of(code) : Optional.empty();
  }

  /** The mark that goes with it at the other end, or 0 where there is none. */
  public int partner() {
    int opening = OPENING_QUOTES.indexOf(code);
    int closing = CLOSING_QUOTES.indexOf(code);
    if (opening >= 0) {
      return CLOSING_QUOTES.charAt(opening);
    } else if (closing >= 0) {
      return OPENING_QUOTES.charAt(closing);
    }
    return kind == Kind.TITLE_OPENS ? '》' : kind == Kind.TITLE_CLOSES ? '《' : 0;
  }

  /** It, as it is written. */
  public String text() {
    return Character.toString(code);
  }
}
