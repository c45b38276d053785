package org.dianjiao.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dianjiao.bus.PluginMessage.PluginDescribed;

/**
 * All configured instances of all installed plugins, and those that cannot run, each with its
 * reason.
 *
 * <p>An installed plugin is a folder with a {@code plugin.json}. A configured instance is a file
 * {@code <instance>.yaml}: {@code {plugin: variants, settings: {mode: replace}, enabled: true}},
 * all of it optional; the plugin is the one of the same name when it names none. A plugin that no
 * file names runs as one instance with its own id and its defaults.
 *
 * @param instances that can run, by id
 * @param others that are refused or switched off
 */
public record PluginCatalog(List<PluginInstance> instances, List<PluginDescribed> others) {

  private static final String SUFFIX = ".yaml";

  /** Copies the lists. */
  public PluginCatalog {
    instances = List.copyOf(instances);
    others = List.copyOf(others);
  }

  /**
   * Where plugins are.
   *
   * @param plugins a folder for each installed plugin
   * @param settings a file for each configured instance; need not exist
   * @param states in which each instance gets a folder to write in
   */
  public record Places(Path plugins, Path settings, Path states) {}

  /**
   * Reads the folders and the files. Blocks.
   *
   * @throws IOException when a folder cannot be listed; a plugin that cannot be read is refused
   */
  public static PluginCatalog read(Places places) throws IOException {
    Reading reading = new Reading(places.states());
    for (Path folder : list(places.plugins(), "*")) {
      if (Files.exists(folder.resolve(PluginManifest.FILE))) {
        reading.install(folder);
      }
    }
    for (Path file : list(places.settings(), "*" + SUFFIX)) {
      reading.configure(file);
    }
    return reading.catalog();
  }

  private static List<Path> list(Path directory, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
        entries.forEach(found::add);
      }
    }
    found.sort(null);
    return found;
  }

  /** A catalog in the making. */
  private static final class Reading {

    private final Path states;
    private final Map<String, PluginFolder> installed = new TreeMap<>();
    private final Map<String, InstanceFile> configured = new TreeMap<>();
    private final List<PluginDescribed> others = new ArrayList<>();

    Reading(Path states) {
      this.states = states;
    }

    void install(Path path) {
      String name = path.getFileName().toString();
      try {
        PluginFolder folder = PluginFolder.open(path);
        PluginFolder same = installed.putIfAbsent(folder.manifest().id(), folder);
        if (same != null) {
          throw new PluginRefused(
              "its id \"%s\" is that of the plugin in %s"
                  .formatted(folder.manifest().id(), same.path().getFileName()));
        }
      } catch (PluginRefused refused) {
        leave(name, PluginState.REFUSED, refused.getMessage());
      }
    }

    void configure(Path file) {
      String name = file.getFileName().toString();
      String id = name.substring(0, name.length() - SUFFIX.length());
      try {
        configured.put(id, InstanceFile.read(file));
      } catch (PluginRefused refused) {
        leave(id, PluginState.REFUSED, refused.getMessage());
      }
    }

    PluginCatalog catalog() {
      Map<String, InstanceFile> all = new TreeMap<>(configured);
      for (String plugin : installed.keySet()) {
        boolean named =
            configured.entrySet().stream().anyMatch(e -> plugin.equals(pluginOf(e)))
                || others.stream().anyMatch(other -> other.id().equals(plugin));
        if (!named) {
          all.put(plugin, InstanceFile.DEFAULTS);
        }
      }
      List<PluginInstance> instances = new ArrayList<>();
      all.entrySet().forEach(entry -> make(entry).ifPresent(instances::add));
      return new PluginCatalog(instances, others);
    }

    private static String pluginOf(Map.Entry<String, InstanceFile> entry) {
      return entry.getValue().plugin().orElse(entry.getKey());
    }

    private Optional<PluginInstance> make(Map.Entry<String, InstanceFile> entry) {
      String id = entry.getKey();
      if (!entry.getValue().enabled().orElse(true)) {
        leave(id, PluginState.STOPPED, "switched off in " + id + SUFFIX);
        return Optional.empty();
      }
      try {
        PluginFolder folder = installed.get(pluginOf(entry));
        if (folder == null) {
          throw new PluginRefused("no plugin \"" + pluginOf(entry) + "\" is installed");
        }
        if (entry.getValue().sha256().isPresent()) {
          folder.require(entry.getValue().sha256().get());
        }
        return Optional.of(PluginInstance.of(id, folder, entry.getValue().settings(), states));
      } catch (PluginRefused refused) {
        leave(id, PluginState.REFUSED, refused.getMessage());
        return Optional.empty();
      }
    }

    private void leave(String id, PluginState state, String reason) {
      Optional<PluginManifest> manifest =
          Optional.ofNullable(installed.get(id)).map(PluginFolder::manifest);
      others.add(
          new PluginDescribed(
              id,
              manifest.map(PluginManifest::name).orElse(id),
              manifest.map(PluginManifest::version).orElse(""),
              state.word(),
              reason,
              manifest.map(PluginManifest::categories).orElse(List.of()),
              0,
              0));
    }
  }
}
