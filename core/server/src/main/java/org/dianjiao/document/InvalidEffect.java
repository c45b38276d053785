package org.dianjiao.document;

import java.util.Objects;

/** An effect that cannot be: it names what is not there, or takes an id that is taken. */
public final class InvalidEffect extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Problem {
    DUPLICATE_ID,
    UNKNOWN_ANNOTATION,
    UNKNOWN_PROPOSAL,
    UNKNOWN_APPROVAL,
    NOT_YOURS,
    OUTSIDE
  }

  private final Problem problem;

  InvalidEffect(Problem problem, String message) {
    super(message);
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /** What is wrong with it. */
  public Problem problem() {
    return problem;
  }
}
