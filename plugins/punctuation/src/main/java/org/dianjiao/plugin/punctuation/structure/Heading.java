package org.dianjiao.plugin.punctuation.structure;

import java.util.Optional;

/**
 * Tells headings, which take no marks: lines that have none and are very short ({@code 第三条}), or an
 * indented title, which ends with a date or a number of articles, or stands right above a very
 * short line.
 */
public final class Heading {

  private static final int SHORT = 8;
  private static final int LONGEST = 24;
  private static final int NEAR = 16;
  private static final String ENDS = "日月年条款则章卷篇";

  private Heading() {}

  /**
   * Whether a line is a heading.
   *
   * @param next the line below, where there is one
   */
  public static boolean is(BareLine line, Optional<BareLine> next) {
    return isShort(line)
        || (mayBeTitle(line)
            && (endsLikeTitle(line)
                || next.filter(below -> isRightBelow(line, below)).isPresent()));
  }

  private static boolean isShort(BareLine line) {
    return !line.marked() && line.size() <= SHORT;
  }

  private static boolean mayBeTitle(BareLine line) {
    return !line.marked() && line.indentation() > 0 && line.size() <= LONGEST;
  }

  private static boolean endsLikeTitle(BareLine line) {
    return ENDS.indexOf(line.line().codes()[line.size() - 1]) >= 0;
  }

  private static boolean isRightBelow(BareLine line, BareLine below) {
    return isShort(below) && below.start() - line.end() <= NEAR;
  }
}
