package org.dianjiao.plugin;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every configured instance of every installed plugin, each in a {@link PluginVerticle} of its
 * own that stops together with this one. Deploying completes when all have started or failed,
 * within the start budget; one that fails keeps no other from running.
 */
public final class PluginsVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(PluginsVerticle.class);

  private final PluginCatalog.Places places;
  private final PluginLimits limits;
  private volatile List<PluginVerticle> hosts = List.of();
  private volatile List<PluginDescribed> others = List.of();

  /** Runs what is found in these places. */
  public PluginsVerticle(PluginCatalog.Places places, PluginLimits limits) {
    this.places = places;
    this.limits = limits;
  }

  @Override
  public Future<?> start() {
    WorkerExecutor reader = vertx.createSharedWorkerExecutor("plugin-catalog", 1);
    return reader
        .executeBlocking(() -> PluginCatalog.read(places))
        .eventually(reader::close)
        .compose(this::run);
  }

  private Future<Void> run(PluginCatalog catalog) {
    others = catalog.others();
    others.forEach(
        other -> LOG.warn("plugin {} is {}: {}", other.id(), other.state(), other.reason()));
    List<PluginVerticle> running = new ArrayList<>();
    List<Future<String>> deployed = new ArrayList<>();
    for (PluginInstance instance : catalog.instances()) {
      PluginVerticle host = new PluginVerticle(instance, limits);
      running.add(host);
      deployed.add(vertx.deployVerticle(host));
    }
    hosts = List.copyOf(running);
    return Future.all(deployed).onSuccess(v -> tell()).mapEmpty();
  }

  private void tell() {
    describe()
        .forEach(
            plugin -> LOG.info("plugin {} {} {}", plugin.id(), plugin.version(), plugin.state()));
  }

  /** How every instance is now, those too that cannot run, by id. May be asked from any thread. */
  public List<PluginDescribed> describe() {
    return Stream.concat(hosts.stream().map(PluginVerticle::described), others.stream())
        .sorted(Comparator.comparing(PluginDescribed::id))
        .toList();
  }
}
