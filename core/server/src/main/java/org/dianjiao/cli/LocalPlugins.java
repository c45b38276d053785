package org.dianjiao.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.bus.Refusal;
import org.dianjiao.bus.WholeText;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginCatalog;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginLimits;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.plugin.PluginVerticle;

/**
 * Installed plugins, run for one command: the same hosts on the same bus as in the server, but
 * nobody else is there. For a plain thread; every method blocks.
 */
final class LocalPlugins implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final Path states;
  private final PluginCatalog catalog;
  private final Vertx vertx;
  private final PluginClient client;

  /**
   * Reads what is installed; nothing runs yet.
   *
   * @param places where plugins are; nothing is written there
   */
  LocalPlugins(PluginPlaces places) throws IOException {
    this.catalog = PluginCatalog.read(places);
    this.states = Files.createTempDirectory("dianjiao-annotate");
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    RecordCodec.register(vertx);
    this.client = new PluginClient(vertx, TIMEOUT);
  }

  /** Ids of all instances, those too that cannot run. */
  List<String> ids() {
    return Stream.concat(
            catalog.instances().stream().map(PluginInstance::id),
            catalog.others().stream().map(PluginDescribed::id))
        .sorted()
        .toList();
  }

  /**
   * One of the instances.
   *
   * @throws PluginRefused when it cannot run
   */
  PluginInstance instance(String id) {
    Optional<PluginDescribed> unusable =
        catalog.others().stream().filter(other -> other.id().equals(id)).findFirst();
    if (unusable.isPresent()) {
      throw new PluginRefused(
          "plugin %s is %s: %s".formatted(id, unusable.get().state(), unusable.get().reason()));
    }
    return catalog.instances().stream()
        .filter(candidate -> candidate.id().equals(id))
        .findFirst()
        .orElseThrow()
        .writingIn(states);
  }

  /**
   * Starts instances.
   *
   * @throws Refusal when one does not start
   */
  List<PluginDescribed> start(List<PluginInstance> instances) {
    List<Future<String>> deployed = new ArrayList<>();
    for (PluginInstance instance : instances) {
      deployed.add(vertx.deployVerticle(new PluginVerticle(instance, PluginLimits.defaults())));
    }
    await(Future.all(deployed));
    List<PluginDescribed> all = new ArrayList<>();
    for (PluginInstance instance : instances) {
      PluginDescribed plugin = await(client.describe(instance.id()));
      if (!plugin.isStarted()) {
        throw new Refusal(
            FailureCode.PLUGIN_UNAVAILABLE,
            "plugin %s is %s: %s".formatted(plugin.id(), plugin.state(), plugin.reason()));
      }
      all.add(plugin);
    }
    return all;
  }

  /**
   * Everything that a plugin proposes for a text, in the order of the places.
   *
   * @param annotations that the text has already
   * @throws Refusal when it does not answer
   */
  List<Proposal> analyze(
      PluginDescribed plugin, String language, String text, List<Marked> annotations) {
    int focusUnits = Limits.defaults().focusUnits();
    return await(new WholeText(client, plugin, language, focusUnits, text, annotations).analyze());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw failed;
    }
  }

  /** Stops the plugins and forgets what they wrote. */
  @Override
  public void close() throws IOException {
    await(vertx.close());
    try (Stream<Path> files = Files.walk(states)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
