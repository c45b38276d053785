package org.dianjiao.plugin.punctuation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.dianjiao.plugin.punctuation.model.GatedNetwork.Weights;
import org.junit.jupiter.api.Test;

class GatedNetworkTest {

  private static final int WIDTH = 8;

  private final Random random = new Random(1858);
  private final GatedNetwork network = network(new int[] {1, 2, 4});

  @Test
  void answersFromAStretchAsFromTheWholeLine() {
    Line line = line(120, 3);
    float[][] whole = network.scores(line, 0, 120);

    for (int first = 0; first < 120; first += 13) {
      int end = Math.min(120, first + 17);
      float[][] part = network.scores(line, first, end);
      assertThat(part).isDeepEqualTo(Arrays.copyOfRange(whole, first, end));
    }
  }

  @Test
  void hearsAsFarAsItSaysAndNoFurther() {
    Line line = line(60, 0);
    float[] before = network.scores(line, 30, 31)[0];

    for (int place = 0; place < 60; place++) {
      int[] codes = line.codes().clone();
      codes[place] = 'x';
      Line changed = new Line(codes, line.known(), line.starts(), line.ends());
      boolean near = Math.abs(place - 30) < network.reach();
      boolean same = Arrays.equals(network.scores(changed, 30, 31)[0], before);
      assertThat(same).as("place %d", place).isEqualTo(!near);
    }
  }

  @Test
  void hearsNothingAcrossALongNote() {
    Line line = line(40, 0);
    int[] starts = line.starts().clone();
    int[] ends = line.ends().clone();
    for (int i = 20; i < 40; i++) {
      starts[i] += network.reachInUnits();
      ends[i] += network.reachInUnits();
    }
    Line parted = new Line(line.codes(), line.known(), starts, ends);
    int[] firstCodes = Arrays.copyOf(line.codes(), 20);

    assertThat(network.scores(parted, 0, 20))
        .isDeepEqualTo(network.scores(Line.of(firstCodes), 0, 20));
  }

  @Test
  void gatesAsTheLogisticFunction() {
    for (float value = -20; value <= 20; value += 0.01f) {
      assertThat((double) Gates.gate(value))
          .as("gate of %f", value)
          .isCloseTo(1 / (1 + Math.exp(-value)), within(2e-6));
    }
  }

  private Line line(int size, int marks) {
    int[] codes = new int[size];
    byte[] known = new byte[size];
    for (int i = 0; i < size; i++) {
      codes[i] = 'a' + random.nextInt(12);
    }
    for (int i = 0; i < marks; i++) {
      known[random.nextInt(size)] = 2;
    }
    Line plain = Line.of(codes);
    return new Line(codes, known, plain.starts(), plain.ends());
  }

  private GatedNetwork network(int[] distances) {
    long[] characters = {'a', 'b', 'c', 'd', 'x'};
    long[] pairs = {((long) 'a' << 21) | 'a', ((long) 'a' << 21) | 'b', ((long) 'c' << 21) | 'd'};
    Weights[] layers = new Weights[distances.length];
    Arrays.setAll(layers, i -> weights(3 * WIDTH, 2 * WIDTH));
    return new GatedNetwork(
        rows(characters),
        rows(pairs),
        numbers(GatedNetwork.MARKS * WIDTH),
        weights(3 * 8, WIDTH),
        layers,
        distances,
        weights(WIDTH, GatedNetwork.MARKS + Paired.COUNT));
  }

  private RowBytes rows(long[] keys) {
    byte[] steps = new byte[keys.length + 1];
    byte[] weights = new byte[steps.length * 4];
    Arrays.fill(steps, (byte) -50);
    random.nextBytes(weights);
    return new RowBytes(keys, 4, steps, weights);
  }

  private Weights weights(int inputs, int outputs) {
    float[][] factors = new float[inputs][];
    Arrays.setAll(factors, i -> numbers(outputs));
    return new Weights(factors, numbers(outputs));
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
