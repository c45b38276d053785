package org.dianjiao.people;

import java.util.Objects;
import java.util.Optional;

/**
 * Who asks, as far as authority goes. What it says comes from the database, never from a request.
 *
 * @param signedIn whether it is known who it is
 * @param administrator whether they keep the whole server
 * @param role what they are in the project that the question is about, or the highest of their
 *     roles when it is about none
 */
public record Asker(boolean signedIn, boolean administrator, Optional<Role> role) {

  /** Who is not signed in has no role. */
  public Asker {
    Objects.requireNonNull(role, "role");
    if (!signedIn && (administrator || role.isPresent())) {
      throw new IllegalArgumentException("nobody has no rights");
    }
  }

  /** Nobody is signed in. */
  public static Asker nobody() {
    return new Asker(false, false, Optional.empty());
  }

  /** Somebody; an administrator counts as a manager everywhere. */
  public static Asker of(Account account, Optional<Role> membership) {
    return account.administrator()
        ? new Asker(true, true, Optional.of(Role.MANAGER))
        : member(membership);
  }

  /** Somebody, and what they are in one document, which may hide itself from administrators too. */
  public static Asker in(Account account, Optional<Role> role) {
    return new Asker(true, account.administrator(), role);
  }

  /** Somebody of whom no more is known than what they are in one project. */
  public static Asker member(Optional<Role> role) {
    return new Asker(true, false, role);
  }
}
