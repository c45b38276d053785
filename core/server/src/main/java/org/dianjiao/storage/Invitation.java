package org.dianjiao.storage;

import java.time.Instant;
import java.util.Optional;
import org.dianjiao.people.Role;

/**
 * A link that somebody may come in by, once. Its secret was shown once and is not stored.
 *
 * @param inviter account whose right to invite counts when the link is used
 * @param seat in a project; empty for the server only
 * @param note what the inviter wrote down about it
 * @param revoked when it was taken back
 * @param used when somebody came in by it
 * @param usedBy account that came in by it
 */
public record Invitation(
    String id,
    String inviter,
    Optional<Seat> seat,
    String note,
    Instant created,
    Instant expires,
    Optional<Instant> revoked,
    Optional<Instant> used,
    Optional<String> usedBy) {

  /** What one is made in a project. */
  public record Seat(String project, Role role) {}

  /** Why it cannot be used at this moment; empty when it can. */
  public Optional<String> refusal(Instant now) {
    if (used.isPresent()) {
      return Optional.of("this invitation was used already; each works once");
    }
    if (revoked.isPresent()) {
      return Optional.of("this invitation was taken back by whoever sent it");
    }
    if (!now.isBefore(expires)) {
      return Optional.of("this invitation is too old; ask for a new one");
    }
    return Optional.empty();
  }
}
