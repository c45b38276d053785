package org.dianjiao.plugin;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dianjiao.bus.InstalledPlugin;

/** All installed plugins in all their versions, those that came with the server among them. */
final class PluginShelf {

  private final TreeMap<String, TreeMap<PluginVersion, Installed>> plugins = new TreeMap<>();

  /**
   * A plugin that is there.
   *
   * @param bundled whether it came with the server
   */
  record Installed(PluginFolder folder, boolean bundled) {}

  /**
   * Reads a plugin's folder.
   *
   * @throws PluginRefused when it is no plugin, or the same version is there already
   */
  void put(Path path, boolean bundled) {
    PluginFolder folder = PluginFolder.open(path);
    PluginManifest manifest = folder.manifest();
    Installed same =
        plugins
            .computeIfAbsent(manifest.id(), id -> new TreeMap<>())
            .putIfAbsent(PluginVersion.parse(manifest.version()), new Installed(folder, bundled));
    if (same != null) {
      throw new PluginRefused(
          "its id \"%s\" and version %s are those of the plugin in %s"
              .formatted(manifest.id(), manifest.version(), same.folder().path().getFileName()));
    }
  }

  /** The same shelf and a plugin that was installed. */
  PluginShelf with(Path fresh) {
    PluginShelf more = new PluginShelf();
    plugins.forEach((id, versions) -> more.plugins.put(id, new TreeMap<>(versions)));
    more.put(fresh, false);
    return more;
  }

  Set<String> ids() {
    return plugins.keySet();
  }

  /** All versions of a plugin, the oldest first. */
  Collection<Installed> versions(String plugin) {
    return plugins.getOrDefault(plugin, new TreeMap<>()).values();
  }

  /** All versions of all plugins, by id, the newest version first. */
  List<InstalledPlugin> told() {
    return plugins.values().stream()
        .flatMap(versions -> versions.descendingMap().values().stream())
        .map(one -> PluginDeclarations.of(one.folder().manifest(), one.bundled()))
        .toList();
  }

  /** A version of a plugin, the newest when none is named; empty when it is not installed. */
  Optional<Installed> find(String plugin, Optional<String> version) {
    try {
      return Optional.of(get(plugin, version));
    } catch (PluginRefused absent) {
      return Optional.empty();
    }
  }

  /** The newest version of a plugin. */
  Optional<Installed> newest(String plugin) {
    return Optional.ofNullable(plugins.get(plugin))
        .map(versions -> versions.lastEntry().getValue());
  }

  /**
   * A version of a plugin, the newest when none is named.
   *
   * @throws PluginRefused when it is not installed
   */
  Installed get(String plugin, Optional<String> version) {
    TreeMap<PluginVersion, Installed> versions = plugins.get(plugin);
    if (versions == null) {
      throw new PluginRefused("no plugin \"" + plugin + "\" is installed");
    }
    if (version.isEmpty()) {
      return versions.lastEntry().getValue();
    }
    Installed found = versions.get(PluginVersion.parse(version.get()));
    if (found == null) {
      throw new PluginRefused(
          "plugin %s is not installed in version %s; it is in %s"
              .formatted(plugin, version.get(), versions.keySet()));
    }
    return found;
  }
}
