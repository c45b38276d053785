package org.dianjiao.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How far two people agree who marked the same text without seeing one another.
 *
 * @param boundaries whether any mark stands at a place
 * @param marks each kind of mark by itself, the most frequent first
 * @param kappa of all places, each labelled with the marks there or with none; empty when that says
 *     nothing
 */
public record MarkAgreement(Count boundaries, Map<Character, Count> marks, OptionalDouble kappa) {

  /** Copies the map, in its order. */
  public MarkAgreement {
    marks = new LinkedHashMap<>(marks);
  }

  /**
   * At how many places something stands.
   *
   * @param one in the first text
   * @param other in the second
   * @param both in both
   * @param kappa of whether it stands there; empty when that says nothing
   */
  public record Count(int one, int other, int both, OptionalDouble kappa) {

    /** Of what stands in the other text, the share that stands in the first; empty of nothing. */
    public OptionalDouble precision() {
      return share(other);
    }

    /** Of what stands in the first text, the share that stands in the other; empty of nothing. */
    public OptionalDouble recall() {
      return share(one);
    }

    private OptionalDouble share(int of) {
      return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) both / of);
    }

    /** The harmonic mean of precision and recall, whichever of the two is taken for right. */
    public double f1() {
      return one + other == 0 ? 1 : 2.0 * both / (one + other);
    }
  }

  /**
   * Compares two.
   *
   * @throws IllegalArgumentException when they are not about the same bare text
   */
  public static MarkAgreement of(Markings one, Markings other) {
    if (!one.bare().equals(other.bare())) {
      throw new IllegalArgumentException("the texts differ in more than their marks");
    }
    Map<Character, Integer> found = new TreeMap<>();
    for (Markings markings : List.of(one, other)) {
      for (String gap : markings.gaps()) {
        gap.chars().forEach(mark -> found.merge((char) mark, 1, Integer::sum));
      }
    }
    List<Character> kinds = new ArrayList<>(found.keySet());
    kinds.sort((a, b) -> found.get(b) - found.get(a));
    Map<Character, Count> marks = new LinkedHashMap<>();
    for (char mark : kinds) {
      marks.put(mark, count(has(one, mark), has(other, mark)));
    }
    return new MarkAgreement(
        count(any(one), any(other)), marks, CohenKappa.of(one.gaps(), other.gaps()));
  }

  private static List<Boolean> any(Markings markings) {
    return markings.gaps().stream().map(gap -> !gap.isEmpty()).toList();
  }

  private static List<Boolean> has(Markings markings, char mark) {
    return markings.gaps().stream().map(gap -> gap.indexOf(mark) >= 0).toList();
  }

  private static Count count(List<Boolean> one, List<Boolean> other) {
    int both = 0;
    for (int i = 0; i < one.size(); i++) {
      both += one.get(i) && other.get(i) ? 1 : 0;
    }
    int first = (int) one.stream().filter(there -> there).count();
    int second = (int) other.stream().filter(there -> there).count();
    return new Count(first, second, both, CohenKappa.of(one, other));
  }
}
