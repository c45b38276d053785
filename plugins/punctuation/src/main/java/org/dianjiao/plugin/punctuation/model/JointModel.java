package org.dianjiao.plugin.punctuation.model;

import java.util.Arrays;
import java.util.List;

/**
 * Two models of different kinds that are asked together: one knows by heart which strings go with a
 * mark, the other hears a whole sentence. What one misses the other often has.
 *
 * @param features the model of strings, which also gives the reasons
 * @param network the gated network
 * @param blend how much of each counts
 * @param choice which mark is offered first
 */
public record JointModel(FeatureModel features, GatedNetwork network, Blend blend, Choice choice)
    implements PunctuationModel {

  /** The same two models, blended otherwise. */
  public JointModel with(Blend other) {
    return new JointModel(features, network, other, choice);
  }

  /** The same model, which offers another mark first. */
  public JointModel with(Choice other) {
    return new JointModel(features, network, blend, other);
  }

  @Override
  public JointReading read(Line line, int first, int end) {
    return new JointReading(
        features.read(line, first, end), network.scores(line, first, end), first);
  }

  /** What both models say of some gaps. */
  public final class JointReading implements Reading {

    private final FeatureReading reading;
    private final float[][] scores;
    private final int first;

    private JointReading(FeatureReading reading, float[][] scores, int first) {
      this.reading = reading;
      this.scores = scores;
      this.first = first;
    }

    @Override
    public float[] probabilities(int gap) {
      return blend.probabilities(featureLogs(gap), networkLogs(gap));
    }

    /** Logarithms of the probabilities that the feature model gives. */
    public float[] featureLogs(int gap) {
      return reading.logarithms(gap);
    }

    /** Logarithms of the probabilities that the gated network gives. */
    public float[] networkLogs(int gap) {
      float[] logarithms = Arrays.copyOf(scores[gap - first], GatedNetwork.MARKS);
      ContextNetwork.logarithms(logarithms, 1);
      return logarithms;
    }

    @Override
    public float[] paired(int gap) {
      float[] paired = new float[Paired.COUNT];
      for (int half = 0; half < paired.length; half++) {
        paired[half] = Gates.gate(scores[gap - first][GatedNetwork.MARKS + half]);
      }
      return paired;
    }

    @Override
    public List<Reason> reasons(int gap, Mark mark, int most) {
      return reading.reasons(gap, mark, most);
    }
  }
}
