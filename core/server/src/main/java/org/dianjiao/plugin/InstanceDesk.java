package org.dianjiao.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.InstanceMessage.ConfigureInstance;
import org.dianjiao.bus.InstanceMessage.InstanceRead;
import org.dianjiao.bus.InstanceMessage.RemoveInstance;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.text.Digest;

/**
 * How instances are set, for who asks from outside. Only what a person may say there is written:
 * plugin, version, settings and whether it is on; what else a file says stays. Everything is
 * checked first, as it is when the instance starts. Blocking; one thread at a time.
 */
final class InstanceDesk {

  private final PluginPlaces places;
  private final InstanceFiles files;

  InstanceDesk(PluginPlaces places) {
    this.places = places;
    this.files = new InstanceFiles(places);
  }

  /**
   * How an instance is set; of a file that cannot be read only that.
   *
   * @throws Refusal when there is none
   */
  InstanceRead read(String instance, PluginShelf shelf) {
    Optional<Path> operators = files.ofTheOperator(instance);
    Optional<Path> written = operators.isPresent() ? Optional.empty() : written(instance);
    if (operators.isEmpty() && written.isEmpty() && !runsUnnamed(instance, shelf)) {
      throw new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no instance " + instance);
    }
    InstanceFile file = InstanceFile.DEFAULTS;
    Optional<String> unreadable = Optional.empty();
    try {
      file = files.said(instance);
    } catch (PluginRefused fault) {
      unreadable = Optional.of(fault.getMessage());
    }
    return new InstanceRead(
        instance,
        file.plugin().orElse(instance),
        file.version(),
        file.enabled().orElse(true),
        file.settings(),
        operators.map(this::nameOf),
        stamp(instance),
        written.map(path -> comesBack(instance, shelf) ? "defaults" : "gone"),
        unreadable);
  }

  /**
   * Writes the file of an instance.
   *
   * @throws Refusal when the operator decides about it, or it has changed meanwhile
   * @throws PluginRefused when it could not run so
   */
  InstanceRead configure(ConfigureInstance wanted, PluginShelf shelf) {
    String instance = wanted.instance();
    requireChangeable(instance, wanted.stamp());
    if (!wanted.plugin().equals(instance) && shelf.ids().contains(instance)) {
      throw new PluginRefused(
          "\"%s\" is the name of an installed plugin; give the instance of %s another"
              .formatted(instance, wanted.plugin()));
    }
    Map<String, Object> said = said(instance);
    said.put("plugin", wanted.plugin());
    put(said, "version", wanted.version());
    said.put("settings", wanted.settings());
    said.put("enabled", wanted.enabled());
    String content = Json.settings(said);
    InstanceFile file = Json.readSettings(content, InstanceFile.class);
    if (!isOnlyOff(instance, file)) {
      check(instance, file, shelf);
    }
    if (!wanted.plugin().equals(instance) && runsUnnamed(wanted.plugin(), shelf)) {
      files.write(wanted.plugin(), Json.settings(Map.of("plugin", wanted.plugin())));
    }
    files.write(instance, content);
    return read(instance, shelf);
  }

  /**
   * Takes the file of an instance away.
   *
   * @throws Refusal when there is none, the operator decides about it, or it has changed meanwhile
   */
  void remove(RemoveInstance wanted, PluginShelf shelf) {
    String instance = wanted.instance();
    requireChangeable(instance, wanted.stamp());
    if (written(instance).isEmpty()) {
      throw runsUnnamed(instance, shelf)
          ? new Refusal(
              FailureCode.NOTHING_TO_DO,
              instance + " runs because the plugin is installed; switch it off instead")
          : new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no instance " + instance);
    }
    try {
      Files.delete(files.place(instance));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot remove " + instance, failure);
    }
  }

  /** Refuses what the operator decides about, and what has changed meanwhile. */
  void requireChangeable(String instance, Optional<String> stamp) {
    Optional<Path> operators = files.ofTheOperator(instance);
    if (operators.isPresent()) {
      throw new Refusal(
          FailureCode.NOT_PERMITTED,
          "%s is the operator's and decides about %s; change it there"
              .formatted(nameOf(operators.get()), instance));
    }
    if (stamp.isPresent() && !stamp.get().equals(stamp(instance))) {
      throw new Refusal(
          FailureCode.BASE_BEHIND,
          "somebody else has changed %s meanwhile; look at it again".formatted(instance));
    }
  }

  private static void check(String instance, InstanceFile file, PluginShelf shelf) {
    PluginFolder folder = shelf.get(file.plugin().orElse(instance), file.version()).folder();
    file.sha256().ifPresent(folder::require);
    SettingValues.of(folder.manifest().settings(), file.settings());
  }

  /** Whether nothing else is said than that it is off: what cannot run may be switched off. */
  private boolean isOnlyOff(String instance, InstanceFile file) {
    InstanceFile before = written(instance).map(InstanceFile::read).orElse(InstanceFile.DEFAULTS);
    return !file.enabled().orElse(true)
        && before.plugin().orElse(instance).equals(file.plugin().orElse(instance))
        && before.version().equals(file.version())
        && before.settings().equals(file.settings());
  }

  private static void put(Map<String, Object> said, String key, Optional<String> value) {
    value.ifPresentOrElse(word -> said.put(key, word), () -> said.remove(key));
  }

  /** What its file says, in its own words. */
  private Map<String, Object> said(String instance) {
    Map<String, Object> said = new LinkedHashMap<>();
    String content = written(instance).map(InstanceDesk::content).orElse("");
    if (!content.isBlank()) {
      Map<?, ?> fields = Json.readSettings(content, Map.class);
      fields.forEach((key, value) -> said.put(String.valueOf(key), value));
    }
    return said;
  }

  /** Whether a plugin runs as an instance of its own name because no file names it. */
  private boolean runsUnnamed(String plugin, PluginShelf shelf) {
    return shelf.ids().contains(plugin) && files.naming(plugin).isEmpty();
  }

  /** Whether it runs with its defaults once its file is gone. */
  private boolean comesBack(String instance, PluginShelf shelf) {
    return shelf.ids().contains(instance) && files.naming(instance).equals(Set.of(instance));
  }

  private Optional<Path> written(String instance) {
    return Optional.of(files.place(instance)).filter(Files::exists);
  }

  private String stamp(String instance) {
    return written(instance).map(InstanceDesk::digest).orElse("");
  }

  private static String digest(Path file) {
    MessageDigest digest = Digest.begin();
    try {
      digest.update(Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
    return Digest.end(digest);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new PluginRefused(file.getFileName() + ": " + fault.getMessage());
    }
  }

  /** As the operator knows it: the file below the folder of the settings. */
  private String nameOf(Path operators) {
    Path config = places.settings().toAbsolutePath().getParent();
    Path named = config.relativize(operators.toAbsolutePath());
    return config.getFileName() == null ? named.toString() : config.getFileName() + "/" + named;
  }
}
