package org.dianjiao.api;

import java.util.Objects;

/**
 * Puts other text in place of the range. With an empty range it inserts, with empty text it
 * deletes.
 *
 * <pre>{@code
 * new Proposal("mark", TextRange.at(12), List.of(new Candidate(new Replace("，"), 0.93, "，")), …);
 * }</pre>
 *
 * @param text the new text, kept exactly as it is
 * @since 1.0
 */
public record Replace(String text) implements Action {

  /** Requires a text; it may be empty. */
  public Replace {
    Objects.requireNonNull(text, "text");
  }
}
