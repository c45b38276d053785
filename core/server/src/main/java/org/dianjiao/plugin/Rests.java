package org.dianjiao.plugin;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a plugin had to rest of late. One that rests again and again is not tried any more. Times
 * are nanoseconds of a clock that never goes back. Immutable.
 *
 * @param begun when each rest of the last hour began
 */
record Rests(List<Long> begun) {

  private static final long WINDOW = Duration.ofHours(1).toNanos();

  /** So many within an hour are enough. */
  static final int MOST = 5;

  /** None yet. */
  static final Rests NONE = new Rests(List.of());

  /** With one that begins now; those of more than an hour ago are forgotten. */
  Rests with(long now) {
    return new Rests(
        Stream.concat(begun.stream().filter(then -> now - then < WINDOW), Stream.of(now)).toList());
  }

  /** Whether it was tried often enough. */
  boolean enough() {
    return begun.size() >= MOST;
  }
}
