package org.dianjiao.comparison;

/**
 * How often a side agreed with what people decided.
 *
 * @param right it proposed, as the best, what the person put there
 * @param wrong it proposed something that the person did not want
 */
public record Score(long right, long wrong) {

  /** Nothing that anybody decided about. */
  public static final Score NONE = new Score(0, 0);

  static final Score RIGHT = new Score(1, 0);
  static final Score WRONG = new Score(0, 1);

  /** Both together. */
  public Score plus(Score other) {
    return new Score(right + other.right, wrong + other.wrong);
  }
}
