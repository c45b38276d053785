package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dianjiao.api.Candidate;

/** Candidates in the order in which they are offered. */
final class Ranked {

  private Ranked() {}

  /**
   * The first, then the others by their confidence.
   *
   * @param all the first may be among them
   * @param least confidence of the others
   * @param most how many there may be
   */
  static List<Candidate> from(Candidate first, List<Candidate> all, double least, int most) {
    List<Candidate> ranked = new ArrayList<>();
    for (Candidate one : all) {
      if (!one.action().equals(first.action()) && one.confidence() >= least) {
        ranked.add(one);
      }
    }
    ranked.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    ranked.add(0, first);
    return List.copyOf(ranked.subList(0, Math.min(most, ranked.size())));
  }

  /**
   * The same, as a proposal may hold them: none surer than the one before it. Where the first is a
   * rare mark that was chosen all the same, the others are said to be no surer.
   */
  static List<Candidate> falling(List<Candidate> ranked) {
    double surest = ranked.get(0).confidence();
    return ranked.stream()
        .map(one -> new Candidate(one.action(), Math.min(surest, one.confidence()), one.label()))
        .toList();
  }
}
