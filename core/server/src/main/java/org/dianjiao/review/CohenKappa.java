package org.dianjiao.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Cohen's kappa: how far two people agree beyond what chance would give, for labels without order.
 *
 * <p>κ = (p₀ − pₑ) / (1 − pₑ), where p₀ is the share of things with the same label and pₑ what it
 * would be if each gave their labels at random, as often as they did (J. Cohen, "A Coefficient of
 * Agreement for Nominal Scales", Educational and Psychological Measurement 20, 1960).
 */
public final class CohenKappa {

  private CohenKappa() {}

  /**
   * The kappa of two lists of labels for the same things; empty when there is nothing, or when both
   * gave one and the same label to everything, so that chance explains all.
   *
   * @throws IllegalArgumentException when the lists are not equally long
   */
  public static OptionalDouble of(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(
          "%d labels cannot be compared with %d".formatted(one.size(), other.size()));
    }
    Map<Object, long[]> counts = new LinkedHashMap<>();
    long same = 0;
    for (int i = 0; i < one.size(); i++) {
      counts.computeIfAbsent(one.get(i), label -> new long[2])[0]++;
      counts.computeIfAbsent(other.get(i), label -> new long[2])[1]++;
      same += one.get(i).equals(other.get(i)) ? 1 : 0;
    }
    double n = one.size();
    double expected =
        counts.values().stream().mapToDouble(count -> count[0] / n * (count[1] / n)).sum();
    return one.isEmpty() || counts.size() == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((same / n - expected) / (1 - expected));
  }
}
