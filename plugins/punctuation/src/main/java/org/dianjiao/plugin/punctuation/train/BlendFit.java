package org.dianjiao.plugin.punctuation.train;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.plugin.punctuation.model.Blend;
import org.dianjiao.plugin.punctuation.model.JointModel;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * Finds the blend under which a joint model fits an edition best, by gradient descent with momentum
 * on the logarithmic loss, which has one valley. Three numbers a mark for some hundred thousand
 * gaps: nothing is learned by heart here.
 */
final class BlendFit {

  private static final int MARKS = Mark.ALL.size();
  private static final int STEPS = 300;
  private static final float RATE = 0.5f;
  private static final float MOMENTUM = 0.9f;

  private final List<float[]> features;
  private final List<float[]> network;
  private final List<Byte> labels;

  private BlendFit(List<float[]> features, List<float[]> network, List<Byte> labels) {
    this.features = features;
    this.network = network;
    this.labels = labels;
  }

  static Blend of(JointModel model, List<Passage> passages) {
    List<float[]> features = new ArrayList<>();
    List<float[]> network = new ArrayList<>();
    List<Byte> labels = new ArrayList<>();
    for (Passage passage : passages) {
      JointModel.JointReading reading = model.read(Line.of(passage.codes()), 0, passage.size());
      for (int gap = 0; gap < passage.size() - 1; gap++) {
        features.add(reading.featureLogs(gap));
        network.add(reading.networkLogs(gap));
        labels.add(passage.labels()[gap]);
      }
    }
    return of(features, network, labels);
  }

  /** The best blend of what two models say of some gaps, whose labels are known. */
  static Blend of(List<float[]> features, List<float[]> network, List<Byte> labels) {
    return new BlendFit(features, network, labels).descend();
  }

  private Blend descend() {
    float[][] parameters = {new float[MARKS], new float[MARKS], new float[MARKS]};
    for (int mark = 0; mark < MARKS; mark++) {
      parameters[0][mark] = 0.5f;
      parameters[1][mark] = 0.5f;
    }
    float[][] speeds = new float[3][MARKS];
    for (int step = 0; step < STEPS; step++) {
      double[][] slopes = slopes(new Blend(parameters[0], parameters[1], parameters[2]));
      for (int kind = 0; kind < 3; kind++) {
        for (int mark = 0; mark < MARKS; mark++) {
          speeds[kind][mark] =
              MOMENTUM * speeds[kind][mark]
                  - RATE * (float) (slopes[kind][mark] / Math.max(1, labels.size()));
          parameters[kind][mark] += speeds[kind][mark];
        }
      }
    }
    return new Blend(parameters[0], parameters[1], parameters[2]);
  }

  private double[][] slopes(Blend blend) {
    double[][] slopes = new double[3][MARKS];
    for (int i = 0; i < labels.size(); i++) {
      float[] probabilities = blend.probabilities(features.get(i), network.get(i));
      for (int mark = 0; mark < MARKS; mark++) {
        double slope = probabilities[mark] - (labels.get(i) == mark ? 1 : 0);
        slopes[0][mark] += slope * features.get(i)[mark];
        slopes[1][mark] += slope * network.get(i)[mark];
        slopes[2][mark] += slope;
      }
    }
    return slopes;
  }
}
