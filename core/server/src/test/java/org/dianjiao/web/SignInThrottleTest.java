package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final long WINDOW = Duration.ofMinutes(15).toNanos();

  private static SignInThrottle tried(int times, long at) {
    SignInThrottle throttle = new SignInThrottle(3);
    for (int i = 0; i < times; i++) {
      throttle.failed("Wang", "10.0.0.1", at);
    }
    return throttle;
  }

  @Test
  void blocksAfterSoManyTriesWhateverTheCase() {
    assertThat(tried(2, 0).isBlocked("wang", "10.0.0.1", 1)).isFalse();
    assertThat(tried(3, 0).isBlocked("WANG", "10.0.0.1", 1)).isTrue();
  }

  @Test
  void blocksNeitherOtherNamesNorOtherAddresses() {
    SignInThrottle throttle = tried(5, 0);
    assertThat(throttle.isBlocked("li", "10.0.0.1", 1)).isFalse();
    assertThat(throttle.isBlocked("wang", "10.0.0.2", 1)).isFalse();
  }

  @Test
  void forgetsAfterAQuarterOfAnHour() {
    SignInThrottle throttle = tried(3, 0);
    assertThat(throttle.isBlocked("wang", "10.0.0.1", WINDOW)).isTrue();
    assertThat(throttle.isBlocked("wang", "10.0.0.1", WINDOW + 1)).isFalse();
    throttle.failed("wang", "10.0.0.1", WINDOW + 1);
    assertThat(throttle.isBlocked("wang", "10.0.0.1", WINDOW + 2)).isFalse();
  }

  @Test
  void remembersABoundedNumberOfNamesAndForgetsThoseFirstThatWereTriedFirst() {
    SignInThrottle throttle = new SignInThrottle(1, 100);
    for (int i = 0; i < 1_000; i++) {
      throttle.failed("name " + i, "10.0.0.1", i);
      assertThat(throttle.names()).isLessThanOrEqualTo(100);
    }
    assertThat(throttle.isBlocked("name 899", "10.0.0.1", 1_000)).isFalse();
    assertThat(throttle.isBlocked("name 900", "10.0.0.1", 1_000)).isTrue();
    assertThat(throttle.isBlocked("name 999", "10.0.0.1", 1_000)).isTrue();
  }

  @Test
  void remembersNobodyWhoseTimeIsOver() {
    SignInThrottle throttle = tried(3, 0);
    throttle.failed("li", "10.0.0.1", WINDOW);
    assertThat(throttle.names()).isEqualTo(2);
    throttle.failed("zhao", "10.0.0.1", WINDOW + 1);
    assertThat(throttle.names()).isEqualTo(2);
    assertThat(throttle.isBlocked("wang", "10.0.0.1", 2 * WINDOW + 2)).isFalse();
    assertThat(throttle.names()).isZero();
  }
}
