package org.dianjiao.audit;

import java.util.Locale;

/** What became of something that was asked for. */
public enum Outcome {
  /** It may be done; written before it is. */
  ALLOWED,
  /** It may be done in general, and was refused or failed. */
  FAILED,
  /** Whoever asked may not do it. */
  DENIED,
  /** A number of denials and failures that were not written down one by one. */
  OMITTED;

  /** As it is written in files: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The outcome for a written word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static Outcome of(String word) {
    for (Outcome outcome : values()) {
      if (outcome.word().equals(word)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException(
        "outcome \"" + word + "\" is none of allowed, failed, denied, omitted");
  }
}
