package org.dianjiao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

  private static final int HASHES = 20_000;

  private static long drawn(Sampling sampling) {
    return IntStream.range(0, HASHES).filter(i -> sampling.draws("document", "hash" + i)).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 50, 99, 100})
  void drawsAboutAsManyOfAHundredAsAskedFor(int percent) {
    double share = 100.0 * drawn(new Sampling(percent, "seed")) / HASHES;
    assertThat(share).isBetween(percent - 1.0, percent + 1.0);
    if (percent % 100 == 0) {
      assertThat(share).isEqualTo(percent);
    }
  }

  @Test
  void drawsTheSameEachTimeAndOthersWithAnotherSeedOrDocument() {
    Sampling one = new Sampling(50, "one");
    Sampling two = new Sampling(50, "two");
    assertThat(one.draws("d", "h")).isEqualTo(new Sampling(50, "one").draws("d", "h"));
    assertThat(
            IntStream.range(0, 64).anyMatch(i -> one.draws("d", "" + i) != two.draws("d", "" + i)))
        .isTrue();
    assertThat(
            IntStream.range(0, 64).anyMatch(i -> one.draws("d", "" + i) != one.draws("e", "" + i)))
        .isTrue();
  }

  @Test
  void settingsHaveTheirBounds() {
    assertThatThrownBy(() -> new ReviewSettings(0, 0))
        .hasMessage("a passage needs 1 to 5 approvals, not 0");
    assertThatThrownBy(() -> new ReviewSettings(6, 0)).hasMessageContaining("not 6");
    assertThatThrownBy(() -> new ReviewSettings(1, 101)).hasMessageContaining("not 101");
    assertThat(ReviewSettings.STANDARD).isEqualTo(new ReviewSettings(1, 0));
  }
}
