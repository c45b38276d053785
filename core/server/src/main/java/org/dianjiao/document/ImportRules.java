package org.dianjiao.document;

import java.util.List;
import java.util.OptionalInt;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.limits.Limits;
import org.dianjiao.text.Characters;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/** What a whole text and its annotations have to keep to when they are brought in at once. */
public final class ImportRules {

  private final Limits limits;

  /** Rules with these limits. */
  public ImportRules(Limits limits) {
    this.limits = limits;
  }

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException for the first thing that is wrong; it says what and where
   */
  public void check(String text, List<Marked> annotations) {
    checkText(text);
    if (annotations.size() > limits.annotationsPerDocument()) {
      throw new IllegalArgumentException(
          "%d annotations; the limit is %d"
              .formatted(annotations.size(), limits.annotationsPerDocument()));
    }
    Text whole = Text.of(text);
    for (Marked one : annotations) {
      checkRange(one.range(), whole);
      int units = one.body().toString().length();
      if (units > limits.bodyUnits()) {
        throw new IllegalArgumentException(
            "an annotation of %d units; the limit is %d".formatted(units, limits.bodyUnits()));
      }
    }
  }

  private void checkText(String text) {
    if (text.length() > limits.documentUnits()) {
      throw new IllegalArgumentException(
          "a text of %d UTF-16 units; the limit is %d"
              .formatted(text.length(), limits.documentUnits()));
    }
    long lines = 1 + text.chars().filter(unit -> unit == '\n').count();
    if (lines > limits.documentLines()) {
      throw new IllegalArgumentException(
          "a text of %d lines; the limit is %d".formatted(lines, limits.documentLines()));
    }
    int half = CodeUnits.firstHalf(text);
    if (half >= 0) {
      throw new IllegalArgumentException(
          "half a character in line " + line(text, half) + " of the text");
    }
    OptionalInt refused = Characters.firstRefused(text);
    if (refused.isPresent()) {
      int at = refused.getAsInt();
      throw new IllegalArgumentException(
          "U+%04X in line %d of the text, which may not stand in one"
              .formatted(text.codePointAt(at), line(text, at)));
    }
  }

  private static long line(String text, int at) {
    return 1 + text.substring(0, at).chars().filter(unit -> unit == '\n').count();
  }

  private static void checkRange(TextRange range, Text text) {
    if (range.end() > text.length()) {
      throw new IllegalArgumentException(
          "an annotation at %d–%d ends behind the text of %d units"
              .formatted(range.start(), range.end(), text.length()));
    }
    if (!CodeUnits.isBoundary(text, range.start()) || !CodeUnits.isBoundary(text, range.end())) {
      throw new IllegalArgumentException(
          "an annotation at %d–%d cuts a character in two".formatted(range.start(), range.end()));
    }
  }
}
