package org.dianjiao.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.server.ServerSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a command that runs plugins by itself finds them. */
final class PluginFolders {

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Folder of plugins (default: plugins in the installation).")
  private Optional<Path> pluginFolder = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the data, for plugins that were installed later.")
  private Optional<Path> dataFolder = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description =
          "Folder of settings, with a file plugins/P.yaml for each configured plugin (default:"
              + " config in the installation).")
  private Optional<Path> configFolder = Optional.empty();

  /**
   * The folders as they were typed, or as the installation has them.
   *
   * @throws ParameterException when the settings are wrong
   */
  PluginPlaces places(CommandSpec spec) {
    Path home = Installation.home();
    Path config = configFolder.orElse(home.resolve("config"));
    ServerSettings.Overrides overrides =
        new ServerSettings.Overrides(dataFolder, Optional.empty(), Optional.empty(), true);
    try {
      PluginPlaces places =
          ServerSettings.read(home, config.resolve("dianjiao.yaml"), overrides).pluginPlaces();
      return new PluginPlaces(
          pluginFolder.orElse(places.bundled()),
          places.settings(),
          places.data(),
          places.isolation());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }
}
