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

  /** As in the server, but failures do not suspend: each check stands for itself. */
  static final PluginLimits LIMITS =
      new PluginLimits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
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

  /** An instance of a name. */
  PluginInstance instance(String id) {
    return PluginInstance.of(id, folder, settings, states);
  }

  /** Starts an instance that is the caller's to close. */
  PluginUnderTest start(String id, PluginLimits limits) {
    return new PluginUnderTest(instance(id), limits);
  }

  /** The instance that checks share. */
  PluginUnderTest running() {
    if (open.isEmpty()) {
      open.add(start(manifest().id(), LIMITS));
    }
    return open.get(0);
  }

  @Override
  public void close() {
    open.forEach(PluginUnderTest::close);
  }
}
