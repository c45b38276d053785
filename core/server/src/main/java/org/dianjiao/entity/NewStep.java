package org.dianjiao.entity;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is to be done with an authority file, as a whole or not at all.
 *
 * @param account whose work it is; empty when it is the server's
 * @param reviewer who accepted it; empty when nobody had to
 * @param undoes the step that it takes back
 * @param changes each of another id
 */
public record NewStep(
    Deed deed,
    Optional<String> account,
    Optional<String> reviewer,
    Instant at,
    String reason,
    Optional<Long> undoes,
    List<Change> changes) {

  /** The longest reason, in UTF-16 units. */
  public static final int LONGEST_REASON = 2_000;

  /** Requires changes, no two of one id, and a reason that is not too long. */
  public NewStep {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("nothing is changed");
    }
    Set<URI> ids = new HashSet<>();
    for (Change change : changes) {
      if (!ids.add(change.id())) {
        throw new IllegalArgumentException(change.id() + " is changed twice in one step");
      }
    }
    if (reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "the reason has %d characters; %d at most".formatted(reason.length(), LONGEST_REASON));
    }
  }

  /** What somebody does without anybody having to accept it. */
  public static NewStep by(String account, Deed deed, String reason, List<Change> changes) {
    return new NewStep(
        deed,
        Optional.of(account),
        Optional.empty(),
        Instant.now(),
        reason,
        Optional.empty(),
        changes);
  }

  /** What the server does by itself. */
  public static NewStep byServer(Deed deed, List<Change> changes) {
    return new NewStep(
        deed, Optional.empty(), Optional.empty(), Instant.now(), "", Optional.empty(), changes);
  }
}
