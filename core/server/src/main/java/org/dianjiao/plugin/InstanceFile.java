package org.dianjiao.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;

/**
 * What a settings file says about an instance; all of it may be left out.
 *
 * @param plugin id of the installed plugin; that of the same name when empty
 * @param version of it; the newest that is installed when empty
 * @param settings that differ from their defaults
 * @param enabled whether it runs; it does when empty
 * @param sha256 of all files of the installed plugin, as {@link PluginFolder#sha256} counts it;
 *     with another one it is refused
 * @param run {@code server} to run it in the server; only the operator's own files may say so, and
 *     only together with {@code sha256}
 * @param url where a remote plugin is; only the operator's own files may say so, as all below
 * @param tokenFile holds what the remote plugin is shown; beside the settings file when it is not
 *     absolute
 * @param allow hosts and addresses, each with its port, that it may be reached at, besides those
 *     that are allowed for all
 */
public record InstanceFile(
    Optional<String> plugin,
    Optional<String> version,
    Map<String, Object> settings,
    Optional<Boolean> enabled,
    Optional<String> sha256,
    Optional<RunsIn> run,
    Optional<String> url,
    Optional<String> tokenFile,
    List<String> allow) {

  static final InstanceFile DEFAULTS =
      new InstanceFile(
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** Takes absent settings as none. */
  public InstanceFile {
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    allow = List.copyOf(allow);
    if (run.isPresent() && run.get() == RunsIn.REMOTE) {
      throw new PluginRefused("run is server or process; a remote plugin says so itself");
    }
  }

  /** Whether it says something that only the operator may say. */
  boolean reachesOut() {
    return url.isPresent() || tokenFile.isPresent() || !allow.isEmpty();
  }

  /**
   * Reads a file of YAML or JSON; an empty one says nothing. Blocks.
   *
   * @throws PluginRefused when it cannot be read
   */
  public static InstanceFile read(Path file) {
    try {
      String content = Files.readString(file);
      return content.isBlank() ? DEFAULTS : Json.readSettings(content, InstanceFile.class);
    } catch (MalformedJson | IOException fault) {
      throw new PluginRefused(file.getFileName() + ": " + fault.getMessage());
    }
  }
}
