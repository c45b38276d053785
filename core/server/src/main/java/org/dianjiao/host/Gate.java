package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;

/**
 * The way of commands to the newest state. It is open, but for work that takes a while and needs
 * the state to stay as it is; then commands wait here, in their order. Used on one context.
 */
final class Gate {

  private final int most;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean held;

  /** A gate before which so many commands may wait. */
  Gate(int most) {
    this.most = most;
  }

  /**
   * Does work that has to be prepared, now or as soon as the gate is open. What had to wait is
   * prepared anew, for the state is another one by then.
   *
   * @param preparation does the work when it is ready for it
   */
  <R> Future<R> pass(
      Function<Supplier<Future<R>>, Future<R>> preparation, Supplier<Future<R>> work) {
    Supplier<Future<R>> again = () -> pass(preparation, work);
    if (held) {
      return waited(again);
    }
    return Failures.attempt(() -> preparation.apply(() -> held ? waited(again) : work.get()));
  }

  private <R> Future<R> waited(Supplier<Future<R>> work) {
    if (waiting.size() >= most) {
      return Future.failedFuture(
          new Refusal(
              FailureCode.BUSY,
              waiting.size() + " commands wait until work is undone; try again in a moment"));
    }
    Promise<R> promise = Promise.promise();
    waiting.add(() -> work.get().onComplete(promise));
    return promise.future();
  }

  /** Does work while nothing passes. Nobody else holds the gate. */
  <R> Future<R> hold(Supplier<Future<R>> work) {
    held = true;
    return Failures.attempt(work).onComplete(done -> open());
  }

  private void open() {
    held = false;
    while (!held && !waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
