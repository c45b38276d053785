package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestsTest {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private static Rests every(long minutes, int times) {
    Rests rests = Rests.NONE;
    for (int i = 0; i < times; i++) {
      rests = rests.with(Long.MAX_VALUE - 5 * MINUTE + i * minutes * MINUTE);
    }
    return rests;
  }

  @Test
  void fiveWithinAnHourAreEnough() {
    assertThat(every(14, 4).enough()).isFalse();
    assertThat(every(14, 5).enough()).isTrue();
  }

  @Test
  void thoseOfMoreThanAnHourAgoAreForgotten() {
    assertThat(every(15, 20).enough()).isFalse();
  }
}
