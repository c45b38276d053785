package org.dianjiao.plugin;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.dianjiao.api.plugin.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of plugin code: waits, runs on a thread of the plugin, ends.
 *
 * <p>What becomes of it is decided on the context of the host: the answer there is the first of
 * success, failure or {@link #giveUp}. Only {@link #run} belongs to the plugin's thread.
 *
 * @param <R> what it gives
 */
final class PluginCall<R> implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginCall.class);

  private final Context context;
  private final String what;
  private final ClassLoader classes;
  private final Work<R> work;
  private final Promise<Void> begun = Promise.promise();
  private final Promise<R> answer = Promise.promise();
  private final Promise<Void> ended = Promise.promise();

  private volatile boolean cancelled;

  /** The thread that runs plugin code now. Guarded by this. */
  private Thread runner;

  /** What is called. */
  @FunctionalInterface
  interface Work<R> {
    R call(Cancellation cancellation) throws Exception;
  }

  PluginCall(Context context, String what, ClassLoader classes, Work<R> work) {
    this.context = context;
    this.what = what;
    this.classes = classes;
    this.work = work;
  }

  /** When a thread has taken it. */
  Future<Void> begun() {
    return begun.future();
  }

  /** What the caller gets; fails with {@link PluginFault} or what {@link #giveUp} was given. */
  Future<R> answer() {
    return answer.future();
  }

  /** When no thread is in it any more, or will be. */
  Future<Void> ended() {
    return ended.future();
  }

  /** Stops waiting for it: fails the answer and interrupts the thread. On the host's context. */
  void giveUp(Throwable reason) {
    if (answer.tryFail(reason)) {
      cancel();
    }
  }

  @Override
  public void run() {
    if (cancelled) {
      context.runOnContext(v -> ended.complete());
      return;
    }
    context.runOnContext(v -> begun.complete());
    try {
      R result = inside();
      context.runOnContext(v -> answer.tryComplete(result));
    } catch (Throwable thrown) { // whatever foreign code throws must not end the host's thread
      PluginFault fault = fault(thrown);
      context.runOnContext(v -> answer.tryFail(fault));
    } finally {
      context.runOnContext(v -> ended.complete());
    }
  }

  private R inside() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader outside = thread.getContextClassLoader();
    enter(thread);
    thread.setContextClassLoader(classes);
    try {
      return work.call(() -> cancelled);
    } finally {
      leave();
      thread.setContextClassLoader(outside);
    }
  }

  private synchronized void enter(Thread thread) {
    runner = thread;
    if (cancelled) {
      thread.interrupt();
    }
  }

  private synchronized void cancel() {
    cancelled = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  private synchronized void leave() {
    runner = null;
    Thread.interrupted(); // an interrupt was meant for this call, not for the next
  }

  private PluginFault fault(Throwable thrown) {
    if (thrown instanceof WrongAnswer || thrown instanceof PluginRefused) {
      return new PluginFault(thrown.getMessage());
    }
    if (!cancelled) {
      LOG.warn("{} failed", what, thrown);
    }
    return new PluginFault(message(thrown));
  }

  private static String message(Throwable thrown) {
    try {
      return thrown.getMessage() == null
          ? thrown.getClass().getSimpleName()
          : thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    } catch (RuntimeException foreign) {
      return thrown.getClass().getName();
    }
  }
}
