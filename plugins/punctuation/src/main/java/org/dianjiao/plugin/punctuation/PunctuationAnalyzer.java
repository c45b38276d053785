package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.plugin.punctuation.model.CharacterTable;

/**
 * Reads a request and lets its parts propose. A function of the request alone; any number of
 * threads may ask at once.
 */
final class PunctuationAnalyzer implements Analyzer {

  private static final Comparator<Proposal> BY_PLACE =
      Comparator.comparingInt((Proposal one) -> one.range().start())
          .thenComparingInt(one -> one.range().end());

  private final CharacterTable table;
  private final List<Proposer> parts;

  PunctuationAnalyzer(CharacterTable table, List<Proposer> parts) {
    this.table = table;
    this.parts = List.copyOf(parts);
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    Question question = Question.of(request, table);
    List<Proposal> proposals = new ArrayList<>();
    try {
      for (Proposer part : parts) {
        part.propose(question, proposals);
      }
    } catch (CancellationException nobodyWaits) {
      return new Analysis(TextRange.at(request.focus().start()), List.of());
    }
    proposals.removeIf(one -> cuts(request.text(), one.range()));
    proposals.sort(BY_PLACE);
    return new Analysis(request.focus(), proposals);
  }

  @Override
  public void close() {}

  /** Whether an end of a range parts a character from what belongs to it. */
  private static boolean cuts(String text, TextRange range) {
    return cuts(text, range.start()) || cuts(text, range.end());
  }

  private static boolean cuts(String text, int place) {
    if (place == 0 || place == text.length()) {
      return false;
    }
    int code = text.codePointAt(place);
    boolean selects = (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
    return selects || Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
  }
}
