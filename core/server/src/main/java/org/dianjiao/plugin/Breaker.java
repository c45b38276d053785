package org.dianjiao.plugin;

import java.time.Duration;

/**
 * Counts failures in a row and says when to rest. Immutable; time is given in nanoseconds of a
 * clock that never goes back, such as {@link System#nanoTime}.
 *
 * <p>After {@code tolerated} failures in a row it opens for a pause. The first failure after the
 * pause opens it again for twice as long, up to the longest pause; a success closes it and all is
 * forgotten. Failures of calls that were begun before it opened do not count.
 */
record Breaker(Rules rules, int failures, int openings, long retryAt) {

  /**
   * When to open and for how long.
   *
   * @param tolerated failures in a row that open it
   * @param firstPause how long it rests the first time
   * @param longestPause which doubling does not go beyond
   */
  record Rules(int tolerated, Duration firstPause, Duration longestPause) {}

  /** One that has seen nothing yet. */
  static Breaker closed(Rules rules) {
    return new Breaker(rules, 0, 0, 0);
  }

  /** Whether it opened and no call has succeeded since. */
  boolean open() {
    return openings > 0;
  }

  /** Whether a call may be made now. */
  boolean admits(long now) {
    return !open() || now - retryAt >= 0;
  }

  /** How long until a call may be made. */
  Duration rest(long now) {
    return admits(now) ? Duration.ZERO : Duration.ofNanos(retryAt - now);
  }

  /** After a call that succeeded. */
  Breaker succeeded() {
    return closed(rules);
  }

  /** After a call that failed. */
  Breaker failed(long now) {
    if (!admits(now)) {
      return this;
    }
    if (open() || failures + 1 >= rules.tolerated()) {
      long pause = pause(openings).toNanos();
      return new Breaker(rules, failures + 1, openings + 1, now + pause);
    }
    return new Breaker(rules, failures + 1, 0, 0);
  }

  private Duration pause(int before) {
    Duration pause = rules.firstPause();
    for (int i = 0; i < before && pause.compareTo(rules.longestPause()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(rules.longestPause()) < 0 ? pause : rules.longestPause();
  }
}
