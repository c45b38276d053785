package org.dianjiao.plugin.punctuation.train;

import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * Goes through passages as a person does who wants the marks of the edition: from left to right,
 * decides about each proposal, and puts by hand what was not proposed. The analyzer is told as the
 * server tells it, with the text around as it stands at that moment.
 */
final class SimulatedReviewer {

  private static final int CONTEXT = 600;

  private final Analyzer analyzer;
  private final String project;
  private int number;

  SimulatedReviewer(Analyzer analyzer, String project) {
    this.analyzer = analyzer;
    this.project = project;
  }

  /** Reviews a passage. */
  void review(Manuscript manuscript) throws Exception {
    Map<Integer, Proposal> proposals = manuscript.proposals(analyzer, project);
    StringBuilder done = new StringBuilder();
    for (int gap = 0; gap < manuscript.size(); gap++) {
      done.append(manuscript.text(gap - 1, gap));
      Mark wanted = manuscript.wanted(gap);
      if (proposals.containsKey(gap)) {
        String rest = manuscript.text(gap, manuscript.size() - 1);
        analyzer.decided(decision(proposals.get(gap), wanted, done.toString(), rest));
      }
      done.append(wanted.text());
    }
  }

  private Decision decision(Proposal proposal, Mark wanted, String done, String rest) {
    String before = done.substring(Math.max(0, done.length() - CONTEXT));
    String after = rest.substring(0, Math.min(CONTEXT, rest.length()));
    int candidate = -1;
    for (int i = proposal.candidates().size() - 1; i >= 0; i--) {
      Candidate offered = proposal.candidates().get(i);
      candidate = offered.label().equals(wanted.text()) ? i : candidate;
    }
    boolean rejected = wanted == Mark.NONE;
    boolean corrected = !rejected && candidate < 0;
    return new Decision(
        project + "." + number++,
        proposal.at(TextRange.at(before.length())),
        before + after,
        rejected ? Outcome.REJECTED : corrected ? Outcome.CORRECTED : Outcome.ACCEPTED,
        candidate,
        corrected ? Optional.of(new Replace(wanted.text())) : Optional.empty(),
        project);
  }
}
