package org.dianjiao.web;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How often one name may be tried in vain from one address before it has to wait. Thread safe. */
public final class SignInThrottle {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_NAMES = 100_000;

  private record Tries(long since, int count) {}

  private final int most;
  private final ConcurrentMap<String, Tries> tries = new ConcurrentHashMap<>();

  /** At most so many tries in vain. */
  public SignInThrottle(int most) {
    this.most = most;
  }

  /** Counts a failed try. */
  void failed(String name, String address, long nanos) {
    if (tries.size() >= MOST_NAMES) {
      tries.values().removeIf(old -> nanos - old.since() > WINDOW.toNanos());
    }
    tries.merge(
        key(name, address),
        new Tries(nanos, 1),
        (old, fresh) ->
            nanos - old.since() > WINDOW.toNanos()
                ? fresh
                : new Tries(old.since(), old.count() + 1));
  }

  /** Whether another try has to wait. */
  boolean isBlocked(String name, String address, long nanos) {
    Tries old = tries.get(key(name, address));
    return old != null && nanos - old.since() <= WINDOW.toNanos() && old.count() >= most;
  }

  private static String key(String name, String address) {
    return name.toLowerCase(Locale.ROOT) + "\u0000" + address;
  }
}
