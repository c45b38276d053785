package org.dianjiao.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.text.Digest;

/**
 * One configured, runnable instance of an installed plugin.
 *
 * @param id its own name, which is also its address
 * @param folder the installed plugin
 * @param settings checked against {@code plugin.json}
 * @param state a folder of its own, made when it starts
 * @param runs where its code runs
 * @param bridge the way there, when it does not run in the server
 */
public record PluginInstance(
    String id,
    PluginFolder folder,
    SettingValues settings,
    Path state,
    RunsIn runs,
    Optional<Bridge> bridge) {

  /** One that runs in the server. */
  public PluginInstance(
      String id, PluginFolder folder, SettingValues settings, Path state, RunsIn runs) {
    this(id, folder, settings, state, runs, Optional.empty());
  }

  /**
   * Configures a plugin that runs in the server.
   *
   * @param given the settings that differ from their defaults
   * @param states the folder in which each instance has a folder of its own
   * @throws PluginRefused when a setting is unknown or of the wrong type
   */
  public static PluginInstance of(
      String id, PluginFolder folder, Map<String, Object> given, Path states) {
    PluginManifest.requireWord("instance", id);
    return new PluginInstance(
        id,
        folder,
        SettingValues.of(folder.manifest().settings(), given),
        states.resolve(id),
        RunsIn.SERVER);
  }

  /** The same instance, run elsewhere; the server needs a way there. */
  public PluginInstance in(RunsIn other, Bridge way) {
    return new PluginInstance(
        id,
        folder,
        settings,
        state,
        other,
        other == RunsIn.SERVER ? Optional.empty() : Optional.of(way));
  }

  /** The machine that texts go to when it is asked; empty when they stay on this one. */
  public Optional<String> destination() {
    return runs == RunsIn.REMOTE ? bridge.flatMap(Bridge::destination) : Optional.empty();
  }

  /** The same instance, with its folder to write in among others. */
  public PluginInstance writingIn(Path states) {
    return new PluginInstance(id, folder, settings, states.resolve(id), runs, bridge);
  }

  /**
   * The same, to be tried only: no document knows its name.
   *
   * @param job for which it runs
   * @param trials the folder in which each has a folder of its own
   */
  PluginInstance tried(String job, Path trials) {
    return new PluginInstance(
        PluginDescribed.TRIAL + job, folder, settings, trials.resolve(job), runs, bridge);
  }

  /** Whether it is only tried. */
  boolean isTrial() {
    return id.startsWith(PluginDescribed.TRIAL);
  }

  /**
   * The same instance with other values for some settings.
   *
   * @param changed values as words, by name; those that it does not have are left out
   * @throws PluginRefused when a value is not allowed
   */
  public PluginInstance with(Map<String, String> changed) {
    return new PluginInstance(
        id, folder, settings.with(manifest().settings(), changed), state, runs, bridge);
  }

  /** The same for instances of one version with the same settings: they answer alike. */
  String configured() {
    return Digest.of(manifest().id() + " " + manifest().version() + "\n" + settings.words());
  }

  /** What its {@code plugin.json} says. */
  public PluginManifest manifest() {
    return folder.manifest();
  }

  /** What it is given when it starts. */
  public PluginContext context() {
    return context(ProjectTables.NONE);
  }

  /** The same where projects keep something for plugins. */
  public PluginContext context(ProjectTables tables) {
    return new Context(id, settings, folder.data(), state, new PluginLog(id), tables);
  }

  /**
   * What the code is given that the server itself loads: the plugin, or the bridge to it.
   *
   * @throws PluginRefused when there is no way to where it runs
   */
  PluginContext context(PluginLimits limits, ProjectTables tables) throws IOException {
    return bridge.isEmpty()
        ? context(tables)
        : new Context(
            id,
            Errand.settings(this, bridge.get(), limits),
            folder.data(),
            state,
            new PluginLog(id),
            ProjectTables.NONE);
  }

  /** Jars and folders that the server itself loads: of the plugin, or of the bridge to it. */
  List<Path> classPath() throws IOException {
    if (bridge.isEmpty()) {
      return folder.classPath();
    }
    if (!Files.isDirectory(bridge.get().folder())) {
      throw new PluginRefused(
          "it runs outside the server, and the bridge %s that reaches it is not installed"
              .formatted(bridge.get().folder()));
    }
    return PluginFolder.classPath(bridge.get().folder());
  }

  private record Context(
      String instanceId,
      Settings settings,
      Path dataDirectory,
      Path stateDirectory,
      System.Logger logger,
      ProjectTables tables)
      implements PluginContext {

    @Override
    public List<List<String>> table(String project, String name) {
      return tables.rows(project, name);
    }

    @Override
    public long version(String project, String name) {
      return tables.version(project, name);
    }
  }
}
