package org.dianjiao.plugin.punctuation.train;

import java.util.Map;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.plugin.punctuation.model.Mark;

/** How often the best answer of an analyzer is not what the edition has. For one thread. */
final class Mistakes {

  private final Hits marks = new Hits();
  private long gaps;
  private long wrong;

  /** Counts a passage; its last mark is left out, since it is always the end of a sentence. */
  void add(Manuscript manuscript, Analyzer analyzer, String project) throws Exception {
    Map<Integer, Proposal> proposals = manuscript.proposals(analyzer, project);
    for (int gap = 0; gap < manuscript.size() - 1; gap++) {
      String answer = proposals.containsKey(gap) ? proposals.get(gap).best().label() : "";
      Mark wanted = manuscript.wanted(gap);
      gaps++;
      wrong += answer.equals(wanted.text()) ? 0 : 1;
      for (Mark mark : Mark.PAUSES) {
        marks.add(mark == wanted, answer.equals(mark.text()));
      }
    }
  }

  /** Share of gaps with a wrong answer. */
  double share() {
    return (double) wrong / Math.max(1, gaps);
  }

  /** What the F1 of the exact marks lacks to 1. */
  double lack() {
    return 1 - marks.f1();
  }
}
