package org.dianjiao.plugin;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.bus.InstanceEndpoint;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PluginEvent.PluginGone;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every configured instance of every installed plugin, each in a {@link PluginVerticle} of its
 * own that stops together with this one. Deploying completes when all have started or failed,
 * within the start budget; one that fails keeps no other from running.
 *
 * <p>Looks again and again: what was installed, configured, exchanged or taken away since is
 * started, started anew or stopped, and nothing else is touched.
 */
public final class PluginsVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(PluginsVerticle.class);

  private final PluginPlaces places;
  private final PluginLimits limits;
  private final ProjectTables tables;
  private final int lookMillis;
  private final Map<String, Hosted> hosts = new LinkedHashMap<>();
  private final Map<String, PluginVerticle> starting = new LinkedHashMap<>();
  private WorkerExecutor reader;
  private InstanceKeeper keeper;
  private Listening listening;
  private PluginStamps stamps = PluginStamps.NONE;
  private boolean stopping;
  private volatile List<PluginVerticle> running = List.of();
  private volatile List<PluginDescribed> others = List.of();

  /** An instance that runs, as it was found, and how its folder looked then. */
  private record Hosted(
      PluginInstance instance, String look, PluginVerticle host, String deployment) {

    boolean is(Found found) {
      return instance.equals(found.instance()) && look.equals(found.look());
    }
  }

  /** An instance that is to run. */
  private record Found(PluginInstance instance, String look) {}

  /** What lies there, and what can be made of it. */
  private record Seen(PluginStamps stamps, PluginCatalog catalog) {

    Map<String, Found> found() {
      return catalog.instances().stream()
          .map(one -> new Found(one, stamps.of(one.folder().path())))
          .collect(Collectors.toMap(one -> one.instance().id(), one -> one));
    }
  }

  /**
   * Runs what is found in these places.
   *
   * @param lookMillis between two looks
   * @param tables that plugins of projects may read
   */
  public PluginsVerticle(
      PluginPlaces places, PluginLimits limits, int lookMillis, ProjectTables tables) {
    this.places = places;
    this.limits = limits;
    this.tables = tables;
    this.lookMillis = lookMillis;
  }

  @Override
  public Future<?> start() {
    reader = vertx.createSharedWorkerExecutor("plugin-catalog", 1);
    keeper = new InstanceKeeper(vertx, reader, places, limits);
    listening = InstanceEndpoint.serve(vertx, keeper);
    return keeper
        .begin()
        .compose(v -> look())
        .onSuccess(v -> tell())
        .onSuccess(v -> lookAgainSoon())
        .compose(v -> listening.ready());
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    return listening.stop().eventually(keeper::close).eventually(() -> reader.close());
  }

  private void lookAgainSoon() {
    vertx.setTimer(
        lookMillis,
        timer -> {
          if (!stopping) {
            look()
                .onFailure(fault -> LOG.warn("plugins cannot be read: {}", fault.getMessage()))
                .onComplete(done -> lookAgainSoon());
          }
        });
  }

  private Future<Void> look() {
    return reader
        .executeBlocking(this::see)
        .compose(seen -> seen.isEmpty() ? Future.succeededFuture() : follow(seen.get()));
  }

  /** What is there now; empty when it looks as before. */
  private Optional<Seen> see() throws IOException {
    PluginStamps now = PluginStamps.of(places);
    return now.equals(stamps)
        ? Optional.empty()
        : Optional.of(new Seen(now, PluginCatalog.read(places)));
  }

  private Future<Void> follow(Seen seen) {
    stamps = seen.stamps();
    keeper.follow(new TrialDesk.Shelves(seen.catalog().shelf(), seen.catalog().staged()));
    refuse(seen.catalog().others());
    Map<String, Found> wanted = seen.found();
    List<Found> fresh =
        wanted.values().stream()
            .filter(found -> !hosts.containsKey(found.instance().id()))
            .toList();
    List<Future<Void>> done = new ArrayList<>();
    for (Hosted hosted : List.copyOf(hosts.values())) {
      String id = hosted.instance().id();
      Found found = wanted.get(id);
      if (found == null) {
        done.add(stop(hosted).onSuccess(v -> tellGone(id)));
      } else if (!hosted.is(found)) {
        PluginVerticle next = toStart(found);
        done.add(stop(hosted).compose(v -> run(found, next)));
      }
    }
    fresh.forEach(found -> done.add(run(found, toStart(found))));
    note();
    return Future.join(done).onComplete(v -> note()).mapEmpty();
  }

  private void refuse(List<PluginDescribed> unusable) {
    unusable.stream()
        .filter(other -> !others.contains(other))
        .forEach(
            other -> LOG.warn("plugin {} is {}: {}", other.id(), other.state(), other.reason()));
    others = unusable;
  }

  /** It is told of from now on, though it has not started yet. */
  private PluginVerticle toStart(Found found) {
    PluginVerticle host = new PluginVerticle(found.instance(), limits, tables);
    starting.put(found.instance().id(), host);
    return host;
  }

  private Future<Void> run(Found found, PluginVerticle host) {
    return vertx
        .deployVerticle(host)
        .onComplete(done -> starting.remove(found.instance().id()))
        .onSuccess(
            deployment ->
                hosts.put(
                    found.instance().id(),
                    new Hosted(found.instance(), found.look(), host, deployment)))
        .mapEmpty();
  }

  private Future<Void> stop(Hosted hosted) {
    hosts.remove(hosted.instance().id());
    note();
    return vertx.undeploy(hosted.deployment()).mapEmpty();
  }

  private void tellGone(String id) {
    String reason =
        others.stream()
            .filter(other -> other.id().equals(id))
            .map(PluginDescribed::reason)
            .findFirst()
            .orElse("it is not installed any more");
    LOG.info("plugin {} is gone: {}", id, reason);
    PluginEvents.tell(vertx, new PluginGone(id, reason));
  }

  private void note() {
    running =
        Stream.concat(hosts.values().stream().map(Hosted::host), starting.values().stream())
            .toList();
  }

  private void tell() {
    describe()
        .forEach(
            plugin -> LOG.info("plugin {} {} {}", plugin.id(), plugin.version(), plugin.state()));
  }

  /** How every instance is now, those too that cannot run, by id. May be asked from any thread. */
  public List<PluginDescribed> describe() {
    return Stream.concat(running.stream().map(PluginVerticle::described), others.stream())
        .sorted(Comparator.comparing(PluginDescribed::id))
        .toList();
  }
}
