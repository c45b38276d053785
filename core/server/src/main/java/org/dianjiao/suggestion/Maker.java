package org.dianjiao.suggestion;

import java.util.Objects;

/** Who or what made a suggestion. */
public sealed interface Maker {

  /**
   * A plugin, in the version that said so.
   *
   * @param plugin id of the configured instance
   * @param version of the plugin
   */
  record ByPlugin(String plugin, String version) implements Maker {

    /** Requires both. */
    public ByPlugin {
      Objects.requireNonNull(plugin, "plugin");
      Objects.requireNonNull(version, "version");
    }
  }

  /**
   * A person.
   *
   * @param account id of the account
   */
  record ByPerson(String account) implements Maker {

    /** Requires an account. */
    public ByPerson {
      Objects.requireNonNull(account, "account");
    }
  }

  /** Whether it is this person's. */
  default boolean isPerson(String account) {
    return this instanceof ByPerson person && person.account().equals(account);
  }
}
