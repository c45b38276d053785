package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.Replay;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.Jobs.State;
import org.dianjiao.storage.Jobs.Task;

/** Plugins look at all documents of a project: begun, watched, paused and cancelled here. */
final class JobRoutes {

  private static final int MOST_LISTED = 20;
  private static final double MILLIS = 1_000;

  private final Database database;
  private final Supplier<List<PluginDescribed>> catalog;
  private final Reply reply;

  JobRoutes(Database database, Supplier<List<PluginDescribed>> catalog, Reply reply) {
    this.database = database;
    this.catalog = catalog;
    this.reply = reply;
  }

  /** What is asked for. */
  record Order(List<String> plugins) {

    /** Requires one plugin at least, each once. */
    Order {
      if (plugins.isEmpty() || Set.copyOf(plugins).size() != plugins.size()) {
        throw new IllegalArgumentException("name the plugins that are to look, each once");
      }
    }
  }

  record Step(State state) {}

  record Fault(String document, String title, String plugin, String message) {}

  /**
   * How far a job is.
   *
   * @param units of all texts, for each plugin
   * @param done of them
   * @param unitsPerSecond on average while it ran, 0 as long as that is not known
   * @param secondsLeft at that rate; empty when it is not known, or nothing is left
   */
  record Line(
      String id,
      Task task,
      State state,
      String account,
      String name,
      Instant created,
      Optional<Instant> ended,
      List<String> plugins,
      int documents,
      long units,
      long done,
      double unitsPerSecond,
      Optional<Long> secondsLeft,
      List<Fault> faults) {}

  void on(Routes routes) {
    String path = "/api/projects/:project/jobs";
    routes.get(path, Operation.LIST_JOBS, this::list);
    routes.post(path, Operation.START_JOB, this::start);
    routes.put(path + "/:job", Operation.STEP_JOB, this::step);
  }

  private void list(RoutingContext request) {
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              Map<String, String> titles =
                  database.projects().documents(project).stream()
                      .collect(Collectors.toMap(DocumentRow::id, DocumentRow::title));
              return database.jobs().of(project, MOST_LISTED).stream()
                  .map(job -> line(job, titles))
                  .toList();
            }));
  }

  private void start(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              Order order = Json.read(body, Order.class);
              order.plugins().forEach(this::requireRunning);
              List<DocumentRow> documents = database.projects().documents(project);
              List<Part> parts = parts(documents, order.plugins());
              if (parts.isEmpty()) {
                throw new IllegalArgumentException("this project has no documents");
              }
              Job job = database.jobs().start(project, account.id(), Task.LOOK, "", parts);
              return line(
                  job,
                  documents.stream()
                      .collect(Collectors.toMap(DocumentRow::id, DocumentRow::title)));
            }));
  }

  /** Refuses an instance that does not answer. */
  PluginDescribed requireRunning(String plugin) {
    PluginDescribed found =
        catalog.get().stream()
            .filter(one -> one.id().equals(plugin))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("there is no plugin \"" + plugin + "\""));
    if (!found.isStarted()) {
      throw new IllegalArgumentException(
          "plugin %s is %s: %s".formatted(plugin, found.state(), found.reason()));
    }
    return found;
  }

  /** One for each document and each plugin. */
  List<Part> parts(List<DocumentRow> documents, List<String> plugins) {
    List<Part> parts = new ArrayList<>();
    for (DocumentRow document : documents) {
      int units = new Replay(database, document.id()).at(document.revision()).text().length();
      for (String plugin : plugins) {
        parts.add(Part.of(parts.size(), document.id(), plugin, units));
      }
    }
    return parts;
  }

  /** A job of a project. */
  Job job(String project, String id) {
    return database
        .jobs()
        .get(id)
        .filter(one -> one.project().equals(project))
        .orElseThrow(
            () -> new Refusal(FailureCode.UNKNOWN_DOCUMENT, "this project has no such job"));
  }

  private void step(RoutingContext request) {
    String body = Query.body(request);
    String id = request.pathParam("job");
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              State wanted = Json.read(body, Step.class).state();
              Job job = job(project, id);
              if (wanted == State.DONE || !database.jobs().step(id, wanted)) {
                throw new IllegalArgumentException(
                    "a job that is %s cannot become %s".formatted(word(job.state()), word(wanted)));
              }
              return line(database.jobs().get(id).orElseThrow(), Map.of());
            }));
  }

  private static String word(State state) {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** A job as it is listed. */
  Line line(Job job, Map<String, String> titles) {
    Set<String> plugins = new LinkedHashSet<>();
    Set<String> documents = new LinkedHashSet<>();
    List<Fault> faults = new ArrayList<>();
    for (Part part : job.parts()) {
      plugins.add(part.instance());
      documents.add(part.document());
      if (!part.fault().isEmpty()) {
        String title = titles.getOrDefault(part.document(), part.document());
        faults.add(new Fault(part.document(), title, part.instance(), part.fault()));
      }
    }
    double rate = job.workedMillis() == 0 ? 0 : job.done() * MILLIS / job.workedMillis();
    long left = job.units() - job.done();
    boolean known = rate > 0 && left > 0 && job.ended().isEmpty();
    return new Line(
        job.id(),
        job.task(),
        job.state(),
        job.account(),
        database.accounts().byId(job.account()).map(Account::name).orElse(""),
        job.created(),
        job.ended(),
        List.copyOf(plugins),
        documents.size(),
        job.units(),
        job.done(),
        rate,
        known ? Optional.of((long) Math.ceil(left / rate)) : Optional.empty(),
        faults);
  }
}
