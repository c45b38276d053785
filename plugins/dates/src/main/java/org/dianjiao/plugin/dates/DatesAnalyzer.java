package org.dianjiao.plugin.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.calendar.Dates;
import org.dianjiao.calendar.Found;

/**
 * Proposes what dates mean. It goes by what people have annotated: a date that was put right puts
 * right what follows. Immutable, so any number of threads may call it.
 */
final class DatesAnalyzer implements Analyzer {

  private static final String CATEGORY = "date";

  private final double floor;

  DatesAnalyzer(double floor) {
    this.floor = floor;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    TextRange focus = request.focus();
    List<Proposal> proposals =
        Dates.in(request.text(), decided(request.annotations())).stream()
            .filter(date -> focus.contains(range(date)))
            .filter(date -> date.confidence() >= floor)
            .filter(date -> isFree(range(date), request.annotations()))
            .map(date -> proposal(date))
            .toList();
    return new Analysis(focus, proposals);
  }

  private static Map<Integer, String> decided(List<Marked> annotations) {
    Map<Integer, String> decided = new HashMap<>();
    for (Marked one : annotations) {
      if (one.body() instanceof Body.Date date && date.resolved()) {
        decided.put(one.range().start(), date.norm());
      }
    }
    return decided;
  }

  private static TextRange range(Found date) {
    return new TextRange(date.start(), date.end());
  }

  /** Whether nobody has said already what date stands there. */
  private static boolean isFree(TextRange range, List<Marked> annotations) {
    return annotations.stream()
        .filter(one -> one.body() instanceof Body.Date)
        .noneMatch(one -> one.range().start() < range.end() && range.start() < one.range().end());
  }

  private static Proposal proposal(Found date) {
    return new Proposal(
        CATEGORY, range(date), Readings.candidates(date), Readings.explanation(date), List.of());
  }
}
