package org.dianjiao.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dianjiao.plugin.Bridge;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.plugin.RunsIn;

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

  private static final String TEXTS = "texts";

  private final Path folder;
  private final Map<String, Object> settings;
  private final Optional<Path> texts;
  private final Optional<Path> reports;
  private final long seed;
  private final UnaryOperator<PluginInstance> place;

  private PluginConformance(
      Path folder,
      Map<String, Object> settings,
      Optional<Path> texts,
      Optional<Path> reports,
      long seed,
      UnaryOperator<PluginInstance> place) {
    this.folder = folder;
    this.settings = Map.copyOf(settings);
    this.texts = texts;
    this.reports = reports;
    this.seed = seed;
    this.place = place;
  }

  /** The suite for the plugin in a folder, with its defaults and the built-in texts. */
  public static PluginConformance of(Path folder) {
    return new PluginConformance(
        folder, Map.of(), Optional.empty(), Optional.empty(), 1, UnaryOperator.identity());
  }

  /** With settings that differ from their defaults. */
  public PluginConformance withSettings(Map<String, Object> values) {
    return new PluginConformance(folder, values, texts, reports, seed, place);
  }

  /**
   * With the texts in a folder, {@code *.txt} in UTF-8, besides the built-in ones and those in the
   * folder {@code texts} of the plugin. One with a file {@code *.expected.json} beside it says what
   * has to be proposed in it.
   */
  public PluginConformance withTexts(Path directory) {
    return new PluginConformance(folder, settings, Optional.of(directory), reports, seed, place);
  }

  /** With a JUnit XML file in a folder. */
  public PluginConformance withReports(Path directory) {
    return new PluginConformance(folder, settings, texts, Optional.of(directory), seed, place);
  }

  /** With other random texts. */
  public PluginConformance withSeed(long number) {
    return new PluginConformance(folder, settings, texts, reports, number, place);
  }

  /** With its code outside this process, reached over a bridge. */
  public PluginConformance in(RunsIn other, Bridge bridge) {
    return new PluginConformance(
        folder, settings, texts, reports, seed, instance -> instance.in(other, bridge));
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
    List<GoldenText> golden = new ArrayList<>();
    for (Path directory : textFolders()) {
      samples.addAll(Sample.in(directory));
      golden.addAll(GoldenText.in(directory));
    }
    Path states = Files.createTempDirectory("dianjiao-conformance");
    PluginInstance.of(plugin.manifest().id(), plugin, settings, states); // refuses wrong settings
    try (Subject subject = new Subject(plugin, settings, samples, golden, states, place)) {
      subject.requireLoaded();
      System.out.println("random texts of the seeds from " + seed);
      return new ConformanceSuite(plugin.manifest().id(), checks(subject)).run(reports);
    } finally {
      TemporaryFolder.delete(states);
    }
  }

  /** The plugin's own folder of texts, and the one that was named. */
  private List<Path> textFolders() throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    Path own = folder.resolve(TEXTS);
    if (Files.isDirectory(own)) {
      folders.add(own.toRealPath());
    }
    if (texts.isPresent()) {
      folders.add(texts.get().toRealPath());
    }
    return List.copyOf(folders);
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
            new LookupChecks(subject).all(),
            new DecidedChecks(subject).all(),
            new FormatChecks(subject).all(),
            new CommandChecks(subject).all(),
            new GoldenChecks(subject).all(),
            new TimeChecks(subject).all())
        .flatMap(List::stream)
        .toList();
  }
}
