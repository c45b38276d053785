package org.dianjiao.plugin.punctuation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.punctuation.PairEnds.End;
import org.dianjiao.plugin.punctuation.density.Density;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;
import org.dianjiao.plugin.punctuation.structure.BareLine;
import org.dianjiao.plugin.punctuation.structure.LostQuotes;
import org.dianjiao.plugin.punctuation.structure.LostQuotes.Lost;
import org.dianjiao.plugin.punctuation.structure.Names;
import org.dianjiao.plugin.punctuation.structure.PauseRules;
import org.dianjiao.plugin.punctuation.structure.Sign;

/**
 * Proposes what is to be written in each gap where nothing stands yet: a mark where a pause is
 * likely, the ends of quotations and titles, and the quotation marks that a source has lost.
 *
 * <p>A gap belongs to the focus also when it lies at its edge, so two windows whose focuses meet
 * propose the same there twice. Nothing is proposed inside a range that is identified as a name.
 */
final class Punctuator implements Proposer {

  private final PunctuationModel model;
  private final double minConfidence;
  private final Density density;

  Punctuator(PunctuationModel model, double minConfidence, Density density) {
    if (!(minConfidence > 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException("min-confidence " + minConfidence + " is outside 0–1");
    }
    this.model = model;
    this.minConfidence = minConfidence;
    this.density = density;
  }

  @Override
  public void propose(Question question, List<Proposal> proposals) {
    TextRange focus = question.request().focus();
    Names names = question.names();
    PauseOdds odds = PauseOdds.of(question, model, density);
    for (BareLine line : question.prose()) {
      int first = Question.firstGap(line, focus);
      int end = line.firstGapFrom(focus.end() + 1);
      LineReading reading = new LineReading(model, line.line(), question.request().cancellation());
      reading.read(first, end);
      List<Lost> lost = LostQuotes.find(line, question.text(), first, end);
      PairEnds ends = PairEnds.find(line, question.text(), reading, first, end, names);
      for (int gap = first; gap < end; gap++) {
        int place = line.line().ends()[gap];
        if (names.isInside(place)) {
          continue;
        }
        if (line.open().get(gap) && place >= focus.start()) {
          open(question, line, gap, reading, odds, ends.in(gap), proposals);
        } else if (!line.open().get(gap)) {
          standing(question.text(), line, gap, focus, ends.in(gap), proposals);
        }
      }
      lost.stream()
          .filter(one -> isIn(one, focus))
          .forEach(one -> proposals.add(restored(one, question.text())));
    }
  }

  /** A gap in which nothing stands. */
  private void open(
      Question question,
      BareLine line,
      int gap,
      LineReading reading,
      PauseOdds odds,
      List<End> ends,
      List<Proposal> proposals) {
    int place = line.line().ends()[gap];
    double factor = odds.factor(place);
    float[] heard = PauseOdds.shifted(reading.at(gap).probabilities(gap), factor);
    float[] probabilities = PauseRules.applied(line, gap, question.names(), heard);
    List<Candidate> candidates =
        new GapProposal(probabilities, ends).candidates(minConfidence, model.choice());
    if (candidates.isEmpty()) {
      return;
    }
    Explanation explanation = new Explanation(question.text(), line.line(), gap);
    Mark mark = mark(candidates.get(0));
    String words =
        mark == Mark.NONE
            ? explanation.of(ends)
            : explanation.of(
                candidates,
                1 - probabilities[0],
                reading.at(gap).reasons(gap, mark, Explanation.MOST),
                mark,
                ends,
                PauseOdds.words(factor));
    String category = GapProposal.category(candidates.get(0), ends);
    proposals.add(
        new Proposal(category, TextRange.at(place), Ranked.falling(candidates), words, List.of()));
  }

  /** The pause mark in what a candidate writes. */
  private static Mark mark(Candidate candidate) {
    return candidate
        .label()
        .codePoints()
        .mapToObj(Mark::of)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Mark.NONE);
  }

  /** A gap in which marks stand: only ends are missing there. */
  private static void standing(
      String text,
      BareLine line,
      int gap,
      TextRange focus,
      List<End> ends,
      List<Proposal> proposals) {
    if (ends.isEmpty()) {
      return;
    }
    List<Sign> signs = line.signs(text, gap);
    Explanation explanation = new Explanation(text, line.line(), gap);
    for (End end : ends) {
      int place = place(line.line().ends()[gap], signs, end);
      if (place >= focus.start() && place <= focus.end()) {
        List<Candidate> candidates =
            List.of(new Candidate(new Replace(end.mark()), end.probability(), end.mark()));
        proposals.add(
            new Proposal(
                end.quotes() ? "quotation" : "title",
                TextRange.at(place),
                candidates,
                explanation.of(List.of(end)),
                List.of()));
      }
    }
  }

  /** Where an end goes among the signs of its gap. */
  private static int place(int place, List<Sign> signs, End end) {
    int found = place;
    for (Sign sign : signs) {
      if (end.opens() || GapProposal.isInside(sign.text(), end)) {
        found = sign.end();
      }
    }
    return found;
  }

  private static boolean isIn(Lost lost, TextRange focus) {
    return lost.space().start() >= focus.start() && lost.space().end() <= focus.end();
  }

  private static Proposal restored(Lost lost, String text) {
    String mark = lost.opens() ? "「" : "」";
    String other = lost.opens() ? "」" : "「";
    String nested = lost.opens() ? "『" : "』";
    int from = Math.min(lost.space().start(), lost.other());
    int to = Math.max(lost.space().start(), lost.other());
    String words =
        String.format(
            Locale.ROOT,
            "The source has a space here, as where it lost a quotation mark (%.2f); %s goes with the"
                + " space %d characters %s",
            lost.probability(),
            other,
            text.codePointCount(from, to),
            lost.opens() ? "further on" : "before");
    return new Proposal(
        "quotation",
        new TextRange(lost.space().start(), lost.space().end()),
        List.of(
            new Candidate(new Replace(mark), lost.probability(), mark),
            new Candidate(new Replace(nested), Math.min(0.01, lost.probability()), nested)),
        words,
        List.of());
  }
}
