package org.dianjiao.people;

import java.util.Objects;

/**
 * Somebody's role in one project.
 *
 * @param account who
 * @param role what they are there
 */
public record Membership(Account account, Role role) {

  /** Requires both. */
  public Membership {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(role, "role");
  }
}
