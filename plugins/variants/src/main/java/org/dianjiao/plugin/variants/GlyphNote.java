package org.dianjiao.plugin.variants;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.api.TextRange;

/**
 * A place where the text could not hold a character, as it is written there.
 *
 * @param content the description, the name of an entity without its signs, the character, the gap
 */
record GlyphNote(TextRange range, Kind kind, String content) {

  private static final Pattern DESCRIBED = Pattern.compile("■〈([^〈〉■\\s\\h]{1,16})〉");
  private static final Pattern BRACKETED = Pattern.compile("【([^【】\\s\\h]{2,16})】");
  private static final Pattern ENTITY =
      Pattern.compile(
          "&(#x[0-9A-Fa-f]{4,6}|#[0-9]{4,7}|(?=[^;]*[0-9])[A-Za-z][A-Za-z0-9+-]{2,24});");
  private static final int LONGEST_DESCRIPTION = 16;
  private static final int LONGEST_GAP = 40;

  /** How the text says what it could not hold. */
  enum Kind {
    /** {@code ■〈口佛〉}, {@code ⿰口佛}: a note that is nothing else. */
    DESCRIBED,
    /** {@code 【口佛】}: brackets that may hold a remark as well. */
    BRACKETED,
    /** An entity by the code of a character, or by its name in some list. */
    ENTITY,
    /** A private-use character. */
    PRIVATE_USE,
    /** {@code ■} or {@code □}, once or in a run. */
    GAP
  }

  /** The note that begins at a place of a text. */
  static Optional<GlyphNote> at(String text, int at) {
    int codePoint = text.codePointAt(at);
    return switch (codePoint) {
      case '■' -> matched(DESCRIBED, text, at, Kind.DESCRIBED).or(() -> gap(text, at));
      case '□' -> gap(text, at);
      case '【' -> matched(BRACKETED, text, at, Kind.BRACKETED);
      case '&' -> matched(ENTITY, text, at, Kind.ENTITY);
      default -> character(text, at, codePoint);
    };
  }

  private static Optional<GlyphNote> matched(Pattern pattern, String text, int at, Kind kind) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt()
        ? Optional.of(new GlyphNote(new TextRange(at, matcher.end()), kind, matcher.group(1)))
        : Optional.empty();
  }

  private static Optional<GlyphNote> character(String text, int at, int codePoint) {
    if (Description.isOperator(codePoint)) {
      return Description.end(text, at, LONGEST_DESCRIPTION)
          .map(end -> note(text, at, end, Kind.DESCRIBED));
    }
    return Character.getType(codePoint) == Character.PRIVATE_USE
        ? Optional.of(note(text, at, at + Character.charCount(codePoint), Kind.PRIVATE_USE))
        : Optional.empty();
  }

  /** A run of the same sign is one gap; a run too long to be read as text is a drawing. */
  private static Optional<GlyphNote> gap(String text, int at) {
    int end = after(text, at);
    return end - at > LONGEST_GAP ? Optional.empty() : Optional.of(note(text, at, end, Kind.GAP));
  }

  private static GlyphNote note(String text, int start, int end, Kind kind) {
    return new GlyphNote(new TextRange(start, end), kind, text.substring(start, end));
  }

  /** After the character at an offset, or after the whole run when it is a sign of a gap. */
  static int after(String text, int at) {
    int codePoint = text.codePointAt(at);
    int next = at + Character.charCount(codePoint);
    boolean gap = codePoint == '■' || codePoint == '□';
    while (gap
        && next < text.length()
        && text.charAt(next) == codePoint
        && !text.startsWith("■〈", next)) {
      next++;
    }
    return next;
  }
}
