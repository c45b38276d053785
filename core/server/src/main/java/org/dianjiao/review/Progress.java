package org.dianjiao.review;

/**
 * How many passages are how far.
 *
 * @param untouched since they were brought in
 * @param work in work
 * @param ready to be reviewed
 * @param partly approved, by fewer than the project asks for
 * @param approved by as many as the project asks for
 */
public record Progress(int untouched, int work, int ready, int partly, int approved) {

  /** No passage. */
  public static final Progress NONE = new Progress(0, 0, 0, 0, 0);

  /** With one passage more. */
  public Progress plus(PassageState state) {
    return switch (state.stage()) {
      case UNTOUCHED -> new Progress(untouched + 1, work, ready, partly, approved);
      case WORK -> new Progress(untouched, work + 1, ready, partly, approved);
      case READY -> new Progress(untouched, work, ready + 1, partly, approved);
      case PARTLY -> new Progress(untouched, work, ready, partly + 1, approved);
      case APPROVED -> new Progress(untouched, work, ready, partly, approved + 1);
    };
  }
}
