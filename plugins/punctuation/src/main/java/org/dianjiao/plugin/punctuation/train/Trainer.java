package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;
import org.dianjiao.plugin.punctuation.model.GapFeatures;

/**
 * Teaches tables and network batch by batch, by the gradient of the logarithmic loss. Some passages
 * are shown with some of their marks known, as in a text that a person has begun to punctuate; some
 * features are hidden at random, so that none is relied on alone. For one thread; the same passages
 * and the same random numbers give the same model.
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

  private final int[] rows = new int[GapFeatures.MOST];
  private int[] scoreSlots = new int[0];
  private int[] senseSlots = new int[0];
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

  /** Learns from some passages in one step. */
  void learn(List<Passage> passages, float tableRate, float networkRate, SplittableRandom random) {
    Batch batch = Batch.of(passages, random);
    clear(batch);
    for (int i = 0; i < passages.size(); i++) {
      collect(passages.get(i), batch, batch.starts()[i], random);
    }
    for (int column = 0; column < batch.columns(); column++) {
      int standIn = batch.standIns()[column];
      if (standIn != Batch.LEARNED) {
        System.arraycopy(network.standIns(), standIn * width, vectors, column * width, width);
      }
    }
    networkTrainer.forward(vectors, batch.columns());
    for (int i = 0; i < passages.size(); i++) {
      compare(passages.get(i), batch, batch.starts()[i]);
    }
    networkTrainer.backward(scoreSlopes, slopes);
    descend(batch, tableRate);
    networkTrainer.step(networkRate);
  }

  /** Mean loss per gap since the last call, in nats. */
  double takeLoss() {
    double mean = loss / Math.max(1, gaps);
    loss = 0;
    gaps = 0;
    return mean;
  }

  private void clear(Batch batch) {
    int columns = batch.columns();
    if (scoreEnds.length < columns) {
      scoreSlots = new int[columns * GapFeatures.MOST];
      senseSlots = new int[columns * GapFeatures.PLAIN];
      scoreEnds = new int[columns];
      senseEnds = new int[columns];
      vectors = new float[columns * width];
      slopes = new float[columns * width];
      scoreSlopes = new float[columns * MARKS];
    }
    Arrays.fill(vectors, 0, columns * width, 0);
    Arrays.fill(slopes, 0, columns * width, 0);
    Arrays.fill(scoreSlopes, 0, columns * MARKS, 0);
  }

  /** Notes and sums the rows of the features of a passage that are not hidden. */
  private void collect(Passage passage, Batch batch, int start, SplittableRandom random) {
    for (int gap = 0; gap < passage.size(); gap++) {
      int column = start + gap;
      scoreEnds[column] = column * GapFeatures.MOST;
      senseEnds[column] = column * GapFeatures.PLAIN;
      if (batch.standIns()[column] == Batch.LEARNED) {
        collect(passage, gap, column, random);
      }
    }
  }

  private void collect(Passage passage, int gap, int column, SplittableRandom random) {
    int offset = column * width;
    int size = passage.size();
    int count = GapFeatures.write(passage.codes(), 0, size, gap, scores.bits(), rows, 0);
    long dice = 0;
    for (int i = 0; i < count; i++) {
      dice = (i & 3) == 0 ? random.nextLong() : dice >>> 16;
      if ((dice & 0xFFFF) < hiddenFeatures) {
        continue;
      }
      int row = rows[i];
      int slot = scores.slot(row);
      if (slot != TrainingTable.ABSENT) {
        scores.addSlot(slot, vectors, offset);
        scoreSlots[scoreEnds[column]++] = slot;
      }
      int senseSlot = i < GapFeatures.PLAIN ? senses.slot(row) : TrainingTable.ABSENT;
      if (senseSlot != TrainingTable.ABSENT) {
        senses.addSlot(senseSlot, vectors, offset + MARKS);
        senseSlots[senseEnds[column]++] = senseSlot;
      }
    }
    for (int i = offset; i < offset + width; i++) {
      vectors[i] *= compensation;
    }
  }

  /** Compares the answers for a passage with its labels: the slopes of the loss by the scores. */
  private void compare(Passage passage, Batch batch, int start) {
    for (int gap = 0; gap < passage.size(); gap++) {
      int column = start + gap;
      if (batch.standIns()[column] == Batch.LEARNED) {
        compare(passage.labels()[gap], passage.pausesOnly(), column);
      }
    }
  }

  private void compare(int label, boolean pausesOnly, int column) {
    networkTrainer.score(vectors, column, gapScores);
    ContextNetwork.probabilities(gapScores, 1);
    if (pausesOnly && label != 0) {
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
    System.arraycopy(gapScores, 0, scoreSlopes, column * MARKS, MARKS);
    for (int mark = 0; mark < MARKS; mark++) {
      slopes[column * width + mark] += gapScores[mark];
    }
  }

  private void descend(Batch batch, float rate) {
    for (int column = 0; column < batch.columns(); column++) {
      int offset = column * width;
      int standIn = batch.standIns()[column];
      if (standIn == Batch.LEARNED) {
        int from = column * GapFeatures.MOST;
        learn(scores, scoreSlots, from, scoreEnds[column], offset, rate);
        int senseFrom = column * GapFeatures.PLAIN;
        learn(senses, senseSlots, senseFrom, senseEnds[column], offset + MARKS, rate);
      } else {
        networkTrainer.learnStandIn(standIn, slopes, offset);
      }
    }
  }

  private void learn(TrainingTable table, int[] slots, int from, int to, int offset, float rate) {
    float square = 0;
    for (int i = offset; i < offset + table.width(); i++) {
      square += slopes[i] * slopes[i];
    }
    if (square > 1e-12f) {
      for (int i = from; i < to; i++) {
        table.learn(slots[i], slopes, offset, square / table.width(), rate);
      }
    }
  }
}
