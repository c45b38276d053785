package org.dianjiao.session;

/**
 * How fast one client may send: on average so many, at once so many. Pure but for the given time.
 */
final class TokenBucket {

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long last;

  TokenBucket(int perSecond, int burst, long nanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.last = nanos;
  }

  /** Takes one token, if there is one. */
  boolean take(long nanos) {
    tokens = Math.min(burst, tokens + (nanos - last) / NANOS * perSecond);
    last = nanos;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
