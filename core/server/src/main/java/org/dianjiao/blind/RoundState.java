package org.dianjiao.blind;

import java.util.Locale;

/** How far a round is. It only ever goes on. */
public enum RoundState {
  /** The copies are being made; nobody sees anything. */
  PREPARING,
  /** People work, each in their own copy. */
  WORKING,
  /** All are done; what they read is compared, and the adjudicator decides. */
  MERGING,
  /** The decisions are in the source. */
  CLOSED,
  /** It was given up; nothing of it came into the source. */
  ABANDONED;

  /** As it is written in files and on the wire: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state for a written word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static RoundState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing is secret any more. */
  public boolean isOver() {
    return this == CLOSED || this == ABANDONED;
  }
}
