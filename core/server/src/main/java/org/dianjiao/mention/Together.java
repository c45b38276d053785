package org.dianjiao.mention;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two entities that are mentioned near to each other.
 *
 * @param first of the two, by the order of their ids
 * @param second of the two
 * @param times how often a mention of one has a mention of the other near behind it
 */
public record Together(URI first, URI second, int times) {

  /** So many mentions behind one are looked at, however near they are. */
  private static final int MOST_NEAR = 500;

  private static final Comparator<Together> MOST_FIRST =
      Comparator.<Together>comparingInt(one -> -one.times)
          .thenComparing(one -> one.first.toString())
          .thenComparing(one -> one.second.toString());

  /** Two entities, whichever was mentioned first. */
  private record Pair(URI first, URI second) {
    static Pair of(URI one, URI other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }

  /**
   * Counts in documents. A name inside another, as a place in the title of its governor, is not
   * near to it but a part of it.
   *
   * @param documents the mentions of each, in the order of their places
   * @param reach units that may lie between two mentions of one passage
   * @return the pairs that are together most often first
   */
  public static List<Together> of(Collection<List<Mention>> documents, int reach) {
    Map<Pair, Integer> counts = new HashMap<>();
    documents.forEach(mentions -> count(mentions, reach, counts));
    List<Together> together = new ArrayList<>();
    counts.forEach((pair, times) -> together.add(new Together(pair.first, pair.second, times)));
    together.sort(MOST_FIRST);
    return together;
  }

  private static void count(List<Mention> mentions, int reach, Map<Pair, Integer> counts) {
    Set<URI> met = new HashSet<>();
    for (int i = 0; i < mentions.size(); i++) {
      Mention one = mentions.get(i);
      met.clear();
      met.add(one.entity());
      int last = Math.min(mentions.size(), i + MOST_NEAR);
      for (int j = i + 1; j < last && isNear(one, mentions.get(j), reach); j++) {
        Mention other = mentions.get(j);
        if (other.start() >= one.end() && met.add(other.entity())) {
          counts.merge(Pair.of(one.entity(), other.entity()), 1, Integer::sum);
        }
      }
    }
  }

  private static boolean isNear(Mention one, Mention other, int reach) {
    return other.passage() == one.passage() && other.start() - one.end() <= reach;
  }
}
