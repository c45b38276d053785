package org.dianjiao.web;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may be tried in vain before it has to wait. Thread safe.
 *
 * <p>Tries are forgotten after a time. When too many keys were tried within it, those that were
 * tried first are forgotten earlier: memory is bounded.
 */
final class Throttle {

  private static final int MOST_KEYS = 100_000;

  private record Tries(long since, int count) {}

  private final int most;
  private final long window;
  private final int mostKeys;

  /** By a hash of the key, which may be of any length; the oldest first. */
  private final Map<String, Tries> tries = new LinkedHashMap<>();

  /** At most so many tries in vain within a time. */
  Throttle(int most, Duration window) {
    this(most, window, MOST_KEYS);
  }

  /** The same, for the last so many keys. */
  Throttle(int most, Duration window, int mostKeys) {
    this.most = most;
    this.window = window.toNanos();
    this.mostKeys = mostKeys;
  }

  /** Counts a try in vain. */
  synchronized void failed(String key, long nanos) {
    forget(nanos);
    tries.merge(
        Identity.hash(key),
        new Tries(nanos, 1),
        (old, fresh) -> new Tries(old.since(), old.count() + 1));
    if (tries.size() > mostKeys) {
      Iterator<Tries> oldest = tries.values().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Whether another try has to wait. */
  synchronized boolean isBlocked(String key, long nanos) {
    forget(nanos);
    Tries old = tries.get(Identity.hash(key));
    return old != null && old.count() >= most;
  }

  /** How many keys are remembered. */
  synchronized int keys() {
    return tries.size();
  }

  private void forget(long nanos) {
    Iterator<Tries> oldest = tries.values().iterator();
    while (oldest.hasNext() && nanos - oldest.next().since() > window) {
      oldest.remove();
    }
  }
}
