package org.dianjiao.authority;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A form in which an entity is written.
 *
 * @param text not blank, without line ends and tabs
 * @param kind what sort of form it is
 * @param script ISO 15924: {@code Hant}, {@code Hans}, {@code Latn}, {@code Cyrl} …; empty when it
 *     does not matter
 * @param period when it was in use
 */
public record Label(String text, Kind kind, String script, Span period) {

  /** The sorts of forms. */
  public enum Kind {
    /** The one that stands for the entity; each has at least one, in each script at most one. */
    PREFERRED,
    /** Another full form: 俄啰斯 beside 俄羅斯, a style name, an earlier name. */
    VARIANT,
    /** A short form that is understood in context only: 伊 for 伊犁. */
    ABBREVIATION,
    /** In another writing system: Sava Vladislavich. */
    TRANSLITERATION
  }

  private static final Pattern SCRIPT = Pattern.compile("[A-Z][a-z]{3}");

  /** Requires text and, where one is given, a script of four letters. */
  public Label {
    Words.require("a label", text);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(period, "period");
    if (!script.isEmpty() && !SCRIPT.matcher(script).matches()) {
      throw new IllegalArgumentException(
          "“%s” is no script; write Hant, Hans, Latn …".formatted(script));
    }
  }

  /** A label whose time is not known. */
  public static Label of(Kind kind, String script, String text) {
    return new Label(text, kind, script, Span.UNKNOWN);
  }

  /** Whether it can stand in a text: 黑龍江（地區）, which tells one 黑龍江 from another, cannot. */
  public boolean isWritten() {
    return text.indexOf('（') < 0;
  }
}
