package org.dianjiao.review;

/**
 * How far a passage is.
 *
 * @param stage in a word
 * @param approvals of how many people hold
 */
public record PassageState(Stage stage, int approvals) {

  /** From nothing done to all done. */
  public enum Stage {
    /** Nothing was done to it since it was brought in. */
    UNTOUCHED,
    /** Somebody worked on it. */
    WORK,
    /** Somebody says that it can be reviewed. */
    READY,
    /** Some have approved it, but fewer than the project asks for. */
    PARTLY,
    /** As many as the project asks for have approved it. */
    APPROVED
  }

  /**
   * The state that follows from what is known of a passage.
   *
   * @param touched whether anything was done to it since it was brought in
   * @param ready whether somebody's word holds that it can be reviewed
   * @param approvals of how many people hold
   * @param needed as many the project asks for
   */
  public static PassageState of(boolean touched, boolean ready, int approvals, int needed) {
    if (approvals >= needed) {
      return new PassageState(Stage.APPROVED, approvals);
    }
    if (approvals > 0) {
      return new PassageState(Stage.PARTLY, approvals);
    }
    if (ready) {
      return new PassageState(Stage.READY, 0);
    }
    return new PassageState(touched ? Stage.WORK : Stage.UNTOUCHED, 0);
  }
}
