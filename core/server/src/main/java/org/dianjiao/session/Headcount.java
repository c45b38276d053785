package org.dianjiao.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.limits.Limits;

/** How many sockets are open: at this server, from each address, of each account. Thread safe. */
public final class Headcount {

  private final Limits limits;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentMap<String, Integer> addresses = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> accounts = new ConcurrentHashMap<>();

  /** Nobody is there yet. */
  public Headcount(Limits limits) {
    this.limits = limits;
  }

  /** Lets a socket in, unless there are too many; who was let in has to {@link #leave}. */
  boolean enter(String address) {
    if (all.incrementAndGet() <= limits.sockets()
        && add(addresses, address, limits.socketsPerAddress())) {
      return true;
    }
    all.decrementAndGet();
    return false;
  }

  void leave(String address) {
    all.decrementAndGet();
    remove(addresses, address);
  }

  /** Lets somebody in, unless too many of theirs are; who was let in has to {@link #signOff}. */
  boolean signOn(String account) {
    return add(accounts, account, limits.socketsPerAccount());
  }

  void signOff(String account) {
    remove(accounts, account);
  }

  private static boolean add(ConcurrentMap<String, Integer> counts, String key, int most) {
    boolean[] added = {false};
    counts.compute(
        key,
        (same, count) -> {
          int before = count == null ? 0 : count;
          added[0] = before < most;
          return added[0] ? Integer.valueOf(before + 1) : count;
        });
    return added[0];
  }

  private static void remove(ConcurrentMap<String, Integer> counts, String key) {
    counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
  }
}
