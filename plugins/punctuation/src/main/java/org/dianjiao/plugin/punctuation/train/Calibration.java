package org.dianjiao.plugin.punctuation.train;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;
import org.dianjiao.plugin.punctuation.model.FeatureModel;
import org.dianjiao.plugin.punctuation.model.FeatureReading;
import org.dianjiao.plugin.punctuation.model.Line;

/**
 * Chooses the temperature under which the probabilities of a model fit an edition best (Guo,
 * Pleiss, Sun, Weinberger 2017), by golden-section search on the loss.
 */
final class Calibration {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Calibration() {}

  /** The model with the best temperature. */
  static FeatureModel calibrate(FeatureModel model, List<Passage> passages) {
    List<float[]> logarithms = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    FeatureModel plain = at(model, 1);
    for (Passage passage : passages) {
      FeatureReading reading = plain.read(Line.of(passage.codes()), 0, passage.size());
      for (int gap = 0; gap < passage.size() - 1; gap++) {
        float[] probabilities = reading.probabilities(gap);
        for (int mark = 0; mark < probabilities.length; mark++) {
          probabilities[mark] = (float) StrictMath.log(Math.max(1e-30, probabilities[mark]));
        }
        logarithms.add(probabilities);
        labels.add((int) passage.labels()[gap]);
      }
    }
    double low = 0.5;
    double high = 3;
    while (high - low > 0.01) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(logarithms, labels, left) < loss(logarithms, labels, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return at(model, (low + high) / 2);
  }

  private static double loss(List<float[]> logarithms, List<Integer> labels, double temperature) {
    double loss = 0;
    for (int i = 0; i < labels.size(); i++) {
      float[] scores = logarithms.get(i).clone();
      ContextNetwork.probabilities(scores, (float) temperature);
      loss -= StrictMath.log(Math.max(1e-9, scores[labels.get(i)]));
    }
    return loss;
  }

  private static FeatureModel at(FeatureModel model, double temperature) {
    return new FeatureModel(model.scores(), model.senses(), model.network(), (float) temperature);
  }
}
