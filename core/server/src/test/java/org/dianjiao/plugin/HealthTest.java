package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dianjiao.plugin.Health.Outcome;
import org.junit.jupiter.api.Test;

class HealthTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Health health =
      new Health("marks", new Breaker.Rules(5, Duration.ofSeconds(10), Duration.ofSeconds(10)));

  private Outcome fiveFailures(long now) {
    for (int failure = 1; failure < 5; failure++) {
      assertThat(health.failed(now)).isEqualTo(Outcome.GOES_ON);
    }
    return health.failed(now);
  }

  @Test
  void restsAfterFiveFailuresInARowAndSaysWhyAndHowLong() {
    Outcome outcome = fiveFailures(0);
    assertThat(outcome).isEqualTo(Outcome.RESTS);
    health.become(PluginState.SUSPENDED, health.why(outcome, "no answer in 40 ms"));
    assertThat(health.admits(9 * SECOND)).isFalse();
    assertThat(health.unavailable(SECOND))
        .hasMessage(
            "plugin marks is suspended: 5 failures in a row, the last: no answer in 40 ms; it is"
                + " tried again in 10 s");
    assertThat(health.admits(10 * SECOND)).isTrue();
  }

  @Test
  void forgetsFailuresWhenItAnswers() {
    for (int round = 0; round < 10; round++) {
      for (int failure = 1; failure < 5; failure++) {
        assertThat(health.failed(0)).isEqualTo(Outcome.GOES_ON);
      }
      health.succeeded();
    }
    assertThat(health.admits(0)).isTrue();
  }

  @Test
  void isOffAfterFiveRestsWithinAnHourAlsoWhenItAnsweredBetweenThem() {
    for (long rest = 1; rest < 5; rest++) {
      assertThat(fiveFailures(rest * 60 * SECOND)).isEqualTo(Outcome.RESTS);
      health.succeeded();
    }
    Outcome last = fiveFailures(300 * SECOND);
    assertThat(last).isEqualTo(Outcome.IS_OFF);
    assertThat(health.why(last, "it fell over"))
        .startsWith("it had to rest 5 times within an hour; ")
        .contains("the last: it fell over");
  }

  @Test
  void isTriedOnWhenItsRestsAreFarApart() {
    for (long rest = 0; rest < 20; rest++) {
      assertThat(fiveFailures(rest * 1_000 * SECOND)).isEqualTo(Outcome.RESTS);
      health.succeeded();
    }
  }
}
