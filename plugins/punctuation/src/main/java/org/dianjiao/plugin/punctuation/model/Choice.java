package org.dianjiao.plugin.punctuation.model;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Which mark is offered first where a pause is likely. A rare mark is hardly ever the likeliest
 * one, not even where editors put it; so each mark has a weight by which its probability counts in
 * this choice, and in this choice only: what is said of the probability stays as it is.
 *
 * @param weights by label of {@link Mark}
 */
@SuppressWarnings("ArrayRecordComponent") // eight numbers; equality is never asked for
public record Choice(float[] weights) {

  /** The likeliest mark. */
  public static Choice plain() {
    float[] weights = new float[Mark.ALL.size()];
    Arrays.fill(weights, 1);
    return new Choice(weights);
  }

  /** The mark to offer first, never {@link Mark#NONE}. */
  public Mark best(float[] probabilities) {
    return Mark.PAUSES.stream().max(by(probabilities)).orElseThrow();
  }

  /** Orders marks by what they count; the best is the greatest. */
  public Comparator<Mark> by(float[] probabilities) {
    return Comparator.comparingDouble(mark -> weights[mark.label()] * probabilities[mark.label()]);
  }
}
