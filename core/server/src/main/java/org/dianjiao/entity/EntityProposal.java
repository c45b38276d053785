package org.dianjiao.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody would have done with an authority file.
 *
 * @param account whose work it is
 * @param changes against the entries as they were seen
 * @param decision what became of it; empty while it is open
 */
public record EntityProposal(
    String id,
    Deed deed,
    String account,
    Instant at,
    String reason,
    List<Change> changes,
    Optional<Decision> decision) {

  /** Copies the changes. */
  public EntityProposal {
    changes = List.copyOf(changes);
  }

  /** How a proposal ends. */
  public enum Outcome {
    /** It was done. */
    ACCEPTED,
    /** It was not. */
    REJECTED,
    /** Its author took it back. */
    WITHDRAWN
  }

  /**
   * The end of a proposal.
   *
   * @param answer what whoever decided said
   * @param step that it became
   */
  public record Decision(
      Outcome outcome, String account, Instant at, String answer, Optional<Long> step) {}

  /** The step that it becomes when somebody accepts it. */
  public NewStep accepted(String reviewer, Instant now) {
    return new NewStep(
        deed, Optional.of(account), Optional.of(reviewer), now, reason, Optional.empty(), changes);
  }
}
