package org.dianjiao.plugin.punctuation.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.plugin.punctuation.structure.Sign.Kind;
import org.dianjiao.plugin.punctuation.structure.StandingQuotes.Standing;

/** Finds quotation and title marks whose other end is missing. */
public final class Unbalanced {

  /** How far the other end is looked for, in units. */
  private static final int SIGHT = 550;

  private Unbalanced() {}

  /**
   * The marks in some gaps of a line that stand alone. One at the beginning of a paragraph goes on
   * in the next when that begins with one, too.
   *
   * @param next the next line, where there is one
   */
  public static List<Sign> find(
      BareLine line, String text, int first, int end, Optional<BareLine> next) {
    List<Sign> found = new ArrayList<>();
    if (first >= end) {
      return found;
    }
    found.addAll(alone(line, text, first, end, Kind.QUOTE_OPENS, Kind.QUOTE_CLOSES, next));
    found.addAll(alone(line, text, first, end, Kind.TITLE_OPENS, Kind.TITLE_CLOSES, next));
    return found;
  }

  private static List<Sign> alone(
      BareLine line,
      String text,
      int first,
      int end,
      Kind opening,
      Kind closing,
      Optional<BareLine> next) {
    int[] places = line.line().ends();
    StandingQuotes standing =
        new StandingQuotes(
            line,
            text,
            line.firstGapFrom(places[first] - SIGHT) - 1,
            line.firstGapFrom(places[end - 1] + SIGHT),
            opening,
            closing,
            SIGHT);
    List<Sign> alone = new ArrayList<>();
    for (Standing one : standing.all()) {
      boolean goesOn =
          one.opens()
              && next.filter(below -> opensWith(below, text, one.sign().code())).isPresent();
      if (one.gap() >= first - 1 && one.gap() < end && !goesOn && standing.isAlone(one)) {
        alone.add(one.sign());
      }
    }
    return alone;
  }

  private static boolean opensWith(BareLine line, String text, int code) {
    return line.signsBefore(text).stream().anyMatch(sign -> sign.code() == code);
  }
}
