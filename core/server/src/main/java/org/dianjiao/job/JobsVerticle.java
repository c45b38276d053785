package org.dianjiao.job;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.InstanceClient;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.Jobs.State;
import org.dianjiao.storage.Jobs.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the jobs that the database has, the oldest first, as many parts at once as it is given. It
 * looks there again and again: a job that was begun, paused or cancelled is seen shortly after, and
 * one that was running when the server stopped goes on when it starts.
 */
public final class JobsVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(JobsVerticle.class);

  /** A plugin may take its whole budget, and another time to start. */
  private static final long LONGEST_REQUESTS = 5;

  /** Each writing keeps the changes of those who type waiting. */
  private static final long WORKED_MILLIS = 2_000;

  private final Database database;
  private final Limits limits;
  private final LongSupplier quietMillis;
  private final Map<String, Map<Integer, Part>> known = new HashMap<>();
  private final Map<String, Doing> busy = new HashMap<>();
  private List<Job> open = List.of();
  private DocumentClient documents;
  private DocumentClient patient;
  private Workshop shop;
  private WorkerExecutor worker;
  private long workedUntil;
  private boolean stopping;

  /** A part that is being done. */
  private record Doing(Job job, PartRun run) {}

  /**
   * Does the jobs of a database.
   *
   * @param quietMillis since somebody edited anything; may be asked by any thread
   */
  public JobsVerticle(Database database, Limits limits, LongSupplier quietMillis) {
    this.database = database;
    this.limits = limits;
    this.quietMillis = quietMillis;
  }

  @Override
  public Future<?> start() {
    worker = vertx.createSharedWorkerExecutor("dianjiao-jobs", 1);
    Duration request = Duration.ofSeconds(limits.requestSeconds());
    Duration patience = request.multipliedBy(LONGEST_REQUESTS);
    documents = new DocumentClient(vertx, request);
    patient = new DocumentClient(vertx, request.plusSeconds(2L * limits.commandSeconds()));
    shop =
        new Workshop(
            vertx,
            database,
            worker,
            new PluginClient(vertx, patience),
            new InstanceClient(vertx, patience),
            limits,
            new Courtesy(vertx, quietMillis, limits.jobShare()));
    workedUntil = System.nanoTime();
    return worker
        .executeBlocking(database.jobs()::open)
        .onSuccess(this::follow)
        .onSuccess(v -> soon());
  }

  private void soon() {
    vertx.setTimer(
        limits.jobLookMillis(),
        timer -> {
          if (!stopping) {
            worker
                .executeBlocking(this::look)
                .onSuccess(this::follow)
                .onFailure(fault -> LOG.warn("jobs cannot be read: {}", fault.getMessage()))
                .onComplete(done -> soon());
          }
        });
  }

  /** What is open now; the time since it was last written counts as worked. */
  private List<Job> look() {
    List<Job> jobs = database.jobs().open();
    List<Job> running = jobs.stream().filter(job -> job.state() == State.RUNNING).toList();
    List<Job> done =
        running.stream().filter(job -> job.parts().stream().allMatch(Part::ended)).toList();
    long now = System.nanoTime();
    long millis = Duration.ofNanos(now - workedUntil).toMillis();
    if (millis >= WORKED_MILLIS || !done.isEmpty()) {
      Instant at = Instant.now();
      for (Job job : running) {
        long age = Duration.between(job.created(), at).toMillis();
        database.jobs().worked(job.id(), Math.max(0, Math.min(millis, age)));
      }
      workedUntil = now;
    }
    done.forEach(job -> database.jobs().finish(job.id()));
    return jobs;
  }

  private void follow(List<Job> jobs) {
    open = jobs;
    Set<String> ids = jobs.stream().map(Job::id).collect(Collectors.toSet());
    known.keySet().retainAll(ids);
    for (Job job : jobs) {
      known.computeIfAbsent(
          job.id(),
          id -> job.parts().stream().collect(Collectors.toMap(Part::number, Function.identity())));
    }
    busy.values().stream()
        .filter(doing -> !ids.contains(doing.job().id()))
        .forEach(doing -> doing.run().unwanted());
    begin();
  }

  private void begin() {
    for (Job job : open) {
      for (Part listed : job.parts()) {
        Part part = known.get(job.id()).get(listed.number());
        if (!isWanted(job.id()) || !isRoomFor(job)) {
          break;
        }
        if (!part.ended() && !busy.containsKey(key(job, part))) {
          run(job, part);
        }
      }
    }
  }

  /** Somebody waits for these: they do not wait for plugins that look at whole projects. */
  private enum Lane {
    COMMANDS,
    SWEEPS,
    PROJECTS;

    private static Lane of(Job job) {
      return job.task() == Task.SWEEP ? SWEEPS : job.document().isPresent() ? COMMANDS : PROJECTS;
    }
  }

  private boolean isRoomFor(Job job) {
    Lane lane = Lane.of(job);
    int most =
        switch (lane) {
          case COMMANDS -> limits.commandsAtOnce();
          case SWEEPS -> 1;
          case PROJECTS -> limits.jobCores();
        };
    return busy.values().stream().filter(one -> Lane.of(one.job()) == lane).count() < most;
  }

  private PartRun runOf(Job job, Part part) {
    return switch (job.task()) {
      case LOOK ->
          new LookRun(shop, documents, job.account(), part, further -> noted(job, further));
      case COMPARE -> new CompareRun(shop, job, part, further -> noted(job, further));
      case COMMAND -> new CommandRun(vertx, patient, shop.plugins(), job, part, notes(job));
      case SWEEP -> new SweepRun(shop, documents, job, part, further -> noted(job, further));
    };
  }

  private CommandRun.Notes notes(Job job) {
    return new CommandRun.Notes() {
      @Override
      public Future<Void> note(Part further) {
        return noted(job, further);
      }

      @Override
      public Future<Void> report(int part, String report) {
        return written(() -> database.jobs().keepReport(job.id(), part, report));
      }
    };
  }

  private void run(Job job, Part part) {
    PartRun run = runOf(job, part);
    busy.put(key(job, part), new Doing(job, run));
    run.run(() -> isWanted(job.id()))
        .onFailure(fault -> LOG.warn("job {} is not noted: {}", job.id(), fault.getMessage()))
        .onComplete(
            done -> {
              busy.remove(key(job, part));
              begin();
            });
  }

  private Future<Void> noted(Job job, Part further) {
    Map<Integer, Part> parts = known.get(job.id());
    if (parts != null) {
      parts.put(further.number(), further);
    }
    return written(() -> database.jobs().note(job.id(), further));
  }

  private Future<Void> written(Runnable writing) {
    return worker.executeBlocking(
        () -> {
          writing.run();
          return null;
        });
  }

  private boolean isWanted(String id) {
    return !stopping
        && open.stream().anyMatch(job -> job.id().equals(id) && job.state() == State.RUNNING);
  }

  private static String key(Job job, Part part) {
    return job.id() + " " + part.number();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    busy.values().forEach(doing -> doing.run().unwanted());
    return worker.close();
  }
}
