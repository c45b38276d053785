package org.dianjiao.plugin.punctuation.model;

import java.util.Arrays;

/**
 * How much of each of two models goes into the score of a mark: both scores are weighed and a
 * constant is added. Fitted on passages that neither model learned from, it also makes the
 * probabilities honest.
 *
 * @param features weight of the feature model's logarithm of the probability, by mark
 * @param network weight of the gated network's, by mark
 * @param constant by mark
 */
@SuppressWarnings("ArrayRecordComponent") // eight numbers each; equality is never asked for
public record Blend(float[] features, float[] network, float[] constant) {

  /** The network alone, as it is. */
  public static Blend ofNetwork() {
    float[] network = new float[GatedNetwork.MARKS];
    Arrays.fill(network, 1);
    return new Blend(new float[GatedNetwork.MARKS], network, new float[GatedNetwork.MARKS]);
  }

  /** The probabilities of the marks from the logarithms of what both models say. */
  public float[] probabilities(float[] featureLogs, float[] networkLogs) {
    float[] scores = new float[constant.length];
    for (int mark = 0; mark < scores.length; mark++) {
      scores[mark] =
          features[mark] * featureLogs[mark] + network[mark] * networkLogs[mark] + constant[mark];
    }
    ContextNetwork.probabilities(scores, 1);
    return scores;
  }

  /** The parameters, in the order of the file. */
  float[][] parameters() {
    return new float[][] {features, network, constant};
  }
}
