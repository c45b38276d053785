package org.dianjiao.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginLimits;
import org.dianjiao.plugin.PluginManifest;

/**
 * What is looked at: an installed plugin, how it is configured, and the texts it is asked about.
 * The checks that only ask share one running instance.
 */
final class Subject implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As in the server, but failures do not suspend: each check stands for itself. */
  static final PluginLimits LIMITS =
      new PluginLimits(
          Duration.ofSeconds(30),
          PATIENCE,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          64,
          Integer.MAX_VALUE,
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          20_000);

  private final PluginFolder folder;
  private final Map<String, Object> settings;
  private final List<Sample> samples;
  private final Path states;
  private final List<PluginUnderTest> open = new ArrayList<>();

  Subject(PluginFolder folder, Map<String, Object> settings, List<Sample> samples, Path states) {
    this.folder = folder;
    this.settings = settings;
    this.samples = List.copyOf(samples);
    this.states = states;
  }

  PluginFolder folder() {
    return folder;
  }

  PluginManifest manifest() {
    return folder.manifest();
  }

  /** All texts. */
  List<Sample> samples() {
    return samples;
  }

  /** Starts an instance that may take its time and is the caller's to close. */
  PluginUnderTest start(String id) {
    return start(id, patient(), LIMITS);
  }

  /** Starts an instance with the budget that it declares; it is the caller's to close. */
  PluginUnderTest startInTime(String id, PluginLimits limits) {
    return start(id, folder, limits);
  }

  private PluginUnderTest start(String id, PluginFolder plugin, PluginLimits limits) {
    return new PluginUnderTest(PluginInstance.of(id, plugin, settings, states), limits);
  }

  /** The plugin with a budget that no busy machine can spend. */
  private PluginFolder patient() {
    PluginManifest said = manifest();
    PluginManifest patient =
        new PluginManifest(
            said.id(),
            said.name(),
            said.version(),
            said.api(),
            said.categories(),
            said.window(),
            PATIENCE,
            said.parallelism(),
            said.deterministic(),
            said.settings(),
            said.sources());
    return new PluginFolder(folder.path(), patient);
  }

  /** The instance that checks share. */
  PluginUnderTest running() {
    if (open.isEmpty()) {
      open.add(start(manifest().id()));
    }
    return open.get(0);
  }

  @Override
  public void close() {
    open.forEach(PluginUnderTest::close);
  }
}
