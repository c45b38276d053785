package org.dianjiao.calendar;

/** The cycle of sixty (干支) that names days and years; 甲子 is 0. */
public final class Cycle {

  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
  private static final int LENGTH = 60;

  private Cycle() {}

  /** The place of a day, by its Julian Day Number. */
  public static int ofDay(long julianDay) {
    return Math.floorMod(julianDay + 49, LENGTH);
  }

  /** The two characters of a place. */
  public static String name(int place) {
    return ""
        + STEMS.charAt(Math.floorMod(place, STEMS.length()))
        + BRANCHES.charAt(Math.floorMod(place, BRANCHES.length()));
  }

  /** The place that two characters of a text name, or -1. */
  static int at(CharSequence text, int from) {
    if (from < 0 || from + 1 >= text.length()) {
      return -1;
    }
    int stem = STEMS.indexOf(text.charAt(from));
    int branch = BRANCHES.indexOf(text.charAt(from + 1));
    // a stem goes with every other branch
    return stem < 0 || branch < 0 || stem % 2 != branch % 2
        ? -1
        : Math.floorMod(6 * stem - 5 * branch, LENGTH);
  }

  /** How many steps forward from one place to another, 0 to 59. */
  static int steps(int from, int to) {
    return Math.floorMod(to - from, LENGTH);
  }
}
