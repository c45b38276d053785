package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.structure.BareLine;
import org.dianjiao.plugin.punctuation.structure.Names;
import org.dianjiao.plugin.punctuation.structure.Pair;
import org.dianjiao.plugin.punctuation.structure.PairFinder;
import org.dianjiao.plugin.punctuation.structure.PairFinder.Sort;

/** The ends of quotations and titles that are to be proposed in a line, by gap. */
final class PairEnds {

  private static final int SHOWN = 4;
  private static final double LEAST = 0.4;
  private static final double SPOKEN = 0.4;

  /**
   * One end.
   *
   * @param mark the mark, as it is to be written
   * @param opens whether it opens
   * @param quotes whether it is of a quotation, not of a title
   * @param spoken whether a colon announces the quotation, so that its last pause mark is inside
   * @param probability how likely the pair is
   * @param words what the reviewer is told
   */
  record End(
      String mark,
      boolean opens,
      boolean quotes,
      boolean spoken,
      double probability,
      String words) {}

  private final Map<Integer, List<End>> ends = new HashMap<>();
  private final BareLine line;
  private final String text;

  private PairEnds(BareLine line, String text) {
    this.line = line;
    this.text = text;
  }

  /**
   * The ends in some gaps of a line.
   *
   * @param names in which no pair may have an end
   */
  static PairEnds find(
      BareLine line, String text, LineReading reading, int first, int end, Names names) {
    PairEnds found = new PairEnds(line, text);
    if (first >= end) {
      return found;
    }
    int[] places = line.line().ends();
    int from = line.firstGapFrom(places[first] - PairFinder.LONGEST_TITLE);
    int to = line.firstGapFrom(places[end - 1] + PairFinder.LONGEST_TITLE + 1);
    PairFinder.Ends said = gap -> reading.at(gap).paired(gap);
    List<Pair> quotations = new PairFinder(line, text, Sort.QUOTATION, said).find(from, to, LEAST);
    List<Pair> titles = new PairFinder(line, text, Sort.TITLE, said).find(first, end, LEAST);
    for (Pair quotation : quotations) {
      found.add(Sort.QUOTATION, quotation, isSpoken(line, reading, quotation), names);
    }
    for (Pair title : titles) {
      if (quotations.stream().noneMatch(title::crosses)) {
        found.add(Sort.TITLE, title, false, names);
      }
    }
    return found;
  }

  private static boolean isInside(Names names, BareLine line, int gap) {
    return gap >= 0 && names.isInside(line.line().ends()[gap]);
  }

  /** Whether a colon stands, or is likely, where a quotation opens. */
  private static boolean isSpoken(BareLine line, LineReading reading, Pair pair) {
    if (pair.open() < 0 || line.line().known()[pair.open()] != 0) {
      return pair.open() >= 0 && line.line().known()[pair.open()] == Mark.COLON.label();
    }
    float[] probabilities = reading.at(pair.open()).probabilities(pair.open());
    return probabilities[Mark.COLON.label()] >= SPOKEN;
  }

  /** The ends in a gap: titles close first, then quotations; then quotations open, then titles. */
  List<End> in(int gap) {
    return ends.getOrDefault(gap, List.of());
  }

  private void add(Sort sort, Pair pair, boolean spoken, Names names) {
    if (isInside(names, line, pair.open()) || isInside(names, line, pair.close())) {
      return;
    }
    boolean quotes = sort == Sort.QUOTATION;
    String what = quotes ? "quotation" : "title";
    double sure = Math.min(1, pair.probability());
    if (!pair.opens()) {
      String words =
          String.format(
              Locale.ROOT,
              "a %s (%.2f) that ends behind %s opens",
              what,
              sure,
              before(pair.close()));
      put(pair.open(), new End(pair.opening(), true, quotes, spoken, sure, words));
    }
    if (!pair.closes()) {
      String words =
          String.format(
              Locale.ROOT,
              "the %s (%.2f) that begins with %s ends",
              what,
              sure,
              behind(pair.open()));
      put(pair.close(), new End(pair.closing(), false, quotes, spoken, sure, words));
    }
  }

  private void put(int gap, End end) {
    List<End> here = ends.computeIfAbsent(gap, key -> new ArrayList<>(2));
    here.add(end);
    here.sort((one, other) -> rank(one) - rank(other));
  }

  private static int rank(End end) {
    return end.opens() ? (end.quotes() ? 2 : 3) : (end.quotes() ? 1 : 0);
  }

  private String before(int gap) {
    int first = Math.max(0, gap + 1 - SHOWN);
    return characters(first, gap + 1);
  }

  private String behind(int gap) {
    return characters(gap + 1, Math.min(line.size(), gap + 1 + SHOWN));
  }

  private String characters(int from, int to) {
    return Excerpt.of(text, line.line(), from, to);
  }
}
