package org.dianjiao.plugin.punctuation.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.plugin.punctuation.model.Paired;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;
import org.dianjiao.plugin.punctuation.structure.Sign.Kind;
import org.dianjiao.plugin.punctuation.structure.StandingQuotes.Standing;

/**
 * Finds the quotations, or the titles, of a line from what a model says of their two ends, so that
 * what is found is balanced: no pair crosses another or one that stands.
 *
 * <p>Each place where one probably opens is given the end that is likeliest to be the first after
 * it. Of pairs that cross, the surer one stays. All of this looks at most two lengths of the
 * longest pair away, so a window of the text gives the same pairs as the whole.
 */
public final class PairFinder {

  /** What is looked for. */
  public enum Sort {
    /** Quotations, which may hold others. */
    QUOTATION(Paired.QUOTE_OPENS, 150, Kind.QUOTE_OPENS, Kind.QUOTE_CLOSES, "「"),
    /** Titles. */
    TITLE(Paired.TITLE_OPENS, LONGEST_TITLE, Kind.TITLE_OPENS, Kind.TITLE_CLOSES, "《");

    private final int first;
    private final int longest;
    private final Kind opening;
    private final Kind closing;
    private final String form;

    Sort(Paired first, int longest, Kind opening, Kind closing, String form) {
      this.first = first.label();
      this.longest = longest;
      this.opening = opening;
      this.closing = closing;
      this.form = form;
    }
  }

  /** How far marks that stand are looked for, in units. */
  private static final int SIGHT = 300;

  /** How long a title may be, in units. */
  public static final int LONGEST_TITLE = 30;

  private static final double LEAST_OPENING = 0.3;
  private static final double LEAST_CLOSING = 0.05;
  private static final double LEAST_ENDING = 0.4;
  private static final double NESTED = 0.03;
  private static final String OPENING = "「『“‘《〈";
  private static final String CLOSING = "」』”’》〉";
  private static final String INNER = "『「‘“〈《";

  private final BareLine line;
  private final String text;
  private final Sort sort;
  private final Ends ends;

  /** What a model says of a gap, as {@link PunctuationModel.Reading#paired} does. */
  public interface Ends {

    /** Probabilities that a quotation opens and closes, and that a title does. */
    float[] at(int gap);
  }

  /** A finder for one line. */
  public PairFinder(BareLine line, String text, Sort sort, Ends ends) {
    this.line = line;
    this.text = text;
    this.sort = sort;
    this.ends = ends;
  }

  /**
   * The pairs that have an end in some gaps.
   *
   * @param first first gap
   * @param end gap after the last
   * @param least least probability of a pair
   */
  public List<Pair> find(int first, int end, double least) {
    if (first >= end || !mayHaveEnds(first, end)) {
      return List.of();
    }
    int[] places = line.line().ends();
    int from = line.firstGapFrom(places[first] - 2 * sort.longest);
    int to = line.firstGapFrom(places[end - 1] + sort.longest + 1);
    int before = Math.max(0, line.firstGapFrom(places[from] - SIGHT) - 1);
    int behind = line.firstGapFrom(places[to - 1] + sort.longest + SIGHT);
    StandingQuotes standing =
        new StandingQuotes(line, text, before, behind, sort.opening, sort.closing, SIGHT);
    List<Pair> possible = new ArrayList<>();
    for (int gap = from == 0 ? -1 : from; gap < to; gap++) {
      pairFrom(gap, standing).filter(pair -> pair.probability() >= least).ifPresent(possible::add);
    }
    List<Pair> kept = new ArrayList<>();
    for (Pair pair : possible) {
      boolean isIn = isIn(pair.open(), first, end) || isIn(pair.close(), first, end);
      if (isIn && isBest(pair, near(pair, possible))) {
        kept.add(written(pair, possible, standing));
      }
    }
    return kept;
  }

  /** Those of the possible pairs, which are in order, that may touch one. */
  private List<Pair> near(Pair pair, List<Pair> possible) {
    return possible.subList(
        firstFrom(pair.open() - sort.longest, possible), firstFrom(pair.close() + 1, possible));
  }

