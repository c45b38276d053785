package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.AccountLimits;

/**
 * Where passwords are hashed: a few at once, because each takes memory and time on purpose, and a
 * few more waiting. Whoever comes then is refused at once. Thread safe; shared by all instances.
 */
public final class PasswordQueue {

  private final AtomicInteger present = new AtomicInteger();
  private final int most;
  private final PasswordHash passwords;

  /** Work in which a password is hashed. */
  @FunctionalInterface
  interface Hashing<T> {

    T with(PasswordHash passwords) throws Exception;
  }

  /** An empty queue. */
  public PasswordQueue(AccountLimits limits) {
    this.most = limits.passwordsAtOnce() + limits.passwordsWaiting();
    this.passwords = new PasswordHash(limits.passwordKib());
  }

  /** Does work in which a password is hashed, on the threads that are there for it. */
  <T> Future<T> run(WorkerExecutor threads, Hashing<T> work) {
    if (present.incrementAndGet() > most) {
      present.decrementAndGet();
      return Future.failedFuture(
          new Refusal(FailureCode.TOO_MANY, "too many people sign in at once; try again"));
    }
    return threads
        .executeBlocking(() -> work.with(passwords), false)
        .onComplete(done -> present.decrementAndGet());
  }
}
