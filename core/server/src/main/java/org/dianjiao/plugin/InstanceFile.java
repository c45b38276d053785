package org.dianjiao.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;

/**
 * What a settings file says about an instance; all of it may be left out.
 *
 * @param plugin id of the installed plugin; that of the same name when empty
 * @param settings that differ from their defaults
 * @param enabled whether it runs; it does when empty
 * @param sha256 of all files of the installed plugin, as {@link PluginFolder#sha256} counts it;
 *     with another one it is refused
 */
public record InstanceFile(
    Optional<String> plugin,
    Map<String, Object> settings,
    Optional<Boolean> enabled,
    Optional<String> sha256) {

  static final InstanceFile DEFAULTS =
      new InstanceFile(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

  /** Takes absent settings as none. */
  public InstanceFile {
    settings = settings == null ? Map.of() : Map.copyOf(settings);
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
