package org.dianjiao.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.cli.Installation;
import org.dianjiao.cli.PluginSubcommand;
import org.dianjiao.cli.RemoteManifest;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.Bridge;
import org.dianjiao.plugin.InstanceFile;
import org.dianjiao.plugin.Isolation;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.plugin.PluginStore;
import org.dianjiao.plugin.RunsIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The conformance suite as a command: {@code dianjiao plugin test}. */
@Command(
    name = "test",
    description = {
      "Check whether a plugin keeps what the plugin interfaces ask of it, in the host that the"
          + " server uses.",
      "Prints a line for each check, and with --report writes JUnit XML. Besides the built-in"
          + " texts it is asked about those in the folder texts of the plugin; one with a file"
          + " NAME.expected.json beside it says what has to be found."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all checks passed",
      "1:a check failed",
      "2:wrong usage, or the plugin could not be loaded"
    })
public final class ConformanceCommand implements PluginSubcommand {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Parameters(
      paramLabel = "DIR|ZIP|URL",
      description = "A folder with plugin.json, a packed plugin, or http(s)://… of a remote one.")
  private String plugin = "";

  /** Where the code of a plugin can run, as it is typed. */
  enum Place {
    /** In this process, as what came with the server. */
    server,
    /** In a process of its own, as what was installed. */
    process
  }

  @Option(
      names = "--run",
      paramLabel = "WHERE",
      description = {
        "server, or process: in one of its own. A folder runs in the first, a zip in the second by"
            + " default, as it will when it is installed."
      })
  private Optional<Place> run = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with the token that the address asks for.")
  private Optional<Path> token = Optional.empty();

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

  @Override
  public Integer call() throws IOException {
    if (texts.isPresent() && !Files.isDirectory(texts.get())) {
      throw new ParameterException(
          spec.commandLine(), "there is no folder of texts " + texts.get());
    }
    Path unpacked = Files.createTempDirectory("dianjiao-plugin");
    try {
      Map<String, Object> values =
          settings.map(file -> InstanceFile.read(file).settings()).orElse(Map.of());
      PluginConformance suite = suite(unpacked).withSettings(values).withSeed(seed);
      suite = texts.map(suite::withTexts).orElse(suite);
      suite = report.map(suite::withReports).orElse(suite);
      return suite.run().passed() ? 0 : 1;
    } catch (PluginRefused refused) {
      String command = spec.qualifiedName();
      spec.commandLine()
          .getErr()
          .println("%s: %s cannot be loaded: %s".formatted(command, plugin, refused.getMessage()));
      return 2;
    } finally {
      TemporaryFolder.delete(unpacked);
    }
  }

  /** What is no folder is installed into one that lasts for the test. */
  private PluginConformance suite(Path unpacked) {
    PluginStore store =
        new PluginStore(new PluginPlaces(unpacked, unpacked, unpacked), Limits.defaults());
    if (RemoteManifest.isAddress(plugin)) {
      URI address = RemoteManifest.address(plugin);
      Path folder = store.addRemote(RemoteManifest.over(token).fetch(address)).plugin().path();
      return PluginConformance.of(folder).in(RunsIn.REMOTE, wayTo(address));
    }
    boolean packed = !Files.isDirectory(Path.of(plugin));
    Path folder = packed ? store.add(Path.of(plugin)).plugin().path() : Path.of(plugin);
    Place place = run.orElse(packed ? Place.process : Place.server);
    PluginConformance suite = PluginConformance.of(folder);
    return place == Place.server ? suite : suite.in(RunsIn.PROCESS, bridge());
  }

  private Bridge bridge() {
    return installation.settings().pluginPlaces().bridge();
  }

  /** The way to an address, which is allowed because it was typed. */
  private Bridge wayTo(URI address) {
    Isolation usual = bridge().isolation();
    Isolation allowing =
        new Isolation(
            usual.heapMib(), usual.answerMib(), List.of(RemoteManifest.hostAndPort(address)));
    return Bridge.local(bridge().folder(), allowing).to(address, token);
  }
}
