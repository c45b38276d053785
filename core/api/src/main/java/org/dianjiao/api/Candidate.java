package org.dianjiao.api;

import java.util.Objects;

/**
 * One thing that could be done, and how sure its maker is.
 *
 * <pre>{@code
 * new Candidate(new Replace("。"), 0.81, "。");
 * }</pre>
 *
 * @param action what accepting it does
 * @param confidence from 0 to 1
 * @param label a few characters that name it in a list, not blank
 * @since 1.0
 */
public record Candidate(Action action, double confidence, String label) {

  /** Requires an action, a confidence from 0 to 1 and a label. */
  public Candidate {
    Objects.requireNonNull(action, "action");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is outside 0–1");
    }
    if (Objects.requireNonNull(label, "label").isBlank()) {
      throw new IllegalArgumentException("label is blank");
    }
  }
}
