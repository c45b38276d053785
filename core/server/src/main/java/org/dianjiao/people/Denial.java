package org.dianjiao.people;

/**
 * Why something may not be done.
 *
 * @param reason which kind of reason
 * @param words for whoever asked; they tell a stranger nothing
 */
public record Denial(Reason reason, String words) {

  /** Kinds of reasons. */
  public enum Reason {
    /** Nobody is signed in. */
    NOT_SIGNED_IN,
    /** For this person there is no such thing. */
    NOT_THERE,
    /** They see it and may not do this with it. */
    NOT_PERMITTED
  }
}
