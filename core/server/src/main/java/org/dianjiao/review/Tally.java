package org.dianjiao.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was counted in the log of one document. Days are those of UTC; an approval that waits for a
 * second, blind review is not in it.
 *
 * @param days how far the document was at the end of each day on which something happened; the last
 *     one is how far it is now
 * @param work who did what how often on which day
 * @param trials what became of what plugins suggested
 */
public record Tally(List<Day> days, List<Work> work, List<Trial> trials) {

  /** Of each approval more than that no more is known. */
  private static final int MOST_APPROVALS = 5;

  /** How many levels there are: untouched, in work, ready, and approved by one to five people. */
  public static final int LEVELS = 3 + MOST_APPROVALS;

  /** Confidence is told in so many bands of the same width. */
  public static final int BANDS = 10;

  /** Copies the lists. */
  public Tally {
    days = List.copyOf(days);
    work = List.copyOf(work);
    trials = List.copyOf(trials);
  }

  /** So much text. */
  public record Extent(int passages, long characters) {

    /** None. */
    public static final Extent NONE = new Extent(0, 0);

    /** Both together. */
    public Extent plus(Extent other) {
      return new Extent(passages + other.passages, characters + other.characters);
    }

    /** What is left without the other. */
    public Extent minus(Extent other) {
      return new Extent(passages - other.passages, characters - other.characters);
    }
  }

  /**
   * How far a document was at the end of a day.
   *
   * @param levels how much text was at each {@link #level}
   */
  public record Day(LocalDate day, List<Extent> levels) {

    /** Requires every level. */
    public Day {
      levels = List.copyOf(levels);
      if (levels.size() != LEVELS) {
        throw new IllegalArgumentException(levels.size() + " levels, where " + LEVELS + " are");
      }
    }
  }

  /** What somebody can do to a document. Written and deleted are counted in characters. */
  public enum Deed {
    WRITTEN,
    DELETED,
    ANNOTATED,
    PROPOSED,
    ACCEPTED,
    CORRECTED,
    REJECTED,
    SKIPPED,
    READY,
    APPROVED
  }

  /** What somebody did on a day. */
  public record Work(LocalDate day, String account, Map<Deed, Integer> times) {

    /** Copies the map. */
    public Work {
      times = Map.copyOf(times);
    }

    /** How often they did this. */
    public int times(Deed deed) {
      return times.getOrDefault(deed, 0);
    }

    /** How many suggestions they decided on. */
    public int decisions() {
      return times(Deed.ACCEPTED) + times(Deed.CORRECTED) + times(Deed.REJECTED);
    }
  }

  /**
   * What became of what a plugin suggested with about the same confidence in its best candidate.
   *
   * @param band of its confidence: 0 for below 10 %, 9 for 90 % and above
   * @param accepted its best candidate
   * @param other another candidate was taken
   * @param corrected something else was put there
   * @param rejected it
   */
  public record Trial(
      String plugin,
      String version,
      int band,
      int accepted,
      int other,
      int corrected,
      int rejected) {

    /** Requires a band. */
    public Trial {
      if (band < 0 || band >= BANDS) {
        throw new IllegalArgumentException("band " + band + " is not among 0–" + (BANDS - 1));
      }
    }

    /** With what became of others of the same plugin, version and band. */
    public Trial plus(Trial same) {
      return new Trial(
          plugin,
          version,
          band,
          accepted + same.accepted,
          other + same.other,
          corrected + same.corrected,
          rejected + same.rejected);
    }

    /** How often its best candidate was accepted. */
    public Proportion share() {
      return new Proportion(accepted, accepted + other + corrected + rejected);
    }
  }

  /** The level of a passage, from 0. */
  public static int level(PassageState state) {
    return switch (state.stage()) {
      case UNTOUCHED -> 0;
      case WORK -> 1;
      case READY -> 2;
      case PARTLY, APPROVED -> 2 + Math.min(MOST_APPROVALS, state.approvals());
    };
  }

  /** The band of a confidence from 0 to 1. */
  public static int band(double confidence) {
    return (int) Math.max(0, Math.min(BANDS - 1, Math.floor(confidence * BANDS)));
  }
}
