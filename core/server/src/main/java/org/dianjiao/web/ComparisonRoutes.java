package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dianjiao.bus.InstanceClient;
import org.dianjiao.bus.InstanceMessage.CheckTrial;
import org.dianjiao.bus.InstanceMessage.InstanceRead;
import org.dianjiao.bus.InstanceMessage.TrialChecked;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.comparison.Counts;
import org.dianjiao.comparison.Difference;
import org.dianjiao.comparison.Found;
import org.dianjiao.comparison.Order;
import org.dianjiao.comparison.Order.Side;
import org.dianjiao.comparison.Order.Trial;
import org.dianjiao.comparison.Reached;
import org.dianjiao.comparison.Score;
import org.dianjiao.json.Json;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.Jobs.Task;

/** What another version, other settings or another instance would suggest in a project. */
final class ComparisonRoutes {

  private static final int MOST_PLACES = 1_000;

  private final Database database;
  private final InstanceClient instances;
  private final JobRoutes jobs;
  private final JobLines lines;
  private final Reply reply;

  ComparisonRoutes(Database database, InstanceClient instances, JobRoutes jobs, Reply reply) {
    this.database = database;
    this.instances = instances;
    this.jobs = jobs;
    this.lines = new JobLines(database);
    this.reply = reply;
  }

  /**
   * What is asked for: another instance, or a version and settings for this one.
   *
   * @param version that it runs with when empty
   * @param settings that it has when empty
   */
  record Wanted(
      String instance,
      Optional<String> other,
      Optional<String> version,
      Optional<Map<String, Object>> settings) {

    Wanted {
      Objects.requireNonNull(instance, "instance");
      settings.ifPresent(values -> values.values().removeIf(Objects::isNull));
      if (other.isPresent() && (version.isPresent() || settings.isPresent())) {
        throw new IllegalArgumentException("compare with another instance, or with a version");
      }
      if (other.filter(instance::equals).isPresent()) {
        throw new IllegalArgumentException("compare " + instance + " with another instance");
      }
    }
  }

  /** A place at which the sides differ, and whose it is. */
  record Place(String document, String title, Difference difference) {}

  /**
   * A comparison.
   *
   * @param job how far it is
   * @param decided decisions that both sides were asked about
   * @param put those in which the person put something there
   * @param places the first differences in each document
   */
  record Comparison(
      JobLines.Line job,
      Order order,
      Counts counts,
      long decided,
      long put,
      Score before,
      Score after,
      List<Place> places) {}

  void on(Routes routes) {
    String path = "/api/projects/:project/comparisons";
    routes.post(path, Operation.COMPARE_PLUGINS, this::start);
    routes.get(path + "/:job", Operation.SEE_COMPARISON, this::see);
  }

  private void start(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        Future.succeededFuture(body)
            .map(json -> Json.read(json, Wanted.class))
            .compose(this::order)
            .compose(
                order -> reply.within(request, (who, project) -> begin(who.id(), project, order))));
  }

  private Future<Order> order(Wanted wanted) {
    Side before = side(jobs.requireRunning(wanted.instance()));
    return wanted
        .other()
        .map(
            other ->
                Future.succeededFuture(new Order(before, side(jobs.requireRunning(other)), "")))
        .orElseGet(
            () -> instances.read(wanted.instance()).compose(now -> tried(wanted, before, now)));
  }

  private static Side side(PluginDescribed plugin) {
    return new Side(plugin.id(), plugin.version(), plugin.configured(), Optional.empty());
  }

  private Future<Order> tried(Wanted wanted, Side before, InstanceRead now) {
    String version = wanted.version().orElse(before.version());
    Map<String, Object> settings = wanted.settings().orElse(now.settings());
    return instances
        .check(new CheckTrial(wanted.instance(), version, settings))
        .map(checked -> new Order(before, side(wanted.instance(), checked, settings), now.stamp()));
  }

  private static Side side(String instance, TrialChecked checked, Map<String, Object> settings) {
    Trial trial = new Trial(checked.plugin(), checked.version(), checked.sha256(), settings);
    return new Side(instance, checked.version(), checked.configured(), Optional.of(trial));
  }

  private JobLines.Line begin(String account, String project, Order order) {
    List<DocumentRow> documents = database.projects().documents(project);
    List<Part> parts = jobs.parts(documents, List.of(order.before().instance()));
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("this project has no documents");
    }
    Job job = database.jobs().start(project, account, Task.COMPARE, Json.text(order), parts);
    return lines.of(job, titles(documents));
  }

  private void see(RoutingContext request) {
    String id = request.pathParam("job");
    reply.of(request, reply.within(request, (who, project) -> comparison(project, id)));
  }

  private Comparison comparison(String project, String id) {
    Job job = jobs.job(project, id);
    if (job.task() != Task.COMPARE) {
      throw new IllegalArgumentException("this job is no comparison");
    }
    Map<String, String> titles = titles(database.projects().documents(project));
    Found all = Found.NOTHING;
    List<Place> places = new ArrayList<>();
    for (Part part : job.parts()) {
      if (!part.result().isEmpty()) {
        Found found = Json.read(part.result(), Reached.class).found();
        all = all.plus(found);
        String title = titles.getOrDefault(part.document(), part.document());
        found.differences().stream()
            .limit(MOST_PLACES - places.size())
            .forEach(one -> places.add(new Place(part.document(), title, one)));
      }
    }
    return new Comparison(
        lines.of(job, titles),
        Json.read(job.asked(), Order.class),
        all.counts(),
        all.decided(),
        all.put(),
        all.before(),
        all.after(),
        places);
  }

  private static Map<String, String> titles(List<DocumentRow> documents) {
    return documents.stream().collect(Collectors.toMap(DocumentRow::id, DocumentRow::title));
  }
}
