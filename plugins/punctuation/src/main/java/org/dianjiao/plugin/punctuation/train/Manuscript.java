package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.plugin.punctuation.model.Mark;

/** A passage without its marks, as a text that an analyzer is asked about. */
final class Manuscript {

  private static final Locale CLASSICAL = Locale.forLanguageTag("lzh");

  private final Passage passage;
  private final String text;

  /** Where each gap lies in the text. */
  private final int[] places;

  Manuscript(Passage passage) {
    this.passage = passage;
    this.places = new int[passage.size()];
    StringBuilder characters = new StringBuilder();
    for (int gap = 0; gap < places.length; gap++) {
      places[gap] = characters.appendCodePoint(passage.codes()[gap]).length();
    }
    this.text = characters.toString();
  }

  int size() {
    return places.length;
  }

  /** Some of its text, from behind one gap to another. */
  String text(int after, int to) {
    return text.substring(after < 0 ? 0 : places[after], places[to]);
  }

  /** The mark that the edition has in a gap. */
  Mark wanted(int gap) {
    return Mark.ALL.get(passage.labels()[gap]);
  }

  /** The marks that an analyzer proposes, by gap. */
  Map<Integer, Proposal> proposals(Analyzer analyzer, String project) throws Exception {
    TextRange all = new TextRange(0, text.length());
    AnalysisRequest request =
        new AnalysisRequest(text, all, 0, CLASSICAL, List.of(), Cancellation.NEVER, project);
    Map<Integer, Proposal> proposals = new HashMap<>();
    for (Proposal proposal : analyzer.analyze(request).proposals()) {
      boolean isMark = Mark.of(proposal.best().label().codePointAt(0)).isPresent();
      int gap = Arrays.binarySearch(places, proposal.range().start());
      if (isMark && proposal.range().length() == 0 && gap >= 0) {
        proposals.put(gap, proposal);
      }
    }
    return proposals;
  }
}
