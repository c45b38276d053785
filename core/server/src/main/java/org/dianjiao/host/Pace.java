package org.dianjiao.host;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.dianjiao.limits.Limits;

/**
 * How often the changes of one document go to the disk and to everybody. What one turn of the event
 * loop brings goes together. Telling costs time for each who is told, so with many there is a rest
 * after each sending, and what comes in meanwhile goes together too. Used on one event loop.
 */
final class Pace {

  private static final int MICROS_PER_MILLI = 1_000;

  private final Vertx vertx;
  private final IntSupplier listeners;
  private final int gatherMicros;
  private final int gatherMillis;
  private boolean resting;
  private boolean asked;
  private Optional<Runnable> afterRest = Optional.empty();

  /**
   * A pace of one document.
   *
   * @param listeners how many are told
   */
  Pace(Vertx vertx, IntSupplier listeners, Limits limits) {
    this.vertx = vertx;
    this.listeners = listeners;
    this.gatherMicros = limits.gatherMicros();
    this.gatherMillis = limits.gatherMillis();
  }

  /** Does the sending when it is due. Asked again before that, it is done once. */
  void soon(Runnable sending) {
    if (asked) {
      return;
    }
    asked = true;
    if (resting) {
      afterRest = Optional.of(sending);
    } else {
      vertx.runOnContext(turn -> send(sending));
    }
  }

  private void send(Runnable sending) {
    asked = false;
    sending.run();
  }

  /** Something was sent. */
  void rest() {
    long micros = (long) gatherMicros * listeners.getAsInt();
    long millis = Math.min(gatherMillis, micros / MICROS_PER_MILLI);
    if (millis > 0) {
      resting = true;
      vertx.setTimer(millis, over -> rested());
    }
  }

  private void rested() {
    resting = false;
    Optional<Runnable> next = afterRest;
    afterRest = Optional.empty();
    next.ifPresent(this::send);
  }
}
