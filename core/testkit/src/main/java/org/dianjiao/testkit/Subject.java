package org.dianjiao.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dianjiao.api.Proposal;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginLimits;
import org.dianjiao.plugin.PluginManifest;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.plugin.PluginState;

/**
 * What is looked at: an installed plugin, how it is configured, and the texts it is asked about.
 * The checks that only ask share one running instance, and its first answers.
 */
final class Subject implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SHORT = 2_000;

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
          20_000,
          Json.readSettings("plugin-format-seconds: 10", Limits.class));

  private final PluginFolder folder;
  private final Map<String, Object> settings;
  private final List<Sample> samples;
  private final List<GoldenText> golden;
  private final Path states;
  private final UnaryOperator<PluginInstance> place;
  private final List<PluginUnderTest> open = new ArrayList<>();
  private final Map<Sample, List<Proposal>> answers = new HashMap<>();
  private final Map<Sample, TextAnalyzed> middles = new HashMap<>();

  Subject(
      PluginFolder folder,
      Map<String, Object> settings,
      List<Sample> samples,
      List<GoldenText> golden,
      Path states,
      UnaryOperator<PluginInstance> place) {
    this.folder = folder;
    this.settings = settings;
    this.samples = List.copyOf(samples);
    this.golden = List.copyOf(golden);
    this.states = states;
    this.place = place;
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

  /** The texts of which it is known what has to be proposed. */
  List<GoldenText> golden() {
    return golden;
  }

  /** The texts that are quickly asked about. */
  List<Sample> shortSamples() {
    return samples.stream().filter(sample -> sample.text().length() <= SHORT).toList();
  }

  /** What the shared instance proposed when it was first asked about the whole of a text. */
  List<Proposal> answer(Sample sample) {
    return answers.computeIfAbsent(sample, running()::proposals);
  }

  /** What the shared instance answered when it was first asked about the middle of a text. */
  TextAnalyzed middle(Sample sample) {
    return middles.computeIfAbsent(sample, one -> running().analyze(one, one.middle(), List.of()));
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
    PluginInstance instance = PluginInstance.of(id, plugin, settings, states);
    return new PluginUnderTest(place.apply(instance), limits);
  }

  /** The plugin with a budget that no busy machine can spend. */
  private PluginFolder patient() {
    return new PluginFolder(folder.path(), manifest().withBudget(PATIENCE));
  }

  /**
   * Requires that the host can load it; whether it starts is a check.
   *
   * @throws PluginRefused with the host's reason
   */
  void requireLoaded() {
    PluginDescribed described = running().described();
    if (described.state().equals(PluginState.REFUSED.word())) {
      throw new PluginRefused(described.reason());
    }
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
