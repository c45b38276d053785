package org.dianjiao.web;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often one name may be tried in vain from one address before it has to wait. Thread safe.
 *
 * <p>Tries are forgotten after a quarter of an hour. When too many names were tried within that
 * time, those that were tried first are forgotten earlier: memory is bounded, and each of the tries
 * that it would take costs the checking of a password.
 */
public final class SignInThrottle {

  private static final long WINDOW = Duration.ofMinutes(15).toNanos();
  private static final int MOST_NAMES = 100_000;

  private record Tries(long since, int count) {}

  private final int most;
  private final int mostNames;

  /** By a hash of name and address, which may be of any length; the oldest first. */
  private final Map<String, Tries> tries = new LinkedHashMap<>();

  /** At most so many tries in vain. */
  public SignInThrottle(int most) {
    this(most, MOST_NAMES);
  }

  /** At most so many tries in vain of each of the last so many names. */
  SignInThrottle(int most, int mostNames) {
    this.most = most;
    this.mostNames = mostNames;
  }

  /** Counts a failed try. */
  synchronized void failed(String name, String address, long nanos) {
    forget(nanos);
    tries.merge(
        key(name, address),
        new Tries(nanos, 1),
        (old, fresh) -> new Tries(old.since(), old.count() + 1));
    if (tries.size() > mostNames) {
      Iterator<Tries> oldest = tries.values().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Whether another try has to wait. */
  synchronized boolean isBlocked(String name, String address, long nanos) {
    forget(nanos);
    Tries old = tries.get(key(name, address));
    return old != null && old.count() >= most;
  }

  /** How many names are remembered. */
  synchronized int names() {
    return tries.size();
  }

  private void forget(long nanos) {
    Iterator<Tries> oldest = tries.values().iterator();
    while (oldest.hasNext() && nanos - oldest.next().since() > WINDOW) {
      oldest.remove();
    }
  }

  private static String key(String name, String address) {
    return Identity.hash(name.toLowerCase(Locale.ROOT) + "\u0000" + address);
  }
}
