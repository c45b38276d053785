package org.dianjiao.comparison;

/**
 * How far the comparison of one document is, and what it has found so far.
 *
 * @param revision of the document that is compared, whatever is changed meanwhile
 * @param units of its text that both sides have looked at
 * @param sittings of decisions that both sides were asked about
 */
public record Reached(long revision, int units, int sittings, Found found) {

  /** Nothing looked at yet. */
  public static Reached begin(long revision) {
    return new Reached(revision, 0, 0, Found.NOTHING);
  }

  /** So much of the text is done. */
  public Reached at(int nowUnits, Found nowFound) {
    return new Reached(revision, nowUnits, sittings, nowFound);
  }

  /** One more sitting of decisions is done. */
  public Reached judged(Found nowFound) {
    return new Reached(revision, units, sittings + 1, nowFound);
  }
}
