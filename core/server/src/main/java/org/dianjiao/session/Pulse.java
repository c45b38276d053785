package org.dianjiao.session;

import org.dianjiao.limits.Limits;

/** When a connection began, was last heard and last asked. Pure but for the given time. */
final class Pulse {

  private static final long NANOS = 1_000_000_000L;

  private final Limits limits;
  private final long began;
  private long heard;
  private long asked;

  Pulse(Limits limits, long nanos) {
    this.limits = limits;
    this.began = nanos;
    this.heard = nanos;
    this.asked = nanos;
  }

  void heard(long nanos) {
    heard = nanos;
  }

  boolean isOlderThan(int seconds, long nanos) {
    return nanos - began > seconds * NANOS;
  }

  /** Whether nothing was heard for too long. */
  boolean isDead(long nanos) {
    return nanos - heard > limits.silenceSeconds() * NANOS;
  }

  /** Whether it is time to ask for a sign of life; then it was asked. */
  boolean isPingDue(long nanos) {
    boolean due = nanos - asked > limits.pingSeconds() * NANOS;
    asked = due ? nanos : asked;
    return due;
  }
}
