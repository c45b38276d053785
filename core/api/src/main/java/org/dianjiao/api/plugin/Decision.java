package org.dianjiao.api.plugin;

import java.util.Objects;
import org.dianjiao.api.Proposal;

/**
 * What a person decided about a proposal of this analyzer.
 *
 * <pre>{@code
 * public void decided(Decision decision) {
 *   if (decision.outcome() == Outcome.REJECTED) weights.lower(decision.proposal());
 * }
 * }</pre>
 *
 * @param proposal as it was shown
 * @param outcome what the person did
 * @param candidate index of the candidate that was taken, -1 when none was
 * @since 0.1
 */
public record Decision(Proposal proposal, Outcome outcome, int candidate) {

  /** What a person can do with a proposal. */
  public enum Outcome {
    /** One of the candidates was taken as it was. */
    ACCEPTED,
    /** Something else was put in its place. */
    CORRECTED,
    /** It is wrong here. */
    REJECTED,
    /** Not decided now. */
    SKIPPED
  }

  /** Requires a candidate of the proposal, or -1. */
  public Decision {
    Objects.requireNonNull(outcome, "outcome");
    if (candidate < -1 || candidate >= proposal.candidates().size()) {
      throw new IllegalArgumentException(
          "candidate " + candidate + " of " + proposal.candidates().size());
    }
  }
}
