package org.dianjiao.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha for labels without order: how far any number of people agree, also when not
 * everybody labelled everything.
 *
 * <p>α = 1 − Dₒ / Dₑ, from the matrix of coincidences (K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", 2011, section C).
 */
public final class KrippendorffAlpha {

  private KrippendorffAlpha() {}

  /**
   * The alpha of things that people labelled.
   *
   * @param units for each thing the labels that it was given; one with less than two says nothing
   * @return empty when nothing was labelled twice, or all labels are one and the same
   */
  public static OptionalDouble of(List<? extends List<?>> units) {
    Map<Object, Double> totals = new LinkedHashMap<>();
    double values = 0;
    double differing = 0;
    for (List<?> labels : units) {
      int m = labels.size();
      if (m < 2) {
        continue;
      }
      Map<Object, Integer> here = new LinkedHashMap<>();
      labels.forEach(label -> here.merge(label, 1, Integer::sum));
      values += m;
      for (Map.Entry<Object, Integer> label : here.entrySet()) {
        int times = label.getValue();
        totals.merge(label.getKey(), (double) times, Double::sum);
        differing += (double) times * (m - times) / (m - 1);
      }
    }
    if (totals.size() < 2) {
      return OptionalDouble.empty();
    }
    double n = values;
    double chance = totals.values().stream().mapToDouble(total -> total * (n - total)).sum();
    return OptionalDouble.of(1 - differing * (n - 1) / chance);
  }
}
