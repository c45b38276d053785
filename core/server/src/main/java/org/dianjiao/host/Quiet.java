package org.dianjiao.host;

import io.vertx.core.Vertx;
import java.util.Optional;
import org.dianjiao.limits.Limits;

/**
 * How long one plugin lets a text rest before it looks at what changed: shortly after an edit of
 * one passage, longer when there is much to read again or when it thinks slowly. Who types on
 * without a rest does not put it off for ever. Used on one context.
 */
final class Quiet {

  /** So many windows count as much; and so many times as long it can be put off. */
  private static final int MOST = 5;

  private final Vertx vertx;
  private final Limits limits;
  private Optional<Long> timer = Optional.empty();
  private long since;

  Quiet(Vertx vertx, Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  /**
   * Something changed.
   *
   * @param left windows that are to be looked at
   * @param tookMillis the plugin for its last answer
   * @param look to be called when it was quiet for long enough
   */
  void changed(int left, long tookMillis, Runnable look) {
    long now = System.nanoTime();
    if (timer.isEmpty()) {
      since = now;
    }
    cancel();
    long wait = millis(limits, left, tookMillis, (now - since) / 1_000_000);
    timer =
        Optional.of(
            vertx.setTimer(
                wait,
                rung -> {
                  timer = Optional.empty();
                  look.run();
                }));
  }

  /**
   * How long to wait from now on.
   *
   * @param waited since the first change that was not looked at
   */
  static long millis(Limits limits, int left, long tookMillis, long waited) {
    long window = limits.quietWindowMillis();
    long quiet = limits.quietMillis() + window * (Math.max(1, Math.min(left, MOST)) - 1);
    long rest = tookMillis > window ? Math.max(quiet, Math.min(tookMillis, MOST * window)) : quiet;
    return Math.max(1, Math.min(rest, MOST * rest - waited));
  }

  void cancel() {
    timer.ifPresent(vertx::cancelTimer);
    timer = Optional.empty();
  }
}
