package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * Proposes a mark in every gap where a pause is likely and no mark stands yet. A function of the
 * request alone; any number of threads may ask at once.
 *
 * <p>A gap belongs to the focus also when it lies at its edge, so two windows whose focuses meet
 * propose the same mark there twice. No mark is proposed inside a range that is identified as a
 * name.
 */
final class PunctuationAnalyzer implements Analyzer {

  private static final int MOST_CANDIDATES = 4;
  private static final double LEAST_ALTERNATIVE = 0.01;
  private static final int GAPS_PER_POLL = 512;

  private final PunctuationModel model;
  private final CharacterTable table;
  private final double minConfidence;

  /**
   * An analyzer over a model.
   *
   * @param minConfidence least probability of a pause, from 0 to 1
   */
  PunctuationAnalyzer(PunctuationModel model, CharacterTable table, double minConfidence) {
    if (!(minConfidence > 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException("min-confidence " + minConfidence + " is outside 0–1");
    }
    this.model = model;
    this.table = table;
    this.minConfidence = minConfidence;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    TextRange focus = request.focus();
    BitSet names = insideNames(request.annotations());
    List<BareLine> lines = BareTextReader.read(request.text(), table);
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      BareLine line = lines.get(i);
      Optional<BareLine> next =
          i + 1 < lines.size() ? Optional.of(lines.get(i + 1)) : Optional.empty();
      if (line.start() > focus.end() || line.end() < focus.start() || line.isHeading(next)) {
        continue;
      }
      int first = line.firstGapFrom(focus.start());
      int end = line.firstGapFrom(focus.end() + 1);
      while (first < end) {
        if (request.cancellation().cancelled()) {
          return new Analysis(TextRange.at(focus.start()), List.of());
        }
        int pollEnd = Math.min(end, first + GAPS_PER_POLL);
        propose(request.text(), line, first, pollEnd, names, proposals);
        first = pollEnd;
      }
    }
    return new Analysis(focus, proposals);
  }

  @Override
  public void close() {}

  /** The places strictly inside a range that was identified as the name of something. */
  private static BitSet insideNames(List<Marked> annotations) {
    BitSet inside = new BitSet();
    for (Marked marked : annotations) {
      TextRange range = marked.range();
      if (marked.body() instanceof Body.Identification && range.length() > 1) {
        inside.set(range.start() + 1, range.end());
      }
    }
    return inside;
  }

  private void propose(
      String text, BareLine line, int first, int end, BitSet names, List<Proposal> proposals) {
    PunctuationModel.Reading reading = model.read(line.line(), first, end);
    for (int gap = first; gap < end; gap++) {
      int place = line.line().ends()[gap];
      if (!line.open().get(gap) || names.get(place)) {
        continue;
      }
      float[] probabilities = reading.probabilities(gap);
      if (1 - probabilities[Mark.NONE.label()] < minConfidence) {
        continue;
      }
      List<Candidate> candidates = candidates(probabilities);
      Mark best = Mark.of(candidates.get(0).label().codePointAt(0)).orElseThrow();
      String explanation =
          new Explanation(text, line.line(), gap)
              .of(candidates, 1 - probabilities[0], reading.reasons(gap, best, Explanation.MOST));
      proposals.add(new Proposal("mark", TextRange.at(place), candidates, explanation, List.of()));
    }
  }

  /** The best mark, however unlikely, and the others that are worth offering. */
  private static List<Candidate> candidates(float[] probabilities) {
    List<Candidate> ranked =
        Mark.ALL.stream()
            .filter(mark -> mark != Mark.NONE)
            .map(mark -> candidate(mark, probabilities[mark.label()]))
            .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
            .limit(MOST_CANDIDATES)
            .toList();
    double least = Math.min(LEAST_ALTERNATIVE, ranked.get(0).confidence());
    return ranked.stream().filter(one -> one.confidence() >= least).toList();
  }

  private static Candidate candidate(Mark mark, double probability) {
    return new Candidate(new Replace(mark.text()), probability, mark.text());
  }
}
