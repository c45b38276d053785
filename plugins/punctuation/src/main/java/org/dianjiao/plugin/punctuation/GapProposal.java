package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.plugin.punctuation.PairEnds.End;
import org.dianjiao.plugin.punctuation.model.Choice;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * All that is to be written in one gap, as candidates of one proposal: pause marks, and with them
 * the ends of quotations and titles that belong there, in their right order. Where only the pause
 * is right, the reviewer takes the candidate without the end; the first one always has it, as its
 * other end is offered elsewhere.
 */
final class GapProposal {

  private static final int MOST_CANDIDATES = 4;
  private static final double LEAST_ALTERNATIVE = 0.01;
  private static final String ENDS_A_SENTENCE = "。？！";

  /** How much likelier each mark is where a quotation opens, by label. */
  private static final double[] OPENING = {1, 0.05, 0.02, 0.1, 0.02, 4, 0.02, 0.02};

  /** How much likelier each mark is where speech ends, by label. */
  private static final double[] CLOSING = {0.05, 0.05, 2, 0.05, 0.1, 0.05, 2, 2};

  private final List<End> ends;
  private final float[] probabilities;

  /**
   * The proposal for a gap without any mark.
   *
   * @param probabilities of the pause marks, by label
   * @param ends in the order in which they are written
   */
  GapProposal(float[] probabilities, List<End> ends) {
    this.probabilities = probabilities;
    this.ends = ends;
  }

  /** How likely all ends are. */
  private double paired() {
    return ends.stream().mapToDouble(End::probability).min().orElse(0);
  }

  /** The candidates, best first; empty when leaving the gap alone is better. */
  List<Candidate> candidates(double leastPause, Choice choice) {
    if (ends.isEmpty() && 1 - probabilities[0] < leastPause) {
      return List.of();
    }
    double paired = paired();
    float[] together = together();
    List<Candidate> all = new ArrayList<>();
    List<Candidate> whole = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Mark mark : Mark.ALL) {
      int label = mark.label();
      if (mark != Mark.NONE) {
        all.add(candidate(mark.text(), (1 - paired) * probabilities[label]));
      }
      if (!ends.isEmpty()) {
        all.add(candidate(written(mark), paired * together[label]));
      }
      if (mark != Mark.NONE || !ends.isEmpty()) {
        whole.add(all.get(all.size() - 1));
        weights.add(choice.weights()[label] * whole.get(whole.size() - 1).confidence());
      }
    }
    Candidate first = whole.get(weights.indexOf(Collections.max(weights)));
    return Ranked.from(first, all, LEAST_ALTERNATIVE, MOST_CANDIDATES);
  }

  private static Candidate candidate(String text, double confidence) {
    return new Candidate(new Replace(text), Math.min(1, confidence), text);
  }

  /** The probabilities of the marks when the ends are there. */
  private float[] together() {
    float[] together = probabilities.clone();
    Optional<double[]> ratios = ratios();
    double sum = 0;
    for (int mark = 0; mark < together.length; mark++) {
      together[mark] *= ratios.isPresent() ? (float) ratios.get()[mark] : 1;
      sum += together[mark];
    }
    for (int mark = 0; mark < together.length; mark++) {
      together[mark] /= (float) sum;
    }
    return together;
  }

  private Optional<double[]> ratios() {
    for (End end : ends) {
      if (end.quotes() && end.opens()) {
        return Optional.of(OPENING);
      } else if (end.quotes() && end.spoken()) {
        return Optional.of(CLOSING);
      }
    }
    return Optional.empty();
  }

  /** The ends around a mark: titles close before it, speech behind the end of its sentence. */
  private String written(Mark mark) {
    StringBuilder before = new StringBuilder();
    StringBuilder behind = new StringBuilder();
    for (End end : ends) {
      boolean outside = end.opens() || isInside(mark.text(), end);
      (outside ? behind : before).append(end.mark());
    }
    return before + mark.text() + behind;
  }

  /** Whether a pause mark stands inside the quotation that ends there. */
  static boolean isInside(String mark, End end) {
    return end.quotes() && end.spoken() && !mark.isEmpty() && ENDS_A_SENTENCE.contains(mark);
  }

  /** What kind of proposal its best candidate makes it. */
  static String category(Candidate best, List<End> ends) {
    for (End end : ends) {
      if (best.label().contains(end.mark())) {
        return end.quotes() ? "quotation" : "title";
      }
    }
    return "mark";
  }
}
