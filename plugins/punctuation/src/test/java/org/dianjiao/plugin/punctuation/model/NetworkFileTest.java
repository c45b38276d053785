package org.dianjiao.plugin.punctuation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample network and its answers were made by {@code training/sample.py}. */
class NetworkFileTest {

  private static final String TEXT = "学而时习之不亦说乎有朋自远方来不亦乐乎人不知而不愠不亦君子乎𠲽";

  @TempDir private Path folder;

  @Test
  void answersAsTheFrameworkThatTrainedIt() throws IOException {
    int[] codes = TEXT.codePoints().toArray();
    byte[] known = new byte[codes.length];
    known[4] = (byte) Mark.COMMA.label();
    known[8] = (byte) Mark.QUESTION.label();
    Line plain = Line.of(codes);
    Line line = new Line(codes, known, plain.starts(), plain.ends());

    float[][] scores = model(sample()).network().scores(line, 0, codes.length);

    List<String> expected =
        new String(resource("network.txt"), StandardCharsets.UTF_8).lines().toList();
    assertThat(scores.length).isEqualTo(expected.size());
    for (int gap = 0; gap < scores.length; gap++) {
      String[] wanted = expected.get(gap).split(" ", -1);
      for (int mark = 0; mark < wanted.length; mark++) {
        assertThat(scores[gap][mark])
            .as("gap %d, mark %d", gap, mark)
            .isCloseTo(Float.parseFloat(wanted[mark]), within(0.05f));
      }
    }
  }

  @Test
  void keepsTheNetworkUnderAnotherBlend() throws IOException {
    byte[] before = sample();
    Path file = Files.write(folder.resolve("network.bin"), before);
    float[] eight = {1, 2, 3, 4, 5, 6, 7, 8};

    NetworkFile.write(new Blend(eight, new float[8], eight), new Choice(eight), file);

    JointModel model = NetworkFile.read(file, features());
    assertThat(model.blend().features()).containsExactly(eight);
    assertThat(model.blend().network()).containsOnly(0);
    assertThat(model.choice().weights()).containsExactly(eight);
    NetworkFile.write(Blend.ofNetwork(), Choice.plain(), file);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    byte[] sample = sample();
    byte[] otherVersion = sample.clone();
    otherVersion[7] = 9;
    byte[] noNumber = sample.clone();
    Arrays.fill(noNumber, 8, 12, (byte) 0xFF);

    assertThatThrownBy(() -> model("no network at all".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("network.bin is no network: it begins with 6e6f206e");
    assertThatThrownBy(() -> model(otherVersion)).hasMessageContaining("version 9; a network");
    assertThatThrownBy(() -> model(noNumber)).hasMessageContaining("NaN is among its weights");
    assertThatThrownBy(() -> model(Arrays.copyOf(sample, sample.length - 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("network.bin is torn or damaged");
  }

  @Test
  void survivesDamageAnywhere() throws IOException {
    byte[] sample = sample();
    Random random = new Random(1858);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = sample.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      byte[] bytes = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
      try {
        model(random.nextBoolean() ? damaged : bytes);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("network.bin is ");
      }
    }
  }

  private JointModel model(byte[] bytes) throws IOException {
    return NetworkFile.read(Files.write(folder.resolve("network.bin"), bytes), features());
  }

  static FeatureModel features() {
    PackedTable none = new PackedTable(ContextNetwork.MARKS, 1, new long[1], new byte[0]);
    PackedTable noSenses = new PackedTable(4, 1, new long[1], new byte[0]);
    return new FeatureModel(none, noSenses, new ContextNetwork(4, 4), 1);
  }

  private static byte[] sample() throws IOException {
    return resource("network.bin");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NetworkFileTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
