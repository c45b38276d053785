package org.dianjiao.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.Test;

class PulseTest {

  private final Limits limits = Limits.defaults();
  private final Pulse pulse = new Pulse(limits, 0);

  private static long at(double seconds) {
    return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  private boolean isCutBefore(double seconds) {
    for (double now = 0; now < seconds; now += 0.5) {
      if (pulse.isDead(at(now))) {
        return true;
      }
      pulse.isPingDue(at(now));
    }
    return false;
  }

  @Test
  void whoAnswersNoPingIsDeadAfterTheSilence() {
    assertThat(isCutBefore(limits.silenceSeconds())).isFalse();
    assertThat(isCutBefore(limits.silenceSeconds() + 1)).isTrue();
  }

  @Test
  void whoWasNotAskedIsNotDeadHoweverLongTheServerStoodStill() {
    double late = 10 * limits.silenceSeconds();
    assertThat(pulse.isDead(at(late))).isFalse();
    assertThat(pulse.isPingDue(at(late))).isTrue();
    assertThat(pulse.isDead(at(late + 0.5))).isFalse();
    assertThat(pulse.isDead(at(late + limits.pingSeconds() + 0.5))).isTrue();
  }

  @Test
  void whoAnswersIsAlive() {
    for (double now = 0; now < 1_000; now += 0.5) {
      assertThat(pulse.isDead(at(now))).isFalse();
      if (pulse.isPingDue(at(now))) {
        pulse.heard(at(now + 0.1));
      }
    }
  }
}
