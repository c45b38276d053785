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
}
