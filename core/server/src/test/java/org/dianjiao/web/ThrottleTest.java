package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final long WINDOW = QUARTER.toNanos();

  private static Throttle tried(int times, long at) {
    Throttle throttle = new Throttle(3, QUARTER);
    for (int i = 0; i < times; i++) {
      throttle.failed("wang", at);
    }
    return throttle;
  }

  @Test
  void blocksAfterSoManyTries() {
    assertThat(tried(2, 0).isBlocked("wang", 1)).isFalse();
    assertThat(tried(3, 0).isBlocked("wang", 1)).isTrue();
    assertThat(tried(3, 0).isBlocked("li", 1)).isFalse();
  }

  @Test
  void forgetsAfterItsTime() {
    Throttle throttle = tried(3, 0);
    assertThat(throttle.isBlocked("wang", WINDOW)).isTrue();
    assertThat(throttle.isBlocked("wang", WINDOW + 1)).isFalse();
    throttle.failed("wang", WINDOW + 1);
    assertThat(throttle.isBlocked("wang", WINDOW + 2)).isFalse();
  }

  @Test
  void remembersABoundedNumberOfKeysAndForgetsThoseFirstThatWereTriedFirst() {
    Throttle throttle = new Throttle(1, QUARTER, 100);
    for (int i = 0; i < 1_000; i++) {
      throttle.failed("name " + i, i);
      assertThat(throttle.keys()).isLessThanOrEqualTo(100);
    }
    assertThat(throttle.isBlocked("name 899", 1_000)).isFalse();
    assertThat(throttle.isBlocked("name 900", 1_000)).isTrue();
    assertThat(throttle.isBlocked("name 999", 1_000)).isTrue();
  }

  @Test
  void remembersNoKeyWhoseTimeIsOver() {
    Throttle throttle = tried(3, 0);
    throttle.failed("li", WINDOW);
    assertThat(throttle.keys()).isEqualTo(2);
    throttle.failed("zhao", WINDOW + 1);
    assertThat(throttle.keys()).isEqualTo(2);
    assertThat(throttle.isBlocked("wang", 2 * WINDOW + 2)).isFalse();
    assertThat(throttle.keys()).isZero();
  }
}
