package org.dianjiao.plugin.punctuation;

import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.punctuation.structure.BareLine;
import org.dianjiao.plugin.punctuation.structure.Sign;
import org.dianjiao.plugin.punctuation.structure.Unbalanced;

/** Offers to delete a quotation or title mark whose other end is missing from its paragraph. */
final class UnbalancedQuotes {

  private static final double SURE = 0.5;

  private UnbalancedQuotes() {}

  static void propose(
      Question question, BareLine line, int first, int end, List<Proposal> proposals) {
    Optional<BareLine> next =
        question.lines().stream().filter(one -> one.start() > line.end()).findFirst();
    TextRange focus = question.request().focus();
    for (Sign sign : Unbalanced.find(line, question.text(), first, end, next)) {
      TextRange range = new TextRange(sign.start(), sign.end());
      if (focus.contains(range)) {
        List<Candidate> candidates = List.of(Corrections.deletion(sign, SURE));
        String words =
            sign.text()
                + " stands alone: "
                + Character.toString(sign.partner())
                + " is missing from its paragraph, or "
                + sign.text()
                + " is one too many";
        proposals.add(new Proposal(Corrections.CATEGORY, range, candidates, words, List.of()));
      }
    }
  }
}
