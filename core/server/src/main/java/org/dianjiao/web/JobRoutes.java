package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.EnumSet;
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

/** Plugins work on all documents of a project: begun, watched, paused and cancelled here. */
final class JobRoutes {

  /** What plugins do, as against people. */
  private static final Set<Task> PLUGINS = EnumSet.complementOf(EnumSet.of(Task.SWEEP));

  private final Database database;
  private final Supplier<List<PluginDescribed>> catalog;
  private final CommandOrders orders;
  private final JobLines lines;
  private final int kept;
  private final Reply reply;

  JobRoutes(
      Database database,
      Supplier<List<PluginDescribed>> catalog,
      CommandOrders orders,
      int kept,
      Reply reply) {
    this.database = database;
    this.catalog = catalog;
    this.orders = orders;
    this.lines = new JobLines(database);
    this.kept = kept;
    this.reply = reply;
  }

  /** What is asked for: that plugins look, or that a command is run. */
  record Order(List<String> plugins, Optional<CommandOrders.Given> command) {

    /** Requires one plugin at least, each once; or a command. */
    Order {
      plugins = plugins == null ? List.of() : plugins;
      command = command == null ? Optional.empty() : command;
      if (plugins.isEmpty() == command.isEmpty() || Set.copyOf(plugins).size() != plugins.size()) {
        throw new IllegalArgumentException(
            "name the plugins that are to look, each once, or else a command");
      }
    }
  }

  record Step(State state) {}

  void on(Routes routes) {
    String path = "/api/projects/:project/jobs";
    routes.get(path, Operation.LIST_JOBS, this::list);
    routes.post(path, Operation.START_JOB, this::start);
    routes.put(path + "/:job", Operation.STEP_JOB, this::step);
    routes.get(path + "/:job/report", Operation.READ_JOB_REPORT, this::report);
  }

  private void list(RoutingContext request) {
    reply.of(
        request,
        reply.within(
            request,
            (account, project) ->
                lines.of(database.jobs().of(project, PLUGINS, kept), titles(project))));
  }

  private Map<String, String> titles(String project) {
    return database.projects().documents(project).stream()
        .collect(Collectors.toMap(DocumentRow::id, DocumentRow::title));
  }

  private void start(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply
            .blocking(() -> Json.read(body, Order.class))
            .compose(
                order ->
                    order.command().isEmpty()
                        ? reply.within(request, (account, project) -> look(account, project, order))
                        : orders
                            .checked(order.command().get(), "project")
                            .compose(
                                checked ->
                                    reply.within(
                                        request,
                                        (account, project) ->
                                            command(account, project, checked)))));
  }

  private JobLines.Line look(Account account, String project, Order order) {
    order.plugins().forEach(this::requireRunning);
    return begun(account, project, Task.LOOK, "", order.plugins());
  }

  private JobLines.Line command(Account account, String project, CommandOrders.Checked checked) {
    return begun(account, project, Task.COMMAND, checked.asked(), List.of(checked.plugin()));
  }

  private JobLines.Line begun(
      Account account, String project, Task task, String asked, List<String> plugins) {
    List<Part> parts = parts(database.projects().documents(project), plugins);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("this project has no documents");
    }
    Job job = database.jobs().start(project, account.id(), task, asked, parts);
    return lines.of(job, titles(project));
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
              return lines.of(database.jobs().get(id).orElseThrow(), Map.of());
            }));
  }

  /** What was said about one document, or about all of them, one after the other. */
  private void report(RoutingContext request) {
    String id = request.pathParam("job");
    reply
        .within(
            request,
            (account, project) -> {
              Job job = job(project, id);
              if (job.document().isPresent()) {
                throw new Refusal(
                    FailureCode.UNKNOWN_DOCUMENT, "that is asked for with its document");
              }
              Optional<Long> part = Query.number(request, "part");
              return part.isPresent()
                  ? lines.report(job, part.get())
                  : lines.reports(job, titles(project));
            })
        .onSuccess(report -> Attachment.text(request, "report.txt", "text/plain", report))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private static String word(State state) {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
