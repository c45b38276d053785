package @package@;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;

/** Offers an annotation for every word of the table that has none yet. Keeps no state. */
final class @Class@Analyzer implements Analyzer {

  private final Map<String, String> words;
  private final double confidence;

  @Class@Analyzer(Map<String, String> words, double confidence) {
    this.words = Map.copyOf(words);
    this.confidence = confidence;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    List<Proposal> proposals = new ArrayList<>();
    TextRange focus = request.focus();
    for (int start = focus.start(); start < focus.end(); start++) {
      if (request.cancellation().cancelled()) {
        return new Analysis(new TextRange(focus.start(), start), List.of());
      }
      for (Map.Entry<String, String> word : words.entrySet()) {
        TextRange range = new TextRange(start, start + word.getKey().length());
        if (request.text().startsWith(word.getKey(), start)
            && focus.contains(range)
            && isWhole(request.text(), range.end())
            && isOpen(request, range)) {
          proposals.add(proposal(range, word.getKey(), word.getValue()));
        }
      }
    }
    return new Analysis(focus, proposals);
  }

  private Proposal proposal(TextRange range, String word, String meaning) {
    Candidate reign = new Candidate(new Annotate(new Body.Tag("reign")), confidence, word);
    return new Proposal("reign", range, List.of(reign), meaning, List.of());
  }

  /** Whether a character ends here; a variation selector behind it would belong to it. */
  private static boolean isWhole(String text, int end) {
    int next = end < text.length() ? text.codePointAt(end) : 0;
    return !(next >= 0xFE00 && next <= 0xFE0F) && !(next >= 0xE0100 && next <= 0xE01EF);
  }

  /** Whether nobody has annotated it yet: what was accepted is not offered again. */
  private static boolean isOpen(AnalysisRequest request, TextRange range) {
    return request.annotations().stream().noneMatch(one -> one.range().overlaps(range));
  }
}
