package org.dianjiao.bus;

import java.util.Objects;

/** A request that was refused: a code for the client's program and a sentence for the person. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  /** A refusal without a stack: it is an answer, not a fault. */
  public Refusal(FailureCode code, String message) {
    super(message, null, false, false);
    this.code = Objects.requireNonNull(code, "code");
  }

  /** Why. */
  public FailureCode code() {
    return code;
  }
}
