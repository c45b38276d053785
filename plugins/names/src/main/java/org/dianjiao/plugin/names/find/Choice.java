package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Chooses, of names that overlap one another, those that weigh most together. */
final class Choice {

  private static final Set<String> TITLES = Set.of("office", "organization", "work");
  private static final Set<String> NESTED = Set.of("place", "polity");

  private Choice() {}

  /** The heaviest set in which none overlaps another, in order. */
  static List<Sighting> of(List<Sighting> sightings) {
    List<Sighting> byEnd = new ArrayList<>(sightings);
    byEnd.sort(Comparator.comparingInt(Sighting::to).thenComparingInt(Sighting::from));
    int count = byEnd.size();
    long[] best = new long[count + 1];
    int[] before = new int[count];
    for (int i = 0; i < count; i++) {
      before[i] = endingBy(byEnd, i, byEnd.get(i).from());
      best[i + 1] = Math.max(best[i], best[before[i]] + byEnd.get(i).weight());
    }
    List<Sighting> chosen = new ArrayList<>();
    int at = count;
    while (at > 0) {
      if (best[at] > best[at - 1]) {
        chosen.add(byEnd.get(at - 1));
        at = before[at - 1];
      } else {
        at--;
      }
    }
    Collections.reverse(chosen);
    return chosen;
  }

  /** How many of the first ones end at or before a place. */
  private static int endingBy(List<Sighting> byEnd, int count, int place) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byEnd.get(middle).to() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The known places and polities inside the titles of a choice: 伊犁 in 伊犁將軍. */
  static List<Sighting> nested(List<Sighting> chosen, List<Sighting> known) {
    List<Sighting> inside = new ArrayList<>();
    int at = 0;
    for (Sighting title : chosen) {
      if (TITLES.contains(title.type())) {
        while (at < known.size() && known.get(at).from() < title.from()) {
          at++;
        }
        List<Sighting> within = new ArrayList<>();
        for (int i = at; i < known.size() && known.get(i).from() < title.to(); i++) {
          Sighting each = known.get(i);
          if (title.contains(each)
              && each.length() > 1
              && each.length() < title.length()
              && NESTED.contains(each.type())) {
            within.add(each);
          }
        }
        inside.addAll(of(within));
      }
    }
    return inside;
  }
}
