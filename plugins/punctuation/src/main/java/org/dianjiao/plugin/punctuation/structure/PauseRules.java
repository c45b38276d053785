package org.dianjiao.plugin.punctuation.structure;

/**
 * Moves the probabilities of the marks where the text says more than a model hears. Only what was
 * nearly always right on passages with known marks is a rule.
 */
public final class PauseRules {

  /** How much likelier each mark is between two names of one kind, by label. */
  private static final double[] LIST = {0.3, 0.5, 0.3, 10, 0.3, 0.3, 0.3, 0.3};

  /** The probabilities behind the number of an article. */
  private static final float[] NUMBER = {0.04f, 0.03f, 0.01f, 0.01f, 0, 0.9f, 0.01f, 0};

  private PauseRules() {}

  /** The probabilities for a gap, by label. */
  public static float[] applied(BareLine line, int gap, Names names, float[] probabilities) {
    if (Numbering.isBefore(line, gap)) {
      return NUMBER.clone();
    } else if (names.isBetween(line.line().ends()[gap])) {
      return weighed(probabilities, LIST);
    }
    return probabilities;
  }

  private static float[] weighed(float[] probabilities, double[] weights) {
    float[] weighed = new float[probabilities.length];
    double sum = 0;
    for (int mark = 0; mark < weighed.length; mark++) {
      sum += weights[mark] * probabilities[mark];
    }
    for (int mark = 0; mark < weighed.length; mark++) {
      weighed[mark] = (float) (weights[mark] * probabilities[mark] / sum);
    }
    return weighed;
  }
}
