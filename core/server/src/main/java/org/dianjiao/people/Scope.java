package org.dianjiao.people;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a token narrows an account down to; it never adds anything.
 *
 * @param permissions that the token may use where its account has them
 * @param project the only one that it reaches; empty for all of the account's
 * @param plugin whether a plugin works with it: then it neither decides nor approves, because
 *     nothing is accepted without a person
 */
public record Scope(Set<Permission> permissions, Optional<String> project, boolean plugin) {

  private static final Set<Permission> OF_PEOPLE =
      Set.copyOf(EnumSet.of(Permission.DECIDE, Permission.APPROVE));

  /** Copies the permissions, without those that a plugin cannot have. */
  public Scope {
    EnumSet<Permission> kept = EnumSet.noneOf(Permission.class);
    kept.addAll(permissions);
    if (plugin) {
      kept.removeAll(OF_PEOPLE);
    }
    permissions = Set.copyOf(kept);
  }

  /** Whether a plugin may have this right. */
  public static boolean isForPlugins(Permission permission) {
    return !OF_PEOPLE.contains(permission);
  }

  /** Whether it reaches into a project. */
  public boolean reaches(String other) {
    return project.isEmpty() || project.get().equals(other);
  }
}
