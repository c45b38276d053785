package org.dianjiao.plugin;

import java.net.URI;
import java.util.List;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.text.CodeUnits;

/** Checks the words in one answer: whole characters, no control characters, bounded sizes. */
final class AnswerWords {

  private static final int LABEL = 200;
  private static final int SENTENCE = 2_000;
  private static final int WORDS = 16_384;
  private static final int LINK = 2_000;
  private static final int LINKS = 20;
  private static final int ANSWER = 8 * 1024 * 1024;

  /** Units of all words so far. */
  private int total;

  /** Checks what the proposal itself says. */
  void check(Proposal proposal) {
    checkLine("an explanation", proposal.explanation(), SENTENCE);
    if (proposal.evidence().size() > LINKS) {
      throw new WrongAnswer(
          "%d evidence links; the limit is %d".formatted(proposal.evidence().size(), LINKS));
    }
    for (URI link : proposal.evidence()) {
      checkLine("an evidence link", link.toString(), LINK);
    }
  }

  /** Checks a candidate's label and what accepting it would write. */
  void check(Candidate candidate) {
    checkLine("a label", candidate.label(), LABEL);
    Action action = candidate.action();
    if (action instanceof Replace replace) {
      checkText("a replacement", replace.text(), WORDS);
    } else {
      check(((Annotate) action).body());
    }
  }

  /** Checks what a command says to whoever gave it. */
  void checkReport(String report, int limit) {
    checkText("a report", report, limit);
  }

  /** Checks what an annotation would say. */
  void check(Body body) {
    if (body instanceof Body.Note note) {
      checkText("a note", note.text(), WORDS);
      return;
    }
    for (String words : words(body)) {
      checkLine("a body", words, SENTENCE);
    }
  }

  /** Checks the title of a text. */
  void checkTitle(String title, int limit) {
    checkLine("a title", title, limit);
  }

  private static List<String> words(Body body) {
    if (body instanceof Body.Regularization it) {
      return List.of(it.form(), it.relation());
    }
    if (body instanceof Body.Identification it) {
      return List.of(it.entity().toString(), it.label(), it.type());
    }
    if (body instanceof Body.Glyph it) {
      return List.of(it.description(), it.form());
    }
    if (body instanceof Body.Date it) {
      return List.of(it.norm(), it.fault());
    }
    if (body instanceof Body.Gap it) {
      return List.of(it.reason());
    }
    return List.of(body.kind());
  }

  private void checkLine(String what, String words, int limit) {
    checkText(what, words, limit);
    if (words.indexOf('\n') >= 0) {
      throw new WrongAnswer(what + " holds a line feed at its unit " + words.indexOf('\n'));
    }
  }

  private void checkText(String what, String words, int limit) {
    if (words.length() > limit) {
      throw new WrongAnswer(
          "%s of %d units; the limit is %d".formatted(what, words.length(), limit));
    }
    total += words.length();
    if (total > ANSWER) {
      throw new WrongAnswer("more than " + ANSWER + " units of words in one answer");
    }
    int half = CodeUnits.firstHalf(words);
    if (half >= 0) {
      throw new WrongAnswer(what + " holds half a character at its unit " + half);
    }
    for (int i = 0; i < words.length(); i++) {
      char unit = words.charAt(i);
      if (Character.isISOControl(unit) && unit != '\n' && unit != '\t') {
        throw new WrongAnswer(
            "%s holds the control character U+%04X at its unit %d".formatted(what, (int) unit, i));
      }
    }
  }
}
