package org.dianjiao.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.plugin.InstanceFile;
import org.dianjiao.plugin.PluginRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The conformance suite as a command. */
@Command(
    name = "plugin-test",
    description = "Checks whether a plugin keeps what the plugin interfaces ask of it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all checks passed",
      "1:a check failed",
      "2:wrong usage, or the plugin could not be loaded"
    })
public final class ConformanceCommand implements Callable<Integer> {

  @Option(
      names = "--plugin",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the plugin, with its plugin.json.")
  private Path plugin = Path.of("");

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings file of an instance, as in config/plugins.")
  private Optional<Path> settings = Optional.empty();

  @Option(
      names = "--texts",
      paramLabel = "DIR",
      description = "Ask about these texts too: all *.txt in the folder.")
  private Optional<Path> texts = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the random texts (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write a JUnit XML file into this folder.")
  private Optional<Path> report = Optional.empty();

  /** Runs the command and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ConformanceCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      Map<String, Object> values =
          settings.map(file -> InstanceFile.read(file).settings()).orElse(Map.of());
      PluginConformance suite = PluginConformance.of(plugin).withSettings(values).withSeed(seed);
      suite = texts.map(suite::withTexts).orElse(suite);
      suite = report.map(suite::withReports).orElse(suite);
      ConformanceReport outcome = suite.run();
      return outcome.passed() ? 0 : 1;
    } catch (PluginRefused refused) {
      System.err.println("plugin in " + plugin + " cannot be loaded: " + refused.getMessage());
      return 2;
    }
  }
}
