package org.dianjiao.plugin;

import java.util.List;
import java.util.OptionalInt;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.limits.Limits;
import org.dianjiao.text.Characters;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/**
 * Checks what a plugin read in a file like any input from outside: what passes can become a
 * document, within its limits. Pure.
 */
final class MarkedTextCheck {

  private static final int TITLE = 300;

  private final Limits limits;

  /** A check with these limits of documents. */
  MarkedTextCheck(Limits limits) {
    this.limits = limits;
  }

  /**
   * Checks it.
   *
   * @throws WrongAnswer for the first thing that is wrong; it says what and where
   */
  void check(MarkedText read) {
    if (read == null) {
      throw new WrongAnswer("it answered nothing at all");
    }
    AnswerWords words = new AnswerWords();
    words.checkTitle(read.title(), TITLE);
    checkText(read.text());
    List<Marked> annotations = read.annotations();
    if (annotations.size() > limits.annotationsPerDocument()) {
      throw new WrongAnswer(
          "%d annotations; the limit is %d"
              .formatted(annotations.size(), limits.annotationsPerDocument()));
    }
    Text whole = Text.of(read.text());
    for (Marked one : annotations) {
      checkRange(one.range(), whole);
      int units = one.body().toString().length();
      if (units > limits.bodyUnits()) {
        throw new WrongAnswer(
            "an annotation of %d units; the limit is %d".formatted(units, limits.bodyUnits()));
      }
      words.check(one.body());
    }
  }

  private void checkText(String text) {
    if (text.length() > limits.documentUnits()) {
      throw new WrongAnswer(
          "a text of %d UTF-16 units; the limit is %d"
              .formatted(text.length(), limits.documentUnits()));
    }
    long lines = 1 + text.chars().filter(unit -> unit == '\n').count();
    if (lines > limits.documentLines()) {
      throw new WrongAnswer(
          "a text of %d lines; the limit is %d".formatted(lines, limits.documentLines()));
    }
    int half = CodeUnits.firstHalf(text);
    if (half >= 0) {
      throw new WrongAnswer("half a character in line " + line(text, half) + " of the text");
    }
    OptionalInt refused = Characters.firstRefused(text);
    if (refused.isPresent()) {
      int at = refused.getAsInt();
      throw new WrongAnswer(
          "U+%04X in line %d of the text, which may not stand in one"
              .formatted(text.codePointAt(at), line(text, at)));
    }
  }

  private static long line(String text, int at) {
    return 1 + text.substring(0, at).chars().filter(unit -> unit == '\n').count();
  }

  private static void checkRange(TextRange range, Text text) {
    if (range.end() > text.length()) {
      throw new WrongAnswer(
          "an annotation at %d–%d ends behind the text of %d units"
              .formatted(range.start(), range.end(), text.length()));
    }
    if (!CodeUnits.isBoundary(text, range.start()) || !CodeUnits.isBoundary(text, range.end())) {
      throw new WrongAnswer(
          "an annotation at %d–%d cuts a character in two".formatted(range.start(), range.end()));
    }
  }
}
