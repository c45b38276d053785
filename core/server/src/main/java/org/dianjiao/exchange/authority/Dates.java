package org.dianjiao.exchange.authority;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as foreign files write them: {@code +0602-02-01 ~ +0603-02-18}, {@code -221}, {@code
 * 1644-00-00T00:00:00Z}. Years before 1 count as they are written there.
 */
final class Dates {

  private static final Pattern DATE =
      Pattern.compile("([+-]?)(\\d{1,4})(?:-(\\d\\d)(?:-(\\d\\d))?)?(?:T[\\d:.]*Z?)?(?!\\d)");

  private Dates() {}

  /** The first date in some words; empty without one. */
  static String first(String words) {
    Matcher date = DATE.matcher(words);
    return date.find() ? iso(date) : "";
  }

  /** The last date in some words; empty without one. */
  static String last(String words) {
    Matcher date = DATE.matcher(words);
    String last = "";
    while (date.find()) {
      last = iso(date);
    }
    return last;
  }

  private static String iso(Matcher date) {
    StringBuilder iso = new StringBuilder(date.group(1).equals("-") ? "-" : "");
    iso.append("%04d".formatted(Integer.parseInt(date.group(2))));
    for (int group = 3; group <= 4 && isReal(date.group(group)); group++) {
      iso.append('-').append(date.group(group));
    }
    return iso.toString();
  }

  private static boolean isReal(String part) {
    return part != null && !part.equals("00");
  }

  /** A year; empty for 0 and for what is none: tables have that where nothing is known. */
  static String year(String cell) {
    String year = first(cell.strip());
    return year.equals("0000") || year.equals("-0000") ? "" : year;
  }
}
