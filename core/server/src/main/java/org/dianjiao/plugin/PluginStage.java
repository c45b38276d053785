package org.dianjiao.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Versions that were checked as for installing and are kept beside what is installed: no instance
 * runs from them until one is taken. Blocking.
 */
public final class PluginStage {

  private final PluginPlaces places;

  /** The stage in these places. */
  public PluginStage(PluginPlaces places) {
    this.places = places;
  }

  /** Where a version is kept; need not exist. */
  Path place(String id, PluginVersion version) {
    PluginManifest.requireWord("plugin", id);
    return places.staged().resolve(id + "-" + version);
  }

  /** Whether a version is kept. */
  public boolean has(String id, String version) {
    return Files.isDirectory(place(id, PluginVersion.parse(version)));
  }

  /**
   * Installs a version that is kept; gives its folder.
   *
   * @throws PluginRefused when it is not there, or is installed meanwhile
   */
  Path take(String id, PluginVersion version) {
    Path installed = places.installed().resolve(id + "-" + version);
    if (Files.exists(installed)) {
      throw new PluginRefused("%s %s is installed meanwhile".formatted(id, version));
    }
    move(id, version, installed);
    return installed;
  }

  /**
   * Takes a version away that is kept.
   *
   * @throws PluginRefused when it is not there
   */
  public void discard(String id, PluginVersion version) {
    Path leaving = places.incoming().resolve(UUID.randomUUID().toString());
    move(id, version, leaving);
    Folders.delete(leaving);
  }

  private void move(String id, PluginVersion version, Path to) {
    Path from = place(id, version);
    if (!Files.isDirectory(from)) {
      throw new PluginRefused("%s %s is not kept to be tried".formatted(id, version));
    }
    try {
      Files.createDirectories(to.getParent());
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot move " + from, failure);
    }
  }
}
