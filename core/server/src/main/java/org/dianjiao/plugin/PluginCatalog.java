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
import org.dianjiao.bus.InstalledPlugin;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All configured instances of all installed plugins, and those that cannot run, each with its
 * reason.
 *
 * <p>An installed plugin is a folder with a {@code plugin.json}. A configured instance is a file
 * {@code <instance>.yaml}: {@code {plugin: variants, settings: {mode: replace}, enabled: true}},
 * all of it optional; the plugin is the one of the same name when it names none. A plugin that no
 * file names runs as one instance with its own id and its defaults. A file of the operator's hides
 * one of the same name that a command wrote.
 *
 * @param instances that can run, by id
 * @param others that are refused or switched off
 * @param shelf everything that is installed, whether an instance of it runs or not
 * @param staged what is kept to be tried
 */
public record PluginCatalog(
    List<PluginInstance> instances,
    List<PluginDescribed> others,
    PluginShelf shelf,
    PluginShelf staged) {

  private static final Logger LOG = LoggerFactory.getLogger(PluginCatalog.class);
  private static final String SUFFIX = ".yaml";

  /** Copies the lists. */
  public PluginCatalog {
    instances = List.copyOf(instances);
    others = List.copyOf(others);
  }

  /** All versions of all installed plugins, as they declare themselves. */
  public List<InstalledPlugin> installed() {
    return shelf.told();
  }

  /**
   * Reads the folders and the files. Blocks.
   *
   * @throws IOException when a folder cannot be listed; a plugin that cannot be read is refused
   */
  public static PluginCatalog read(PluginPlaces places) throws IOException {
    Reading reading = new Reading(places);
    reading.install(places.bundled(), true);
    reading.install(places.installed(), false);
    reading.configure(places.settings(), true);
    reading.configure(places.instances(), false);
    reading.stage(places.staged());
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

    private final InstanceMaking making;
    private final PluginShelf shelf = new PluginShelf();
    private final PluginShelf staged = new PluginShelf();
    private final Map<String, Configured> configured = new TreeMap<>();
    private final List<PluginDescribed> others = new ArrayList<>();

    /**
     * A file that was read.
     *
     * @param trusted whether the operator wrote it
     */
    private record Configured(InstanceFile file, boolean trusted) {}

    Reading(PluginPlaces places) {
      this.making = new InstanceMaking(places);
    }

    /** What was damaged since it was checked is not there to be tried. */
    void stage(Path directory) throws IOException {
      for (Path folder : list(directory, "*")) {
        try {
          staged.put(folder, false);
        } catch (PluginRefused damaged) {
          LOG.warn("{} cannot be tried: {}", folder, damaged.getMessage());
        }
      }
    }

    void install(Path directory, boolean bundled) throws IOException {
      for (Path folder : list(directory, "*")) {
        if (Files.exists(folder.resolve(PluginManifest.FILE))) {
          try {
            shelf.put(folder, bundled);
          } catch (PluginRefused refused) {
            leave(folder.getFileName().toString(), PluginState.REFUSED, refused.getMessage());
          }
        }
      }
    }

    void configure(Path directory, boolean trusted) throws IOException {
      for (Path file : list(directory, "*" + SUFFIX)) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - SUFFIX.length());
        try {
          configured.putIfAbsent(id, new Configured(InstanceFile.read(file), trusted));
        } catch (PluginRefused refused) {
          leave(id, PluginState.REFUSED, refused.getMessage());
        }
      }
    }

    PluginCatalog catalog() {
      Map<String, Configured> all = new TreeMap<>(configured);
      for (String plugin : shelf.ids()) {
        boolean named =
            configured.entrySet().stream().anyMatch(e -> plugin.equals(pluginOf(e)))
                || others.stream().anyMatch(other -> other.id().equals(plugin));
        if (!named) {
          all.put(plugin, new Configured(InstanceFile.DEFAULTS, false));
        }
      }
      List<PluginInstance> instances = new ArrayList<>();
      all.entrySet().forEach(entry -> make(entry).ifPresent(instances::add));
      return new PluginCatalog(instances, others, shelf, staged);
    }

    private static String pluginOf(Map.Entry<String, Configured> entry) {
      return entry.getValue().file().plugin().orElse(entry.getKey());
    }

    private Optional<PluginInstance> make(Map.Entry<String, Configured> entry) {
      String id = entry.getKey();
      InstanceFile file = entry.getValue().file();
      if (!file.enabled().orElse(true)) {
        leave(entry, PluginState.STOPPED, "switched off in " + id + SUFFIX);
        return Optional.empty();
      }
      try {
        PluginShelf.Installed plugin = shelf.get(pluginOf(entry), file.version());
        return Optional.of(making.make(id, plugin, file, entry.getValue().trusted()));
      } catch (PluginRefused refused) {
        leave(entry, PluginState.REFUSED, refused.getMessage());
        return Optional.empty();
      }
    }

    /** A folder or a file that cannot be read, by its name. */
    private void leave(String id, PluginState state, String reason) {
      leave(id, id, Optional.empty(), shelf.newest(id), state, reason);
    }

    private void leave(Map.Entry<String, Configured> entry, PluginState state, String reason) {
      String plugin = pluginOf(entry);
      Optional<String> version = entry.getValue().file().version();
      Optional<PluginShelf.Installed> installed =
          shelf.find(plugin, version).or(() -> shelf.newest(plugin));
      leave(entry.getKey(), plugin, version, installed, state, reason);
    }

    private void leave(
        String id,
        String plugin,
        Optional<String> version,
        Optional<PluginShelf.Installed> installed,
        PluginState state,
        String reason) {
      Optional<PluginManifest> manifest = installed.map(one -> one.folder().manifest());
      others.add(
          new PluginDescribed(
              id,
              plugin,
              manifest.map(PluginManifest::name).orElse(id),
              version.or(() -> manifest.map(PluginManifest::version)).orElse(""),
              state.word(),
              reason,
              manifest.map(PluginManifest::categories).orElse(List.of()),
              0,
              0,
              "",
              "",
              "",
              ""));
    }
  }
}
