package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;

/** Which projects let their texts go to which remote plugins. */
public interface Consents {

  /**
   * What a manager allowed.
   *
   * @param plugin the instance that texts may go to
   * @param destination the machine that it was on then; texts go to no other
   * @param account who allowed it
   * @param at when
   */
  record Consent(String plugin, String destination, String account, Instant at) {

    private static final int MOST_UNITS = 300;

    /** Requires names of bounded length. */
    public Consent {
      require("plugin", plugin);
      require("destination", destination);
    }

    private static void require(String what, String name) {
      if (name.isBlank() || name.length() > MOST_UNITS) {
        throw new IllegalArgumentException(
            "%s has %d units; it may have 1 to %d".formatted(what, name.length(), MOST_UNITS));
      }
    }
  }

  /** Those of a project, by the name of the plugin. */
  List<Consent> of(String project);

  /** Whether texts of the project of this document may go to this plugin on this machine. */
  boolean covers(String document, String plugin, String destination);

  /**
   * Gives consent, in the place of an earlier one for the same plugin.
   *
   * @throws UnknownProject when there is no such project
   */
  void give(String project, Consent consent);

  /** Takes it back; whether there was any. */
  boolean takeBack(String project, String plugin);
}
