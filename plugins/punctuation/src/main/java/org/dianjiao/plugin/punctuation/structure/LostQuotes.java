package org.dianjiao.plugin.punctuation.structure;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.plugin.punctuation.structure.Sign.Kind;

/**
 * Finds quotation marks that a source has lost and left spaces for. Each space says a little about
 * what stood there: one behind ： opened, one before ， closed, of two side by side the first closed.
 * As such marks take turns, each hears what the spaces around it say.
 */
public final class LostQuotes {

  /** How far apart two spaces may be that speak for one another, in units. */
  static final int SIGHT = 300;

  private static final double LEAST = 0.85;
  private static final double FADING = 0.85;
  private static final double CLEAR = 3;
  private static final double LIKELY = 1.5;
  private static final int LINE_END = 0;
  private static final String SPEAKING = "曰言云谓称有为即改又";
  private static final String NAMING = "之字等语事一二三";
  private static final String ENDING = "。？！；";

  /**
   * A space that stands for a mark.
   *
   * @param gap where it is
   * @param space the space itself
   * @param opens whether the mark opened
   * @param probability how likely that is
   * @param other place of the space that stands for the other end
   */
  public record Lost(int gap, Sign space, boolean opens, double probability, int other) {}

  private record Space(int gap, Sign sign, double opening) {}

  private final BareLine line;
  private final String text;
  private final List<Space> spaces = new ArrayList<>();

  private LostQuotes(BareLine line, String text) {
    this.line = line;
    this.text = text;
  }

  /** The lost marks in some gaps of a line. */
  public static List<Lost> find(BareLine line, String text, int first, int end) {
    if (first >= end || text.indexOf(' ', line.start()) < 0) {
      return List.of();
    }
    LostQuotes quotes = new LostQuotes(line, text);
    int[] places = line.line().ends();
    int from = line.firstGapFrom(places[first] - 2 * SIGHT);
    int to = line.firstGapFrom(places[end - 1] + 2 * SIGHT);
    for (int gap = from; gap < Math.min(to, line.size()); gap++) {
      quotes.add(gap);
    }
    return quotes.found(first, end);
  }

  private void add(int gap) {
    int before = line.line().codes()[gap];
    int behind = gap + 1 < line.size() ? line.line().codes()[gap + 1] : LINE_END;
    boolean between = behind == LINE_END || Character.isIdeographic(behind);
    if (line.open().get(gap) || !Character.isIdeographic(before) || !between) {
      return;
    }
    List<Sign> signs = line.signs(text, gap);
    for (int i = 0; i < signs.size(); i++) {
      if (signs.get(i).kind() == Kind.SPACE) {
        spaces.add(new Space(gap, signs.get(i), opening(signs, i, before, behind)));
      }
    }
  }

  /** What a space says by itself: logarithm of the odds that it opened. */
  private static double opening(List<Sign> signs, int at, int before, int behind) {
    double odds = 0;
    if (at > 0) {
      Sign left = signs.get(at - 1);
      if (left.kind() == Kind.SPACE || left.code() == '：') {
        odds += CLEAR;
      } else if (ENDING.indexOf(left.code()) >= 0) {
        odds -= LIKELY;
      }
    } else if (SPEAKING.indexOf(before) >= 0) {
      odds += LIKELY;
    }
    if (at + 1 < signs.size()) {
      odds -= CLEAR;
    } else if (behind == LINE_END || NAMING.indexOf(behind) >= 0) {
      odds -= LIKELY;
    }
    return odds;
  }

  private List<Lost> found(int first, int end) {
    List<Lost> found = new ArrayList<>();
    for (int i = 0; i < spaces.size(); i++) {
      int gap = spaces.get(i).gap();
      if (gap < first || gap >= end) {
        continue;
      }
      double odds = odds(i);
      boolean opens = odds > 0;
      int other = opens ? i + 1 : i - 1;
      if (certain(odds) >= LEAST
          && other >= 0
          && other < spaces.size()
          && distance(i, other) <= SIGHT
          && certain(odds(other)) >= LEAST
          && odds(other) > 0 != opens) {
        Space space = spaces.get(i);
        found.add(
            new Lost(gap, space.sign(), opens, certain(odds), spaces.get(other).sign().start()));
      }
    }
    return found;
  }

  /** Logarithm of the odds that a space opened, when those around it are heard too. */
  private double odds(int at) {
    double odds = 0;
    for (int step = -1; step <= 1; step += 2) {
      double share = step < 0 ? 1 : -FADING;
      for (int i = step < 0 ? at : at + 1; i >= 0 && i < spaces.size(); i += step) {
        if (distance(at, i) > SIGHT) {
          break;
        }
        odds += share * spaces.get(i).opening();
        share *= -FADING;
      }
    }
    return odds;
  }

  private int distance(int one, int other) {
    return Math.abs(spaces.get(one).sign().start() - spaces.get(other).sign().start());
  }

  private static double certain(double odds) {
    return 1 / (1 + StrictMath.exp(-Math.abs(odds)));
  }
}
