package org.dianjiao.plugin.punctuation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a model says about the gaps of one line. Cheap to ask again; for one thread.
 *
 * <p>Each gap is decided by what is near it, never by a path through the whole line, so the answer
 * is the same however much of the line was cut off far away.
 */
public final class FeatureReading implements PunctuationModel.Reading {

  private final FeatureModel model;
  private final ContextNetwork network;
  private final Line line;
  private final int offset;
  private final float[] vectors;
  private final int[] rows = new int[GapFeatures.MOST];
  private final float[] heard;
  private final float[] layer;

  FeatureReading(FeatureModel model, Line line, int first, int end) {
    this.model = model;
    this.network = model.network();
    this.line = line;
    this.offset = Math.max(0, first - ContextNetwork.REACH);
    int last = Math.min(line.size(), end + ContextNetwork.REACH);
    this.vectors = new float[Math.max(0, last - offset) * network.width()];
    this.heard = new float[network.inputs()];
    this.layer = new float[network.hidden()];
    for (int gap = offset; gap < last; gap++) {
      fill(gap);
    }
  }

  private void fill(int gap) {
    int start = own(gap);
    int known = line.known()[gap];
    if (known != 0) {
      System.arraycopy(
          network.standIns(), known * network.width(), vectors, start, network.width());
      return;
    }
    int count = features(gap);
    for (int i = 0; i < count; i++) {
      model.add(rows[i], i, vectors, start);
    }
  }

  @Override
  public float[] probabilities(int gap) {
    float[] scores = scores(gap);
    ContextNetwork.probabilities(scores, model.temperature());
    return scores;
  }

  /** Logarithms of the probabilities in a gap. */
  float[] logarithms(int gap) {
    float[] scores = scores(gap);
    ContextNetwork.logarithms(scores, model.temperature());
    return scores;
  }

  private float[] scores(int gap) {
    float[] scores = new float[ContextNetwork.MARKS];
    think(gap);
    network.score(layer, vectors, own(gap), scores);
    return scores;
  }

  /** {@inheritDoc} This model knows none. */
  @Override
  public float[] paired(int gap) {
    return new float[Paired.COUNT];
  }

  /**
   * {@inheritDoc} The share of a feature is its part of the gap's own vector, followed through
   * direct path and network to first order.
   */
  @Override
  public List<Reason> reasons(int gap, Mark mark, int most) {
    think(gap);
    float[] slopes = network.slopes(heard, layer, mark.label());
    features(gap);
    List<Reason> reasons = new ArrayList<>();
    float[] row = new float[network.width()];
    for (int template = 0; template < GapFeatures.TEMPLATES; template++) {
      Arrays.fill(row, 0);
      model.add(rows[template], template, row, 0);
      float share = 0;
      for (int i = 0; i < row.length; i++) {
        share += slopes[i] * row[i];
      }
      if (share > 0) {
        reasons.add(new Reason(GapFeatures.template(template), share));
      }
    }
    reasons.sort(Comparator.comparingDouble(Reason::share).reversed());
    return List.copyOf(reasons.subList(0, Math.min(most, reasons.size())));
  }

  private int own(int gap) {
    return (gap - offset) * network.width();
  }

  private int features(int gap) {
    int bits = model.scores().bits();
    return GapFeatures.write(
        line.codes(), line.firstSeen(gap), line.seenUpTo(gap), gap, bits, rows, 0);
  }

  private void think(int gap) {
    network.listen(
        vectors, line.firstHeard(gap) - offset, line.heardUpTo(gap) - offset, gap - offset, heard);
    network.think(heard, layer);
  }
}
