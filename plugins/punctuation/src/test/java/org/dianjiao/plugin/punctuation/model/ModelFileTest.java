package org.dianjiao.plugin.punctuation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private static final int BITS = 8;
  private static final int SENSES = 3;

  @TempDir private Path folder;

  @Test
  void readsBackWhatWasWritten() throws IOException {
    Random random = new Random(1858);
    PackedTable scores = table(random, ContextNetwork.MARKS);
    PackedTable senses = table(random, SENSES);
    ContextNetwork network = new ContextNetwork(SENSES, 4);
    for (float[] parameters : network.parameters()) {
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = random.nextFloat() - 0.5f;
      }
    }
    Path file = folder.resolve("model.bin");

    ModelFile.write(scores, senses, network, 1.25f, file);

    FeatureModel expected = new FeatureModel(scores, senses, network, 1.25f);
    FeatureModel model = ModelFile.read(file);
    assertThat(model.temperature()).isEqualTo(1.25f);
    int[] codes = "學而時習之不亦說乎".codePoints().toArray();
    FeatureReading reading = model.read(Line.of(codes), 0, codes.length);
    FeatureReading expectedReading = expected.read(Line.of(codes), 0, codes.length);
    for (int gap = 0; gap < codes.length; gap++) {
      assertThat(reading.probabilities(gap)).isEqualTo(expectedReading.probabilities(gap));
    }
  }

  @Test
  void refusesAFileThatIsNoModel() throws IOException {
    Path file = folder.resolve("model.bin");
    Files.writeString(file, "no model at all");

    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a model begins with 444a504d version 1");
  }

  @Test
  void refusesATornFile() throws IOException {
    Random random = new Random(1);
    Path file = folder.resolve("model.bin");
    ContextNetwork network = new ContextNetwork(SENSES, 4);
    PackedTable scores = table(random, ContextNetwork.MARKS);
    ModelFile.write(scores, table(random, SENSES), network, 1, file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(IOException.class);
  }

  private static PackedTable table(Random random, int width) {
    long[] kept = new long[(1 << BITS) / 64];
    int rows = 0;
    for (int i = 0; i < kept.length; i++) {
      kept[i] = random.nextLong();
      rows += Long.bitCount(kept[i]);
    }
    byte[] weights = new byte[rows * width];
    random.nextBytes(weights);
    return new PackedTable(width, 0.01f, kept, weights);
  }
}
