package org.dianjiao.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What lies in the places of plugins, by its looks: enough to see that something was installed,
 * exchanged, configured or taken away, without reading it.
 *
 * @param looks of each folder of a plugin and of each instance file, by its path
 */
record PluginStamps(Map<Path, String> looks) {

  static final PluginStamps NONE = new PluginStamps(Map.of());

  PluginStamps {
    looks = Map.copyOf(looks);
  }

  /** Looks around. Blocks, shortly. */
  static PluginStamps of(PluginPlaces places) throws IOException {
    Map<Path, String> looks = new HashMap<>();
    for (Path directory :
        List.of(
            places.bundled(),
            places.installed(),
            places.staged(),
            places.settings(),
            places.instances())) {
      for (Path entry : entries(directory)) {
        looks.put(entry, look(entry));
      }
    }
    return new PluginStamps(looks);
  }

  /** How a path looked; empty when nothing was there. */
  String of(Path path) {
    return looks.getOrDefault(path, "");
  }

  private static List<Path> entries(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(directory)) {
      return found.toList();
    }
  }

  private static String look(Path entry) throws IOException {
    StringBuilder look = new StringBuilder();
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        look.append(entry.relativize(file))
            .append(' ')
            .append(Files.size(file))
            .append(' ')
            .append(Files.getLastModifiedTime(file).toMillis())
            .append('\n');
      }
    } catch (NoSuchFileException | java.io.UncheckedIOException gone) {
      return "going"; // it is being taken away; the next look sees it gone
    }
    return look.toString();
  }
}
