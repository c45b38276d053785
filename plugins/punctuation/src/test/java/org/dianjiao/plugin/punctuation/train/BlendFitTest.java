package org.dianjiao.plugin.punctuation.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.Blend;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.junit.jupiter.api.Test;

class BlendFitTest {

  private static final int MARKS = Mark.ALL.size();

  /** One adviser knows where pauses are but not which, the other which mark but is too sure. */
  @Test
  void takesFromEachModelWhatItKnows() {
    SplittableRandom random = new SplittableRandom(1858);
    List<float[]> features = new ArrayList<>();
    List<float[]> network = new ArrayList<>();
    List<Byte> labels = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      int label = random.nextInt(3);
      labels.add((byte) label);
      features.add(told(label == 0 ? 0 : 1 + random.nextInt(2), 3));
      int heard = random.nextInt(10) < 7 ? label : random.nextInt(3);
      network.add(told(heard, 8));
    }

    Blend blend = BlendFit.of(features, network, labels);

    double blended = loss(blend, features, network, labels);
    assertThat(blended).isLessThan(0.9 * loss(only(1, 0), features, network, labels));
    assertThat(blended).isLessThan(0.9 * loss(only(0, 1), features, network, labels));
    assertThat(blend.network()[1]).as("tempered").isLessThan(0.6f);
  }

  private static float[] told(int mark, float sure) {
    float[] logs = new float[MARKS];
    logs[mark] = sure;
    return logs;
  }

  private static Blend only(float features, float network) {
    return new Blend(all(features), all(network), new float[MARKS]);
  }

  private static float[] all(float number) {
    float[] numbers = new float[MARKS];
    Arrays.fill(numbers, number);
    return numbers;
  }

  private static double loss(
      Blend blend, List<float[]> features, List<float[]> network, List<Byte> labels) {
    double loss = 0;
    for (int i = 0; i < labels.size(); i++) {
      loss -= Math.log(blend.probabilities(features.get(i), network.get(i))[labels.get(i)]);
    }
    return loss / labels.size();
  }
}
