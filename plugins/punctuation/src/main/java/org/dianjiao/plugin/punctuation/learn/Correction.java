package org.dianjiao.plugin.punctuation.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.Reason;

/**
 * What is added to the scores of the marks in one project. Immutable.
 *
 * @param numbers weights of {@link Gap#numbers}: by number, then mark
 * @param features weights of the features that are known: by name, then mark
 */
@SuppressWarnings("ArrayRecordComponent") // equality is never asked for
record Correction(float[] numbers, Map<Long, float[]> features) {

  /** Changes nothing. */
  static final Correction NONE = new Correction(new float[Gap.NUMBERS * Gap.MARKS], Map.of());

  boolean isNone() {
    return features.isEmpty() && Arrays.equals(numbers, NONE.numbers);
  }

  /** The probabilities of the marks in a gap, by label. */
  float[] probabilities(Gap gap) {
    float[] scores = gap.logs().clone();
    float[] values = gap.numbers();
    for (int number = 0; number < Gap.NUMBERS; number++) {
      for (int mark = 0; mark < Gap.MARKS; mark++) {
        scores[mark] += values[number] * numbers[number * Gap.MARKS + mark];
      }
    }
    for (long name : gap.features()) {
      float[] weights = features.get(name);
      for (int mark = 0; weights != null && mark < Gap.MARKS; mark++) {
        scores[mark] += weights[mark];
      }
    }
    normalize(scores);
    return scores;
  }

  /** Makes probabilities of scores. */
  static void normalize(float[] scores) {
    float most = scores[0];
    for (float score : scores) {
      most = Math.max(most, score);
    }
    float sum = 0;
    for (int mark = 0; mark < scores.length; mark++) {
      scores[mark] = (float) StrictMath.exp(scores[mark] - most);
      sum += scores[mark];
    }
    for (int mark = 0; mark < scores.length; mark++) {
      scores[mark] /= sum;
    }
  }

  /** The strings around a gap that speak for a mark here, in no order. */
  List<Reason> reasons(Gap gap, Mark mark) {
    List<Reason> reasons = new ArrayList<>();
    long[] names = gap.features();
    for (int feature = 0; feature < names.length; feature++) {
      float[] weights = features.get(names[feature]);
      if (weights != null && weights[mark.label()] > weights[0]) {
        reasons.add(new Reason(Gap.offsets(feature), weights[mark.label()] - weights[0]));
      }
    }
    return reasons;
  }
}
