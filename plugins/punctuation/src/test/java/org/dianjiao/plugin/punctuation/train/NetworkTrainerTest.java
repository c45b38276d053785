package org.dianjiao.plugin.punctuation.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;
import org.junit.jupiter.api.Test;

class NetworkTrainerTest {

  private static final int EDGE = ContextNetwork.REACH;
  private static final int MARKS = ContextNetwork.MARKS;
  private static final int COLUMNS = 30;

  private final SplittableRandom random = new SplittableRandom(1858);
  private final ContextNetwork network = new ContextNetwork(4, 12);
  private final NetworkTrainer trainer = new NetworkTrainer(network, random);
  private final float[] vectors = randomNumbers(COLUMNS * network.width(), 4);

  @Test
  void computesWhatTheNetworkComputes() {
    trainer.forward(vectors, COLUMNS);

    float[] scores = new float[MARKS];
    for (int column = EDGE; column < COLUMNS - EDGE; column++) {
      trainer.score(vectors, column, scores);
      float[] expected = scoresOfNetwork(vectors, column);
      for (int mark = 0; mark < MARKS; mark++) {
        assertThat(scores[mark]).isCloseTo(expected[mark], within(1e-4f));
      }
    }
  }

  @Test
  void findsTheSlopesThatSmallStepsShow() {
    float[] scoreSlopes = new float[COLUMNS * MARKS];
    for (int i = EDGE * MARKS; i < (COLUMNS - EDGE) * MARKS; i++) {
      scoreSlopes[i] = (float) random.nextDouble() - 0.5f;
    }
    float[] slopes = new float[vectors.length];
    trainer.forward(vectors, COLUMNS);

    trainer.backward(scoreSlopes, slopes);

    float step = 0.01f;
    for (int i = 0; i < vectors.length; i++) {
      float direct = i % network.width() < MARKS ? scoreSlopes[scoreIndex(i)] : 0;
      float value = vectors[i];
      vectors[i] = value + step;
      double above = weighted(scoreSlopes);
      vectors[i] = value - step;
      double below = weighted(scoreSlopes);
      vectors[i] = value;
      assertThat((double) slopes[i] + direct)
          .as("number %d", i)
          .isCloseTo((above - below) / (2 * step), within(0.02));
    }
  }

  private int scoreIndex(int number) {
    return number / network.width() * MARKS + number % network.width();
  }

  private double weighted(float[] weights) {
    double sum = 0;
    for (int column = EDGE; column < COLUMNS - EDGE; column++) {
      float[] scores = scoresOfNetwork(vectors, column);
      for (int mark = 0; mark < MARKS; mark++) {
        sum += (double) weights[column * MARKS + mark] * scores[mark];
      }
    }
    return sum;
  }

  private float[] scoresOfNetwork(float[] all, int column) {
    float[] heard = new float[network.inputs()];
    float[] layer = new float[network.hidden()];
    float[] scores = new float[MARKS];
    network.listen(all, 0, COLUMNS, column, heard);
    network.think(heard, layer);
    network.score(layer, all, column * network.width(), scores);
    return scores;
  }

  private float[] randomNumbers(int count, double reach) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) ((2 * random.nextDouble() - 1) * reach);
    }
    return numbers;
  }
}
