package org.dianjiao.people;

import java.util.Objects;
import java.util.Optional;

/**
 * Who acts: a person at a browser, or a program with a token of theirs.
 *
 * @param account whose rights count, as they are at that moment
 * @param scope what the token narrows them down to; empty for the person
 */
public record Subject(Account account, Optional<Scope> scope) {

  /** Requires both. */
  public Subject {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(scope, "scope");
  }

  /** Somebody at a browser. */
  public static Subject person(Account account) {
    return new Subject(account, Optional.empty());
  }

  /** Whether this is a person, not a program. */
  public boolean isPerson() {
    return scope.isEmpty();
  }

  /** Whether anything of a project may be reached at all. */
  public boolean reaches(String project) {
    return scope.map(narrow -> narrow.reaches(project)).orElse(true);
  }
}
