package org.dianjiao.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dianjiao.server.ServerSettings;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DatabaseLocked;
import org.dianjiao.storage.StorageSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * The options that say which installation is meant, and the way to its data. The folder of the
 * installation is the system property {@code dianjiao.home}, else the current folder.
 */
public final class Installation {

  private static final String HOME = "dianjiao.home";

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings file; config/dianjiao.yaml of the installation by default.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of the embedded database, over the settings file.")
  private Optional<Path> data = Optional.empty();

  /** The folder of the installation. */
  static Path home() {
    return Path.of(System.getProperty(HOME, "")).toAbsolutePath();
  }

  /** The folder that {@code --data} names. */
  Optional<Path> data() {
    return data;
  }

  /** What the operator set. */
  ServerSettings settings(ServerSettings.Overrides overrides) {
    Path file = config.orElseGet(() -> home().resolve("config").resolve("dianjiao.yaml"));
    if (config.isPresent() && !Files.isRegularFile(file)) {
      throw new ParameterException(command.commandLine(), "there is no settings file " + file);
    }
    try {
      return ServerSettings.read(home(), file, overrides);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
    }
  }

  /** What the operator set, with nothing over it but {@code --data}. */
  public ServerSettings settings() {
    return settings(new ServerSettings.Overrides(data, Optional.empty(), Optional.empty(), false));
  }

  /** Opens the data that a server made, to read, also beside it. */
  Database read() {
    return Database.openReadOnly(settings().storage());
  }

  /**
   * Opens the data that a server made, to write; no server can use it meanwhile.
   *
   * @param instead what to do when one does, as the end of a sentence
   */
  Database write(String instead) {
    Database.openReadOnly(settings().storage()).close();
    return writeOrMake(instead);
  }

  /** As {@link #write}, making what is not there. */
  Database writeOrMake(String instead) {
    StorageSettings storage = settings().storage();
    try {
      return Database.open(storage);
    } catch (DatabaseLocked running) {
      throw new CommandFailure(
          "a server is working with the data in %s; stop it, or %s"
              .formatted(storage.directory(), instead),
          running);
    }
  }
}
