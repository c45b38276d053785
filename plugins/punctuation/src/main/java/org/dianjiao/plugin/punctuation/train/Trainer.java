package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;
import org.dianjiao.plugin.punctuation.model.GapFeatures;

/**
 * Teaches tables and network passage by passage, by the gradient of the logarithmic loss. Some
 * passages are shown with some of their marks known, as in a text that a person has begun to
 * punctuate; some features are hidden at random, so that none is relied on alone. For one thread;
 * the same passages and the same random numbers give the same model.
 */
final class Trainer {

  private static final int MARKS = ContextNetwork.MARKS;

  private final TrainingTable scores;
  private final TrainingTable senses;
  private final ContextNetwork network;
  private final NetworkTrainer networkTrainer;
  private final int hiddenFeatures;
  private final float compensation;
  private final int width;
  private final float[] gapScores = new float[MARKS];

  private int[] scoreRows = new int[0];
  private int[] senseRows = new int[0];
  private int[] scoreEnds = new int[0];
  private int[] senseEnds = new int[0];
  private float[] vectors = new float[0];
  private float[] slopes = new float[0];
  private float[] scoreSlopes = new float[0];
  private double loss;
  private long gaps;

  /**
   * A trainer of two tables and the network over them.
   *
   * @param featureDropout share of features that are hidden, from 0 to below 1
   */
  Trainer(
      TrainingTable scores,
      TrainingTable senses,
      ContextNetwork network,
      double featureDropout,
      SplittableRandom random) {
    this.scores = scores;
    this.senses = senses;
    this.network = network;
    this.networkTrainer = new NetworkTrainer(network, random);
    this.hiddenFeatures = (int) (featureDropout * 65536);
    this.compensation = (float) (1 / (1 - featureDropout));
    this.width = network.width();
  }

  /** Learns from one passage. */
  void learn(Passage passage, float tableRate, float networkRate, SplittableRandom random) {
    int size = passage.size();
    boolean[] known = Disclosure.of(passage, random);
    collect(passage, random);
    for (int gap = 0; gap < size; gap++) {
      if (known[gap]) {
        int from = passage.labels()[gap] * width;
        System.arraycopy(network.standIns(), from, vectors, gap * width, width);
      }
    }
    networkTrainer.forward(vectors, size);
    for (int gap = 0; gap < size; gap++) {
      if (!known[gap]) {
        compare(passage, gap);
      }
    }
    networkTrainer.backward(scoreSlopes, slopes);
    descend(passage, known, tableRate);
    networkTrainer.step(networkRate);
  }

  /** Mean loss per gap since the last call, in nats. */
  double takeLoss() {
    double mean = loss / Math.max(1, gaps);
    loss = 0;
    gaps = 0;
    return mean;
  }

  /** Sums the rows of the features that are not hidden. */
  private void collect(Passage passage, SplittableRandom random) {
    int size = passage.size();
    clear(size);
    int[] rows = new int[GapFeatures.MOST];
    int scoreEnd = 0;
    int senseEnd = 0;
    for (int gap = 0; gap < size; gap++) {
      int count = GapFeatures.write(passage.codes(), 0, size, gap, scores.bits(), rows, 0);
      int start = gap * width;
      long dice = 0;
      for (int i = 0; i < count; i++) {
        dice = (i & 3) == 0 ? random.nextLong() : dice >>> 16;
        if ((dice & 0xFFFF) < hiddenFeatures) {
          continue;
        }
        int row = rows[i];
        if (scores.keeps(row)) {
          scores.add(row, vectors, start);
          scoreRows[scoreEnd++] = row;
        }
        if (i < GapFeatures.PLAIN && senses.keeps(row)) {
          senses.add(row, vectors, start + MARKS);
          senseRows[senseEnd++] = row;
        }
      }
      for (int i = start; i < start + width; i++) {
        vectors[i] *= compensation;
      }
      scoreEnds[gap] = scoreEnd;
      senseEnds[gap] = senseEnd;
    }
  }

  private void clear(int size) {
    if (scoreEnds.length < size) {
      scoreRows = new int[size * GapFeatures.MOST];
      senseRows = new int[size * GapFeatures.PLAIN];
      scoreEnds = new int[size];
      senseEnds = new int[size];
      vectors = new float[size * width];
      slopes = new float[size * width];
      scoreSlopes = new float[size * MARKS];
    }
    Arrays.fill(vectors, 0, size * width, 0);
    Arrays.fill(slopes, 0, size * width, 0);
    Arrays.fill(scoreSlopes, 0, size * MARKS, 0);
  }

  /** Compares the answer for a gap with the label: the slopes of the loss by the scores. */
  private void compare(Passage passage, int gap) {
    networkTrainer.score(vectors, gap, gapScores);
    ContextNetwork.probabilities(gapScores, 1);
    int label = passage.labels()[gap];
    if (passage.pausesOnly() && label != 0) {
      float pause = Math.max(1e-6f, 1 - gapScores[0]);
      loss -= StrictMath.log(pause);
      for (int mark = 1; mark < MARKS; mark++) {
        gapScores[mark] -= gapScores[mark] / pause;
      }
    } else {
      loss -= StrictMath.log(Math.max(1e-9f, gapScores[label]));
      gapScores[label] -= 1;
    }
    gaps++;
    System.arraycopy(gapScores, 0, scoreSlopes, gap * MARKS, MARKS);
    for (int mark = 0; mark < MARKS; mark++) {
      slopes[gap * width + mark] += gapScores[mark];
    }
  }

  private void descend(Passage passage, boolean[] known, float rate) {
    int scoreStart = 0;
    int senseStart = 0;
    for (int gap = 0; gap < passage.size(); gap++) {
      int offset = gap * width;
      if (known[gap]) {
        networkTrainer.learnStandIn(passage.labels()[gap], slopes, offset);
      } else {
        learn(scores, scoreRows, scoreStart, scoreEnds[gap], offset, rate);
        learn(senses, senseRows, senseStart, senseEnds[gap], offset + MARKS, rate);
      }
      scoreStart = scoreEnds[gap];
      senseStart = senseEnds[gap];
    }
  }

  private void learn(TrainingTable table, int[] rows, int from, int to, int offset, float rate) {
    float square = 0;
    for (int i = offset; i < offset + table.width(); i++) {
      square += slopes[i] * slopes[i];
    }
    if (square > 1e-12f) {
      for (int i = from; i < to; i++) {
        table.learn(rows[i], slopes, offset, square / table.width(), rate);
      }
    }
  }
}
