package org.dianjiao.plugin.punctuation.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits a correction to examples: multinomial logistic regression over the model's own scores, drawn
 * to no change (ridge), by some rounds of Adagrad (Duchi, Hazan, Singer 2011). The same examples in
 * the same order give the same numbers to the last bit. The strengths were chosen on the
 * development passages.
 */
final class Fit {

  private static final int ROUNDS = 15;
  private static final float RATE = 0.1f;
  private static final float RIDGE_CONSTANT = 2;
  private static final float RIDGE_NUMBER = 30;
  private static final float RIDGE_FEATURE = 5;

  /** What an example counts that nobody decided about. */
  private static final float PASSED = 0.7f;

  /** A string that was seen once only explains its own gap. */
  private static final int LEAST_SEEN = 2;

  private final List<Example> examples;
  private final Map<Long, Integer> rows = new HashMap<>();
  private final int[][] rowsOf;
  private final float[][] numbersOf;
  private final float[] weights;
  private final float[] squares;
  private final float[] pull;

  private Fit(Collection<Example> examples) {
    this.examples = List.copyOf(examples);
    Map<Long, Integer> seen = new HashMap<>();
    List<long[]> names = new ArrayList<>();
    for (Example example : this.examples) {
      long[] features = example.gap().features();
      names.add(features);
      for (long name : features) {
        seen.merge(name, 1, Integer::sum);
      }
    }
    this.rowsOf = new int[names.size()][];
    this.numbersOf = new float[names.size()][];
    List<Float> pulls = new ArrayList<>();
    for (int number = 0; number < Gap.NUMBERS; number++) {
      pulls.add((number == 0 ? RIDGE_CONSTANT : RIDGE_NUMBER) / Math.max(1, names.size()));
    }
    for (int i = 0; i < rowsOf.length; i++) {
      rowsOf[i] = known(names.get(i), seen, pulls);
      numbersOf[i] = this.examples.get(i).gap().numbers();
    }
    this.pull = new float[pulls.size()];
    for (int row = 0; row < pull.length; row++) {
      pull[row] = pulls.get(row);
    }
    this.weights = new float[pull.length * Gap.MARKS];
    this.squares = new float[weights.length];
  }

  /** The rows of an example's features, but of those that are too rare. */
  private int[] known(long[] names, Map<Long, Integer> seen, List<Float> pulls) {
    return Arrays.stream(names)
        .filter(name -> seen.get(name) >= LEAST_SEEN)
        .mapToInt(
            name ->
                rows.computeIfAbsent(
                    name,
                    added -> {
                      pulls.add(RIDGE_FEATURE / seen.get(added));
                      return pulls.size() - 1;
                    }))
        .toArray();
  }

  /** The correction for some examples. */
  static Correction of(Collection<Example> examples) {
    return examples.isEmpty() ? Correction.NONE : new Fit(examples).fitted();
  }

  private Correction fitted() {
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < rowsOf.length; i++) {
        learn(i);
      }
    }
    Map<Long, float[]> features = new HashMap<>();
    rows.forEach((name, row) -> features.put(name, row(row)));
    return new Correction(Arrays.copyOf(weights, Gap.NUMBERS * Gap.MARKS), features);
  }

  private float[] row(int row) {
    return Arrays.copyOfRange(weights, row * Gap.MARKS, (row + 1) * Gap.MARKS);
  }

  private void learn(int i) {
    Example example = examples.get(i);
    float[] slopes = example.gap().logs().clone();
    for (int number = 0; number < Gap.NUMBERS; number++) {
      add(number, numbersOf[i][number], slopes);
    }
    for (int row : rowsOf[i]) {
      add(row, 1, slopes);
    }
    Correction.normalize(slopes);
    slopes[example.mark().label()] -= 1;
    float share = example.decided() ? 1 : PASSED;
    for (int number = 0; number < Gap.NUMBERS; number++) {
      step(number, share * numbersOf[i][number], slopes);
    }
    for (int row : rowsOf[i]) {
      step(row, share, slopes);
    }
  }

  private void add(int row, float value, float[] scores) {
    for (int mark = 0; mark < Gap.MARKS; mark++) {
      scores[mark] += value * weights[row * Gap.MARKS + mark];
    }
  }

  private void step(int row, float value, float[] slopes) {
    for (int mark = 0; mark < Gap.MARKS; mark++) {
      int at = row * Gap.MARKS + mark;
      float slope = value * slopes[mark] + pull[row] * weights[at];
      squares[at] += slope * slope;
      if (slope != 0) {
        weights[at] -= RATE * slope / (float) Math.sqrt(squares[at]);
      }
    }
  }
}
