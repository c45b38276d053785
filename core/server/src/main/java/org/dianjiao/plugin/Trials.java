package org.dianjiao.plugin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.InstanceMessage.EndTrial;
import org.dianjiao.bus.InstanceMessage.StartTrial;
import org.dianjiao.bus.InstanceMessage.TrialStarted;
import org.dianjiao.bus.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions and settings that are tried: each runs like any instance, in a host of its own with the
 * same isolation, checks and breaker, but is listed nowhere, tells nobody of itself, and ends with
 * what it is tried for. Used on one context.
 */
final class Trials {

  private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

  /** Between two parts of a job it is kept. */
  private static final Duration LINGER = Duration.ofSeconds(3);

  /** After which a part that does not ask any more is taken for gone. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  private static final int LOOK_MILLIS = 500;

  private final Vertx vertx;
  private final WorkerExecutor reader;
  private final PluginPlaces places;
  private final PluginLimits limits;
  private final Map<String, Trial> running = new HashMap<>();
  private final Map<String, Future<Void>> ending = new HashMap<>();
  private boolean stopping;

  /** What runs for one job, and the parts that use it, each with the time until it is kept. */
  private static final class Trial {
    private final PluginVerticle host;
    private final Future<String> deployment;
    private final Map<Integer, Long> users = new HashMap<>();
    private long until = System.nanoTime();

    Trial(PluginVerticle host, Future<String> deployment) {
      this.host = host;
      this.deployment = deployment;
    }

    boolean isUsed(long now) {
      users.values().removeIf(end -> end < now);
      return !users.isEmpty() || until >= now;
    }
  }

  Trials(Vertx vertx, WorkerExecutor reader, PluginPlaces places, PluginLimits limits) {
    this.vertx = vertx;
    this.reader = reader;
    this.places = places;
    this.limits = limits;
  }

  /** Takes away what a server that did not stop in good order has left. */
  Future<Void> begin() {
    vertx.setPeriodic(LOOK_MILLIS, timer -> look());
    return cleared(places.trials());
  }

  /**
   * Starts one, unless it runs already.
   *
   * @param making makes the instance; blocks
   */
  Future<TrialStarted> start(StartTrial command, Callable<PluginInstance> making) {
    if (stopping) {
      return Future.failedFuture(new Refusal(FailureCode.UNAVAILABLE, "the server stops"));
    }
    return ending
        .getOrDefault(command.job(), Future.succeededFuture())
        .otherwiseEmpty()
        .compose(ended -> trial(command.job(), making))
        .compose(
            trial -> {
              trial.users.put(command.part(), System.nanoTime() + FORGOTTEN.toNanos());
              return trial.deployment.map(id -> new TrialStarted(trial.host.described()));
            });
  }

  private Future<Trial> trial(String job, Callable<PluginInstance> making) {
    Trial known = running.get(job);
    return known != null
        ? Future.succeededFuture(known)
        : reader.executeBlocking(making).map(made -> run(job, made));
  }

  /** Two parts may have asked at once. */
  private Trial run(String job, PluginInstance made) {
    return running.computeIfAbsent(
        job,
        id -> {
          PluginVerticle host = new PluginVerticle(made.tried(job, places.trials()), limits);
          return new Trial(host, vertx.deployVerticle(host));
        });
  }

  /** A part does not use it any more. */
  void end(EndTrial command) {
    Trial trial = running.get(command.job());
    if (trial != null && trial.users.remove(command.part()) != null) {
      trial.until = System.nanoTime() + LINGER.toNanos();
    }
  }

  private void look() {
    long now = System.nanoTime();
    for (String job : List.copyOf(running.keySet())) {
      if (!running.get(job).isUsed(now)) {
        stop(job);
      }
    }
  }

  private void stop(String job) {
    Future<Void> end =
        running
            .remove(job)
            .deployment
            .compose(vertx::undeploy)
            .eventually(() -> cleared(places.trials().resolve(job)))
            .mapEmpty();
    ending.put(job, end);
    end.onFailure(fault -> LOG.warn("a trial has not ended well: {}", fault.getMessage()))
        .onComplete(done -> ending.remove(job));
  }

  private Future<Void> cleared(Path folder) {
    return reader.executeBlocking(
        () -> {
          Folders.delete(folder);
          return null;
        });
  }

  /** Takes no more; what runs ends with the verticle that it was started from. */
  Future<Void> close() {
    stopping = true;
    List.copyOf(running.values()).forEach(trial -> trial.users.clear());
    return cleared(places.trials());
  }
}
