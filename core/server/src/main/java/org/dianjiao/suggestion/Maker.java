package org.dianjiao.suggestion;

import java.util.Objects;

/** Who or what made a suggestion. */
public sealed interface Maker {

  /** Stands for the id of a plugin where a project's own rules were followed; no plugin has it. */
  String PROJECT_RULES = "project rules";

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

  /** Whether it is a plugin that learns what was decided; a table of rules does not. */
  default boolean learns() {
    return this instanceof ByPlugin by && !by.plugin().equals(PROJECT_RULES);
  }

  /** Whether it is this person's. */
  default boolean isPerson(String account) {
    return this instanceof ByPerson person && person.account().equals(account);
  }
}