  private static int firstFrom(int gap, List<Pair> possible) {
    int low = 0;
    int high = possible.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (possible.get(middle).open() < gap) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isIn(int gap, int first, int end) {
    return gap >= first && gap < end;
  }

  private boolean mayHaveEnds(int first, int end) {
    for (int gap = first; gap < end; gap++) {
      float[] said = ends.at(gap);
      if (said[sort.first] >= LEAST_OPENING || said[sort.first + 1] >= LEAST_CLOSING) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBest(Pair pair, List<Pair> near) {
    for (Pair other : near) {
      boolean better =
          other.probability() > pair.probability()
              || (other.probability() == pair.probability() && other.open() < pair.open());
      if (!other.equals(pair) && better && pair.conflicts(other)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a space stands in a gap: there a source may have lost a mark. */
  private boolean isSpaced(int gap) {
    return gap >= 0
        && !line.open().get(gap)
        && line.signs(text, gap).stream().anyMatch(sign -> sign.kind() == Kind.SPACE);
  }

  /** The mark that stands in a gap, opens, and has no end. */
  private static Optional<Standing> opensAlone(int gap, StandingQuotes standing) {
    return standing.in(gap).stream()
        .filter(one -> one.opens() && standing.isAlone(one))
        .findFirst();
  }

  /** The pair that opens in a gap, with the likeliest of its ends. */
  private Optional<Pair> pairFrom(int gap, StandingQuotes standing) {
    Optional<Standing> alone = opensAlone(gap, standing);
    double opening = alone.isPresent() ? 1 : gap < 0 ? 0 : ends.at(gap)[sort.first];
    if (opening < LEAST_OPENING
        || isSpaced(gap)
        || (alone.isEmpty() && !standing.in(gap).isEmpty())) {
      return Optional.empty();
    }
    double alive = 1;
    double sum = 0;
    double best = 0;
    int close = -1;
    boolean stands = false;
    int depth = 0;
    int begin = gap < 0 ? line.start() : line.line().ends()[gap];
    for (int at = gap + 1;
        at < line.size() && line.line().ends()[at] - begin <= sort.longest;
        at++) {
      if (isSpaced(at)) {
        break;
      }
      float[] said = ends.at(at);
      List<Standing> here = standing.in(at);
      boolean ended = false;
      for (Standing one : here) {
        depth += one.opens() ? 1 : -1;
        ended |= depth < 0;
      }
      if (ended && !here.stream().allMatch(standing::isAlone)) {
        break;
      }
      double closing = ended ? 1 : depth > 0 || !here.isEmpty() ? 0 : said[sort.first + 1];
      if (alive * closing > best) {
        best = alive * closing;
        close = at;
        stands = ended;
      }
      sum += alive * closing;
      double opensAgain = depth > 0 || !here.isEmpty() ? 0 : (1 - NESTED) * said[sort.first];
      alive *= (1 - closing) * (1 - opensAgain);
      if (ended) {
        break;
      }
    }
    if (close < 0 || (!stands && ends.at(close)[sort.first + 1] < LEAST_CLOSING)) {
      return Optional.empty();
    }
    double probability = opening * best / Math.max(sum, LEAST_ENDING);
    return Optional.of(new Pair(gap, close, "", "", probability, alone.isPresent(), stands));
  }

  /** The pair with the marks that its depth and the rest of the text ask for. */
  private Pair written(Pair pair, List<Pair> possible, StandingQuotes standing) {
    Optional<Standing> around = standing.around(pair.open());
    String form =
        around
            .map(one -> inner(one.sign().text()))
            .or(() -> standing.form(pair.open()))
            .orElse(sort.form);
    for (Pair other : near(pair, possible)) {
      if (other.holds(pair) && !other.opens() && isBest(other, near(other, possible))) {
        form = inner(form);
      }
    }
    if (pair.opens()) {
      form = opensAlone(pair.open(), standing).orElseThrow().sign().text();
    }
    return pair.with(form, Character.toString(CLOSING.charAt(OPENING.indexOf(form))));
  }

  private static String inner(String form) {
    return Character.toString(INNER.charAt(OPENING.indexOf(form)));
  }
}
