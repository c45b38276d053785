package org.dianjiao.review;

/**
 * How a project reviews.
 *
 * @param approvals of how many people a passage needs
 * @param sampled how many of a hundred approved passages come back, blind, to another reviewer
 */
public record ReviewSettings(int approvals, int sampled) {

  /**
   * One approval, no samples: with one, four eyes see a passage already, since nobody approves
   * their own work; a project with a single reviewer could finish nothing that needs more.
   */
  public static final ReviewSettings STANDARD = new ReviewSettings(1, 0);

  private static final int MOST_APPROVALS = 5;
  private static final int ALL = 100;

  /** Requires 1 to 5 approvals, and 0 to 100 samples of a hundred. */
  public ReviewSettings {
    if (approvals < 1 || approvals > MOST_APPROVALS) {
      throw new IllegalArgumentException(
          "a passage needs 1 to %d approvals, not %d".formatted(MOST_APPROVALS, approvals));
    }
    if (sampled < 0 || sampled > ALL) {
      throw new IllegalArgumentException(
          "0 to %d of a hundred passages can be sampled, not %d".formatted(ALL, sampled));
    }
  }
}
