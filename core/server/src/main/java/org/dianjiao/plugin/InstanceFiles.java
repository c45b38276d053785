package org.dianjiao.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;

/**
 * The files of configured instances: those of the operator, which are only read, and those in the
 * folder of the data, which are written whole or not at all. Blocking.
 */
public final class InstanceFiles {

  private static final String SUFFIX = ".yaml";

  private final PluginPlaces places;

  /** The files in these places. */
  public InstanceFiles(PluginPlaces places) {
    this.places = places;
  }

  /** Every file by the id of its instance; one of the operator's hides the other. */
  public Map<String, Path> all() {
    Map<String, Path> files = new TreeMap<>();
    list(places.instances(), files);
    list(places.settings(), files);
    return files;
  }

  /** The instances whose files name a plugin, one that cannot be read that of its own name. */
  Set<String> naming(String plugin) {
    Map<String, Path> naming = all();
    naming.entrySet().removeIf(entry -> !plugin.equals(pluginOf(entry)));
    return naming.keySet();
  }

  private static String pluginOf(Map.Entry<String, Path> entry) {
    try {
      return InstanceFile.read(entry.getValue()).plugin().orElse(entry.getKey());
    } catch (PluginRefused broken) {
      return entry.getKey();
    }
  }

  private static void list(Path folder, Map<String, Path> files) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(SUFFIX)) {
          files.put(name.substring(0, name.length() - SUFFIX.length()), file);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list " + folder, failure);
    }
  }

  /** The operator's own file for an instance. */
  public Optional<Path> ofTheOperator(String instance) {
    PluginManifest.requireWord("instance", instance);
    return Optional.of(places.settings().resolve(instance + SUFFIX)).filter(Files::exists);
  }

  /** The file in the folder of the data for an instance; need not exist. */
  public Path place(String instance) {
    PluginManifest.requireWord("instance", instance);
    return places.instances().resolve(instance + SUFFIX);
  }

  /** What the file of an instance says, the operator's before the other; nothing without one. */
  InstanceFile said(String instance) {
    return ofTheOperator(instance)
        .or(() -> Optional.of(place(instance)).filter(Files::exists))
        .map(InstanceFile::read)
        .orElse(InstanceFile.DEFAULTS);
  }

  /**
   * Switches an instance on or off; everything else that its file says stays. A file that would say
   * no more than what holds without it goes.
   *
   * @param plugin that it is of, when no file says it yet
   * @throws PluginRefused when the operator has a file for it, or its file cannot be read
   */
  public void turn(String instance, String plugin, boolean on) {
    Optional<Path> operators = ofTheOperator(instance);
    if (operators.isPresent()) {
      throw new PluginRefused(
          "%s is the operator's; say \"enabled: %s\" there".formatted(operators.get(), on));
    }
    Map<String, Object> said = new LinkedHashMap<>(said(place(instance)));
    said.putIfAbsent("plugin", plugin);
    said.put("enabled", on);
    boolean saysNothing = said.equals(Map.of("plugin", instance, "enabled", true));
    if (saysNothing && Set.of(instance).containsAll(naming(instance))) {
      delete(instance);
    } else {
      write(instance, Json.settings(said));
    }
  }

  private void delete(String instance) {
    try {
      Files.deleteIfExists(place(instance));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot delete " + place(instance), failure);
    }
  }

  private static Map<String, Object> said(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    InstanceFile.read(file); // refuses what would be refused later
    try {
      String content = Files.readString(file);
      Map<String, Object> said = new LinkedHashMap<>();
      if (!content.isBlank()) {
        Map<?, ?> fields = Json.readSettings(content, Map.class);
        fields.forEach((key, value) -> said.put(String.valueOf(key), value));
      }
      return said;
    } catch (IOException | MalformedJson fault) {
      throw new PluginRefused(file.getFileName() + ": " + fault.getMessage());
    }
  }

  /**
   * Writes the file of an instance into the folder of the data.
   *
   * @param content in YAML
   */
  public void write(String instance, String content) {
    Path file = place(instance);
    Path whole = file.resolveSibling("." + instance + "-" + UUID.randomUUID());
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
          FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file, failure);
    }
  }
}
