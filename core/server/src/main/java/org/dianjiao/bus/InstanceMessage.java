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
   * @param unreadable why its file cannot be read; nothing of what it says is told then
   */
  record InstanceRead(
      String instance,
      String plugin,
      Optional<String> version,
      boolean enabled,
      Map<String, Object> settings,
      Optional<String> operators,
      String stamp,
      Optional<String> removal,
      Optional<String> unreadable)
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

  /** Asks which versions are kept to be tried. */
  record ListStaged() implements InstanceMessage {}

  /** Versions that are kept and not used, by id, the newest first. */
  record StagedListed(List<InstalledPlugin> plugins) implements InstanceMessage {}

  /**
   * Asks whether a version and settings could take the place of those of an instance.
   *
   * @param version that is installed or kept to be tried
   * @param settings that are not left to their defaults
   */
  record CheckTrial(String instance, String version, Map<String, Object> settings)
      implements InstanceMessage {}

  /**
   * They could.
   *
   * @param sha256 of all files of the version
   * @param configured as the instance would say of itself
   */
  record TrialChecked(String plugin, String version, String sha256, String configured)
      implements InstanceMessage {}

  /**
   * Starts what is tried, unless it runs already; asked again it is kept longer.
   *
   * @param job for which it runs, and ends
   * @param part of the job that uses it
   */
  record StartTrial(
      String job,
      int part,
      String instance,
      String version,
      String sha256,
      Map<String, Object> settings)
      implements InstanceMessage {}

  /** How it is, under the id that it is asked by. */
  record TrialStarted(PluginMessage.PluginDescribed plugin) implements InstanceMessage {}

  /** A part of a job does not use it any more. */
  record EndTrial(String job, int part) implements InstanceMessage {}

  /** It is noted. */
  record TrialEnded() implements InstanceMessage {}

  /**
   * Sets an instance to a version and settings; a version that was kept to be tried is installed.
   *
   * @param sha256 of all files of the version that was tried
   * @param stamp of its file as whoever asks has seen it
   */
  record UseVersion(
      String instance, String version, String sha256, Map<String, Object> settings, String stamp)
      implements InstanceMessage {}

  /** Takes a version away that was kept to be tried. */
  record DiscardStaged(String plugin, String version) implements InstanceMessage {}

  /** It is not there any more. */
  record StagedDiscarded(String plugin, String version) implements InstanceMessage {}
}
