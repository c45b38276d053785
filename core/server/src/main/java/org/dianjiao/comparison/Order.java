package org.dianjiao.comparison;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is compared.
 *
 * @param stamp of the file of the first instance when it was asked for
 */
public record Order(Side before, Side after, String stamp) {

  /**
   * One side.
   *
   * @param instance that it is, or that it would take the place of
   * @param version of its plugin
   * @param configured the same as long as version and settings are
   * @param trial what is tried in the place of the instance; empty when it is the instance itself
   */
  public record Side(String instance, String version, String configured, Optional<Trial> trial) {

    /** Requires everything. */
    public Side {
      Objects.requireNonNull(instance, "instance");
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(configured, "configured");
      Objects.requireNonNull(trial, "trial");
    }
  }

  /**
   * A version and settings that no instance has yet.
   *
   * @param sha256 of all files of the version, so that it is the one that was looked at
   */
  public record Trial(String plugin, String version, String sha256, Map<String, Object> settings) {

    /** Copies the settings. */
    public Trial {
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  /** The instances whose decided suggestions count. */
  public Set<String> instances() {
    return before.instance().equals(after.instance())
        ? Set.of(before.instance())
        : Set.of(before.instance(), after.instance());
  }
}
