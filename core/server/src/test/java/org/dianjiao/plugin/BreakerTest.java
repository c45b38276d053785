package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final Breaker.Rules RULES =
      new Breaker.Rules(5, Duration.ofSeconds(30), Duration.ofMinutes(10));
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** Near the end of the clock's range, where a comparison of absolute times would fail. */
  private static final long START = Long.MAX_VALUE - 10 * SECOND;

  private static Breaker failed(Breaker breaker, int times, long now) {
    Breaker next = breaker;
    for (int i = 0; i < times; i++) {
      next = next.failed(now);
    }
    return next;
  }

  @Test
  void opensAtTheFifthFailureInARow() {
    Breaker four = failed(Breaker.closed(RULES), 4, START);
    assertThat(four.open()).isFalse();
    Breaker five = four.failed(START);
    assertThat(five.open()).isTrue();
    assertThat(five.admits(START)).isFalse();
    assertThat(five.rest(START + SECOND)).isEqualTo(Duration.ofSeconds(29));
    assertThat(five.admits(START + 30 * SECOND)).isTrue();
  }

  @Test
  void forgetsFailuresAtASuccess() {
    Breaker breaker = failed(failed(Breaker.closed(RULES), 4, START).succeeded(), 4, START);
    assertThat(breaker.open()).isFalse();
  }

  @Test
  void doublesThePauseUpToTenMinutes() {
    Breaker breaker = failed(Breaker.closed(RULES), 5, START);
    long now = START;
    for (int seconds : new int[] {30, 60, 120, 240, 480, 600, 600}) {
      assertThat(breaker.rest(now)).isEqualTo(Duration.ofSeconds(seconds));
      now += seconds * SECOND;
      breaker = breaker.failed(now);
    }
  }

  @Test
  void doesNotCountWhatWasBegunBeforeItOpened() {
    Breaker open = failed(Breaker.closed(RULES), 5, START);
    assertThat(open.failed(START + SECOND)).isEqualTo(open);
  }

  @Test
  void closesAtASuccessAfterThePause() {
    Breaker open = failed(Breaker.closed(RULES), 5, START);
    assertThat(open.succeeded()).isEqualTo(Breaker.closed(RULES));
  }
}
