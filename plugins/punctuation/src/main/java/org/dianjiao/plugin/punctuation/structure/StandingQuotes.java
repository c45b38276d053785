package org.dianjiao.plugin.punctuation.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.plugin.punctuation.structure.Sign.Kind;

/**
 * The quotation or title marks that stand in a part of a line. What is said of one depends on at
 * most so many units of text to each side as are in sight.
 */
final class StandingQuotes {

  /** A mark that stands in a gap; −1 is the gap before the first character. */
  record Standing(int gap, Sign sign, boolean opens) {

    boolean goesWith(Standing other) {
      return sign.partner() == other.sign.code();
    }

    boolean isLike(Standing other) {
      return sign.code() == other.sign.code();
    }
  }

  private final BareLine line;
  private final int sight;
  private final List<Standing> all = new ArrayList<>();
  private final Map<Integer, List<Standing>> byGap = new HashMap<>();

  /**
   * Looks for marks from one gap to another.
   *
   * @param sight how far the other end of one is looked for, in units
   * @param opening the kind that opens
   * @param closing the kind that closes
   */
  StandingQuotes(
      BareLine line, String text, int first, int end, Kind opening, Kind closing, int sight) {
    this.sight = sight;
    this.line = line;
    if (first <= 0) {
      add(-1, line.signsBefore(text), opening, closing);
    }
    for (int gap = Math.max(0, first); gap < end; gap++) {
      if (!line.open().get(gap)) {
        add(gap, line.signs(text, gap), opening, closing);
      }
    }
    for (Standing one : all) {
      byGap.computeIfAbsent(one.gap(), gap -> new ArrayList<>(2)).add(one);
    }
  }

  private void add(int gap, List<Sign> signs, Kind opening, Kind closing) {
    for (Sign sign : signs) {
      if (sign.kind() == opening || sign.kind() == closing) {
        all.add(new Standing(gap, sign, sign.kind() == opening));
      }
    }
  }

  List<Standing> all() {
    return all;
  }

  /** Those in a gap. */
  List<Standing> in(int gap) {
    return byGap.getOrDefault(gap, List.of());
  }

  /**
   * Whether the other end of a mark is missing: the end of the line, or another like it, is met
   * before. Not when that is too far away to be seen.
   */
  boolean isAlone(Standing mark) {
    int step = mark.opens() ? 1 : -1;
    for (int i = firstFrom(mark.sign().start()) + step; i >= 0 && i < all.size(); i += step) {
      Standing other = all.get(i);
      if (distance(mark, other) > sight || mark.goesWith(other)) {
        return false;
      } else if (mark.isLike(other)) {
        return true;
      }
    }
    int toTheEnd =
        mark.opens() ? line.end() - mark.sign().end() : mark.sign().start() - line.start();
    return toTheEnd <= sight;
  }

  private static int distance(Standing one, Standing other) {
    return Math.abs(one.sign().start() - other.sign().start());
  }

  /** The first mark that begins at or behind a place. */
  private int firstFrom(int place) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).sign().start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The mark that opens a quotation around a gap, if one stands in sight. */
  Optional<Standing> around(int gap) {
    int place = placeOf(gap);
    int depth = 0;
    for (int i = firstFrom(place + 1) - 1; i >= firstFrom(place - sight); i--) {
      Standing one = all.get(i);
      if (one.gap() < gap) {
        depth += one.opens() ? -1 : 1;
        if (depth < 0) {
          return Optional.of(one);
        }
      }
    }
    return Optional.empty();
  }

  /** The mark that opens quotations near a gap: the form that this text uses. */
  Optional<String> form(int gap) {
    int place = placeOf(gap);
    return all.subList(firstFrom(place - sight), firstFrom(place + sight + 1)).stream()
        .min(Comparator.comparingInt(one -> Math.abs(place - one.sign().start())))
        .map(one -> one.opens() ? one.sign().text() : Character.toString(one.sign().partner()));
  }

  private int placeOf(int gap) {
    return gap < 0 ? line.start() : line.line().ends()[gap];
  }
}
