package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.AccountLimits;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final String HERE = "10.0.0.1";
  private static final String ELSEWHERE = "10.0.0.2";

  private final SignInThrottle throttle = new SignInThrottle(5, AccountLimits.defaults());

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(name, HERE, 0);
    }
  }

  @Test
  void makesANameWaitAtOneAddressWhateverTheCapitals() {
    fail("Wang", 4);
    assertThatCode(() -> throttle.require("wang", HERE, 1)).doesNotThrowAnyException();
    fail("wang", 1);
    assertThatThrownBy(() -> throttle.require("WANG", HERE, 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("quarter of an hour");
  }

  @Test
  void locksNoAccountOut() {
    fail("wang", 500);
    assertThatCode(() -> throttle.require("wang", ELSEWHERE, 1)).doesNotThrowAnyException();
  }

  @Test
  void makesAnAddressWaitForAnHourThatTriesManyNames() {
    for (int i = 0; i < 50; i++) {
      throttle.failed("name " + i, HERE, 0);
    }
    long hour = Duration.ofHours(1).toNanos();
    assertThatThrownBy(() -> throttle.require("nobody yet", HERE, hour))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("from here");
    assertThatCode(() -> throttle.require("nobody yet", ELSEWHERE, 1)).doesNotThrowAnyException();
    assertThatCode(() -> throttle.require("nobody yet", HERE, hour + 1)).doesNotThrowAnyException();
  }

  @Test
  void refusesSetupTokensForAMinuteAfterFiveWrongOnes() {
    for (int i = 0; i < 5; i++) {
      throttle.requireSetup(0);
      throttle.setupFailed(0);
    }
    long minute = Duration.ofMinutes(1).toNanos();
    assertThatThrownBy(() -> throttle.requireSetup(minute)).isInstanceOf(Refusal.class);
    assertThatCode(() -> throttle.requireSetup(minute + 1)).doesNotThrowAnyException();
  }
}
