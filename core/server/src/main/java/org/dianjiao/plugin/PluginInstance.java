package org.dianjiao.plugin;

import java.nio.file.Path;
import java.util.Map;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;

/**
 * One configured, runnable instance of an installed plugin.
 *
 * @param id its own name, which is also its address
 * @param folder the installed plugin
 * @param settings checked against {@code plugin.json}
 * @param state a folder of its own, made when it starts
 */
public record PluginInstance(String id, PluginFolder folder, SettingValues settings, Path state) {

  /**
   * Configures a plugin.
   *
   * @param given the settings that differ from their defaults
   * @param states the folder in which each instance has a folder of its own
   * @throws PluginRefused when a setting is unknown or of the wrong type
   */
  public static PluginInstance of(
      String id, PluginFolder folder, Map<String, Object> given, Path states) {
    PluginManifest.requireWord("instance", id);
    return new PluginInstance(
        id, folder, SettingValues.of(folder.manifest().settings(), given), states.resolve(id));
  }

  /**
   * The same instance with other values for some settings.
   *
   * @param changed values as words, by name; those that it does not have are left out
   * @throws PluginRefused when a value is not allowed
   */
  public PluginInstance with(Map<String, String> changed) {
    return new PluginInstance(id, folder, settings.with(manifest().settings(), changed), state);
  }

  /** What its {@code plugin.json} says. */
  public PluginManifest manifest() {
    return folder.manifest();
  }

  /** What it is given when it starts. */
  public PluginContext context() {
    return new Context(id, settings, folder.data(), state, new PluginLog(id));
  }

  private record Context(
      String instanceId,
      Settings settings,
      Path dataDirectory,
      Path stateDirectory,
      System.Logger logger)
      implements PluginContext {}
}
