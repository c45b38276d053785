package org.dianjiao.bus;

import java.util.Objects;
import org.dianjiao.people.Denial;

/** A request that was refused: a code for the client's program and a sentence for the person. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  /** A refusal without a stack: it is an answer, not a fault. */
  public Refusal(FailureCode code, String message) {
    super(message, null, false, false);
    this.code = Objects.requireNonNull(code, "code");
  }

  /** The refusal of what somebody may not do. */
  public static Refusal of(Denial denial) {
    FailureCode code =
        switch (denial.reason()) {
          case NOT_SIGNED_IN -> FailureCode.NOT_SIGNED_IN;
          case NOT_THERE -> FailureCode.UNKNOWN_DOCUMENT;
          case NOT_PERMITTED -> FailureCode.NOT_PERMITTED;
        };
    return new Refusal(code, denial.words());
  }

  /** The refusal to show a text to a plugin elsewhere while no manager of its project consents. */
  public static Refusal withoutConsent(String plugin, String destination) {
    return new Refusal(
        FailureCode.NOT_PERMITTED,
        "plugin %s runs on %s; texts of this project go there only when a manager of the project consents"
            .formatted(plugin, destination));
  }

  /** Why. */
  public FailureCode code() {
    return code;
  }
}
