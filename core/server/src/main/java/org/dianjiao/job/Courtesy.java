package org.dianjiao.job;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets people go first: while somebody edits, a job rests after each piece of its work, so that it
 * works no more than its share of the time.
 */
final class Courtesy {

  /** Somebody who edited so lately is likely to go on. */
  private static final long EDITING_MILLIS = 2_000;

  /** What takes long mostly waits for a plugin elsewhere; it does not rest in proportion. */
  private static final long LONGEST_REST_MILLIS = 5_000;

  private static final int ALL = 100;

  private final Vertx vertx;
  private final LongSupplier quietMillis;
  private final int share;

  /**
   * A courtesy to those who edit.
   *
   * @param quietMillis since somebody edited anything
   * @param share of the time, in percent, from 1 to 100
   */
  Courtesy(Vertx vertx, LongSupplier quietMillis, int share) {
    this.vertx = vertx;
    this.quietMillis = quietMillis;
    this.share = Math.min(ALL, share);
  }

  /** Does a piece of work, and rests when it is due. */
  <T> Future<T> after(Supplier<Future<T>> piece) {
    long began = System.nanoTime();
    return piece
        .get()
        .compose(
            done -> {
              long millis = restMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
              return millis == 0
                  ? Future.succeededFuture(done)
                  : vertx.timer(millis, TimeUnit.MILLISECONDS).map(done);
            });
  }

  /** How long to rest after so much work. */
  long restMillis(long workedMillis) {
    return quietMillis.getAsLong() > EDITING_MILLIS
        ? 0
        : Math.min(LONGEST_REST_MILLIS, workedMillis * (ALL - share) / share);
  }
}
