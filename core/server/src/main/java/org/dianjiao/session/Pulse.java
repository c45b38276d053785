package org.dianjiao.session;

import java.util.OptionalLong;
import org.dianjiao.limits.Limits;

/** When a connection began, was last heard and last asked. Pure but for the given time. */
final class Pulse {

  private static final long NANOS = 1_000_000_000L;

  private final Limits limits;
  private final long began;
  private long heard;
  private long asked;

  /** The first ping that nothing was heard after. */
  private OptionalLong unanswered = OptionalLong.empty();

  Pulse(Limits limits, long nanos) {
    this.limits = limits;
    this.began = nanos;
    this.heard = nanos;
    this.asked = nanos;
  }

  void heard(long nanos) {
    heard = nanos;
    unanswered = OptionalLong.empty();
  }

  boolean isOlderThan(int seconds, long nanos) {
    return nanos - began > seconds * NANOS;
  }

  /**
   * Whether nothing was heard for too long, though it was asked. A server that stood still itself
   * asks first.
   */
  boolean isDead(long nanos) {
    return nanos - heard > limits.silenceSeconds() * NANOS
        && unanswered.isPresent()
        && nanos - unanswered.getAsLong() > limits.pingSeconds() * NANOS;
  }

  /** Whether it is time to ask for a sign of life; then it was asked. */
  boolean isPingDue(long nanos) {
    boolean due = nanos - asked > limits.pingSeconds() * NANOS;
    if (due) {
      asked = nanos;
      unanswered = OptionalLong.of(unanswered.orElse(nanos));
    }
    return due;
  }
}
