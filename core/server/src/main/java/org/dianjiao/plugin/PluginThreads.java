package org.dianjiao.plugin;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;

/**
 * The threads of one plugin and the calls that wait for them.
 *
 * <p>A call has a budget that begins when a thread takes it. When it is spent the caller is told,
 * the thread is interrupted and the answer dropped; a thread that then does not come back in time
 * is reported as stuck. Used on the context of the host only.
 */
final class PluginThreads {

  private final Vertx vertx;
  private final Context context;
  private final String instance;
  private final PluginLimits limits;
  private final Runnable stuck;
  private final ThreadPoolExecutor pool;

  /** Those that wait and those that run; bounds the queue of the pool. */
  private final Set<PluginCall<?>> calls = new LinkedHashSet<>();

  private ClassLoader classes = ClassLoader.getPlatformClassLoader();

  /**
   * Threads for an instance, made when they are needed.
   *
   * @param stuck told, on the context, that a thread does not stop
   */
  PluginThreads(Vertx vertx, PluginInstance instance, PluginLimits limits, Runnable stuck) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.instance = instance.id();
    this.limits = limits;
    this.stuck = stuck;
    int threads = instance.manifest().parallelism();
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> thread(task, number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
  }

  private Thread thread(Runnable task, int number) {
    Thread thread = new Thread(task, "plugin-" + instance + "-" + number);
    thread.setDaemon(true);
    return thread;
  }

  /** The class loader that plugin code expects to be the thread's own, from now on. */
  void use(ClassLoader classLoader) {
    this.classes = classLoader;
  }

  /**
   * Calls plugin code.
   *
   * @return fails with a {@link Refusal} of code {@code BUSY} when the queue is full, with a {@link
   *     PluginFault} when the code fails or is late
   */
  <R> Future<R> call(String what, Duration budget, PluginCall.Work<R> work) {
    try {
      return begin(what, budget, work).answer();
    } catch (Refusal busy) {
      return Future.failedFuture(busy);
    }
  }

  /**
   * Calls plugin code so that it can be stopped.
   *
   * @throws Refusal of code {@code BUSY} when the queue is full
   */
  <R> PluginCall<R> begin(String what, Duration budget, PluginCall.Work<R> work) {
    if (calls.size() >= pool.getMaximumPoolSize() + limits.queue()) {
      throw busy();
    }
    PluginCall<R> call = new PluginCall<>(context, instance + " " + what, classes, work);
    calls.add(call);
    call.ended().onComplete(v -> calls.remove(call));
    call.begun().onSuccess(v -> watch(call, what, budget));
    pool.execute(call);
    return call;
  }

  private Refusal busy() {
    return new Refusal(
        FailureCode.BUSY,
        "plugin %s has %d questions waiting; try again".formatted(instance, limits.queue()));
  }

  private void watch(PluginCall<?> call, String what, Duration budget) {
    PluginFault late =
        new PluginFault("no answer to %s in %d ms".formatted(what, budget.toMillis()));
    long timer = vertx.setTimer(budget.toMillis(), id -> stop(call, late));
    call.answer().onComplete(v -> vertx.cancelTimer(timer));
  }

  /** Gives up on a call, and looks after its thread if it runs. */
  void stop(PluginCall<?> call, Throwable reason) {
    call.giveUp(reason);
    if (!call.begun().isComplete()) {
      return;
    }
    long timer =
        vertx.setTimer(
            limits.stop().toMillis(),
            id -> {
              if (!call.ended().isComplete()) {
                stuck.run();
              }
            });
    call.ended().onComplete(v -> vertx.cancelTimer(timer));
  }

  /** Gives up on all calls that no thread has taken yet. */
  void refuseWaiting(Throwable reason) {
    for (PluginCall<?> call : List.copyOf(calls)) {
      if (!call.begun().isComplete()) {
        call.giveUp(reason);
      }
    }
  }

  /** Gives up on all calls; completes when their threads are out, fails when one does not stop. */
  Future<Void> empty(Throwable reason) {
    List<Future<Void>> ends = new ArrayList<>();
    for (PluginCall<?> call : List.copyOf(calls)) {
      call.giveUp(reason);
      ends.add(call.ended());
    }
    if (ends.isEmpty()) {
      return Future.succeededFuture();
    }
    return Future.join(ends)
        .<Void>mapEmpty()
        .timeout(limits.stop().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets the threads go; nothing can be called any more. One that does not stop is left behind. */
  void end() {
    pool.shutdownNow();
  }
}
