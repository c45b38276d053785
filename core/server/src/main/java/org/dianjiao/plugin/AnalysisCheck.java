package org.dianjiao.plugin;

import java.util.List;
import java.util.Set;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/**
 * Checks a plugin's answer like any input from outside, so that whatever passes can be shown and
 * applied: ranges lie in the window and cut no character, categories are declared, words are whole
 * and of bounded size. Pure; that ranges lie inside the covered range, that candidates are in order
 * and links absolute, the records see to themselves.
 */
final class AnalysisCheck {

  private final Set<String> categories;
  private final int proposals;

  /**
   * A check for one plugin.
   *
   * @param categories that it declares
   * @param proposals the most in one answer
   */
  AnalysisCheck(List<String> categories, int proposals) {
    this.categories = Set.copyOf(categories);
    this.proposals = proposals;
  }

  /**
   * Checks an answer.
   *
   * @param window the text that was asked about
   * @throws WrongAnswer when a rule is broken
   */
  void check(Analysis analysis, String window) {
    if (analysis == null) {
      throw new WrongAnswer("it answered nothing at all");
    }
    Text text = Text.of(window);
    checkRange("the covered range", analysis.covered(), text);
    check(analysis.proposals(), text);
  }

  /**
   * Checks proposals.
   *
   * @param text in which their ranges count
   * @throws WrongAnswer when a rule is broken
   */
  void check(List<Proposal> given, Text text) {
    if (given.size() > proposals) {
      throw new WrongAnswer(
          "%d proposals in one answer; the limit is %d".formatted(given.size(), proposals));
    }
    AnswerWords words = new AnswerWords();
    for (Proposal proposal : given) {
      checkRange("a proposal's range", proposal.range(), text);
      if (!categories.contains(proposal.category())) {
        throw new WrongAnswer(
            "a proposal of category \"%s\"; plugin.json declares %s"
                .formatted(proposal.category(), categories));
      }
      words.check(proposal);
      for (Candidate candidate : proposal.candidates()) {
        words.check(candidate);
      }
    }
  }

  private static void checkRange(String what, TextRange range, Text text) {
    if (range.end() > text.length()) {
      throw new WrongAnswer(
          "%s %d–%d ends behind the window of %d units"
              .formatted(what, range.start(), range.end(), text.length()));
    }
    checkBoundary(what, range, range.start(), text);
    checkBoundary(what, range, range.end(), text);
  }

  private static void checkBoundary(String what, TextRange range, int offset, Text text) {
    if (!CodeUnits.isBoundary(text, offset)) {
      throw new WrongAnswer(
          "%s %d–%d cuts a character, or parts it from its variation selector, at %d"
              .formatted(what, range.start(), range.end(), offset));
    }
  }
}
