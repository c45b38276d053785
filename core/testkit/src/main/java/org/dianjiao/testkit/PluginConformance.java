package org.dianjiao.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginRefused;

/**
 * Runs the conformance suite on an installed plugin, or on one that is being developed. Immutable.
 *
 * <pre>{@code
 * class ConformanceTest {
 *   @Test
 *   void conforms() throws Exception {
 *     PluginConformance.of(Path.of("")).run().requirePassed();
 *   }
 * }
 * }</pre>
 */
public final class PluginConformance {

  private final Path folder;
  private final Map<String, Object> settings;
  private final Optional<Path> texts;
  private final Optional<Path> reports;
  private final long seed;

  private PluginConformance(
      Path folder,
      Map<String, Object> settings,
      Optional<Path> texts,
      Optional<Path> reports,
      long seed) {
    this.folder = folder;
    this.settings = Map.copyOf(settings);
    this.texts = texts;
    this.reports = reports;
    this.seed = seed;
  }

  /** The suite for the plugin in a folder, with its defaults and the built-in texts. */
  public static PluginConformance of(Path folder) {
    return new PluginConformance(folder, Map.of(), Optional.empty(), Optional.empty(), 1);
  }

  /** With settings that differ from their defaults. */
  public PluginConformance withSettings(Map<String, Object> values) {
    return new PluginConformance(folder, values, texts, reports, seed);
  }

  /** With the texts in a folder, {@code *.txt} in UTF-8, besides the built-in ones. */
  public PluginConformance withTexts(Path directory) {
    return new PluginConformance(folder, settings, Optional.of(directory), reports, seed);
  }

  /** With a JUnit XML file in a folder. */
  public PluginConformance withReports(Path directory) {
    return new PluginConformance(folder, settings, texts, Optional.of(directory), seed);
  }

  /** With other random texts. */
  public PluginConformance withSeed(long number) {
    return new PluginConformance(folder, settings, texts, reports, number);
  }

  /**
   * Runs all checks. Blocks, as long as the plugin takes.
   *
   * @throws PluginRefused when the host cannot load it: the message says why
   * @throws IOException when the texts cannot be read or the report cannot be written
   */
  public ConformanceReport run() throws IOException {
    PluginFolder plugin = PluginFolder.open(folder);
    List<Sample> samples = new ArrayList<>(Sample.standard(seed));
    if (texts.isPresent()) {
      samples.addAll(Sample.in(texts.get()));
    }
    Path states = Files.createTempDirectory("dianjiao-conformance");
    PluginInstance.of(plugin.manifest().id(), plugin, settings, states); // refuses wrong settings
    try (Subject subject = new Subject(plugin, settings, samples, states)) {
      return new ConformanceSuite(plugin.manifest().id(), checks(subject)).run(reports);
    } finally {
      delete(states);
    }
  }

  private static List<Check> checks(Subject subject) {
    return Stream.of(
            new ManifestChecks(subject).all(),
            new LifeChecks(subject).all(),
            new AnswerChecks(subject).all(),
            new FunctionChecks(subject).all(),
            new LocalityChecks(subject).all(),
            new SettlingChecks(subject).all(),
            new CategoryChecks(subject).all(),
            new TimeChecks(subject).all())
        .flatMap(List::stream)
        .toList();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
