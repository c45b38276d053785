package org.dianjiao.bus;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked about installed plugins, and how their instances are set. */
public sealed interface InstanceMessage {

  /** Asks what is installed. */
  record ListInstalled() implements InstanceMessage {}

  /** All versions of all plugins, by id, the newest version first. */
  record InstalledListed(List<InstalledPlugin> plugins) implements InstanceMessage {}

  /** Asks how an instance is set. */
  record ReadInstance(String instance) implements InstanceMessage {}

  /**
   * How an instance is set, whether it runs or not.
   *
   * @param version that it keeps to; the newest that is installed when empty
   * @param settings that are not left to their defaults
   * @param operators name of the operator's own file, when that decides; nothing can be changed
   *     then
   * @param stamp differs with each content of its file; empty when it has none
   * @param removal {@code gone} or {@code defaults}: what is left of it when its file is removed;
   *     empty when there is nothing to remove
   */
  record InstanceRead(
      String instance,
      String plugin,
      Optional<String> version,
      boolean enabled,
      Map<String, Object> settings,
      Optional<String> operators,
      String stamp,
      Optional<String> removal)
      implements InstanceMessage {}

  /**
   * Sets an instance, and makes it when there is none. Answered when its file is on the disk; it
   * starts anew soon after.
   *
   * @param settings that are not left to their defaults
   * @param stamp of the file as whoever asks has seen it; empty when it does not matter
   */
  record ConfigureInstance(
      String instance,
      String plugin,
      Optional<String> version,
      boolean enabled,
      Map<String, Object> settings,
      Optional<String> stamp)
      implements InstanceMessage {}

  /** Takes the file of an instance away. */
  record RemoveInstance(String instance, Optional<String> stamp) implements InstanceMessage {}

  /** It is not there any more. */
  record InstanceRemoved(String instance) implements InstanceMessage {}
}
