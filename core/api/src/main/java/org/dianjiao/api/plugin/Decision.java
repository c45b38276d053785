package org.dianjiao.api.plugin;

import java.util.Objects;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Proposal;

/**
 * What a person decided about a proposal of this analyzer.
 *
 * <p>Decisions about one document come in the order in which they were made, each at least once,
 * also after a restart of the server or of the plugin. One that is told again has the same {@code
 * id}.
 *
 * <pre>{@code
 * public void decided(Decision decision) {
 *   if (seen.add(decision.id()) && decision.outcome() == Decision.Outcome.REJECTED) {
 *     weights.lower(decision.proposal(), decision.context());
 *   }
 * }
 * }</pre>
 *
 * @param id names this decision, in words of the host's own
 * @param proposal as it was shown; its range counts from the start of the context
 * @param context the text around it as it was when the person decided: as much before and after as
 *     {@code plugin.json} asks for
 * @param outcome what the person did
 * @param candidate index of the candidate that was taken, -1 when none was
 * @param correction what was done there instead, present when corrected
 * @param project which project the text belongs to, as in {@link AnalysisRequest#project}; since
 *     1.1
 * @since 1.0
 */
public record Decision(
    String id,
    Proposal proposal,
    String context,
    Outcome outcome,
    int candidate,
    Optional<Action> correction,
    String project) {

  /**
   * What a person can do with a proposal.
   *
   * <pre>{@code
   * boolean taken = decision.outcome() == Decision.Outcome.ACCEPTED;
   * }</pre>
   *
   * @since 1.0
   */
  public enum Outcome {
    /** One of the candidates was taken as it was. */
    ACCEPTED,
    /** Something else was put in its place. */
    CORRECTED,
    /** It is wrong here. */
    REJECTED,
    /** Not decided now. */
    SKIPPED,
    /** An earlier decision about it was taken back; it is open again. */
    REOPENED
  }

  /** Requires a range inside the context and a candidate of the proposal, or -1. */
  public Decision {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(correction, "correction");
    Objects.requireNonNull(project, "project");
    if (proposal.range().end() > context.length()) {
      throw new IllegalArgumentException(
          String.format(
              "proposal at %d–%d ends behind the context of %d units",
              proposal.range().start(), proposal.range().end(), context.length()));
    }
    if (candidate < -1 || candidate >= proposal.candidates().size()) {
      throw new IllegalArgumentException(
          "candidate " + candidate + " of " + proposal.candidates().size());
    }
  }

  /** A decision in a text of which no project is known. */
  public Decision(
      String id,
      Proposal proposal,
      String context,
      Outcome outcome,
      int candidate,
      Optional<Action> correction) {
    this(id, proposal, context, outcome, candidate, correction, "");
  }
}
