package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.dianjiao.plugin.names.lexicon.FormTree;

/** What was taken for a name at one place, at other places near by. */
final class Repeated {

  private static final double SURE = 0.65;
  private static final int LEAST = 2;

  private Repeated() {}

  /** Adds the other places; what was found there already with the same ends gets the surer type. */
  static void add(Reading reading, KnownPlaces known, Vocabulary words, List<Sighting> unknown) {
    FormTree tree = new FormTree();
    Map<String, TreeMap<Integer, Sighting>> sure = new HashMap<>();
    for (Sighting each : unknown) {
      String form = reading.part(each.from(), each.to());
      if (each.belief() >= SURE && each.length() >= LEAST && !each.type().equals("office")) {
        tree.add(form);
        sure.computeIfAbsent(form, one -> new TreeMap<>())
            .merge(each.from(), each, (a, b) -> a.belief() >= b.belief() ? a : b);
      }
    }
    List<Sighting> more = new ArrayList<>();
    for (int at = 0; at < reading.length(); at++) {
      int length = tree.longest(reading.bare(), at);
      if (length > 0
          && known.longest(at) < length
          && reading.isWhole(at, at + length)
          && (length > LEAST || standsAlone(reading, words, at, at + length))) {
        Sighting near = nearest(reading, sure.get(reading.part(at, at + length)), at);
        if (near != null) {
          more.add(
              new Sighting(
                  at,
                  at + length,
                  near.type(),
                  List.of(),
                  near.belief() - 0.05,
                  "found near by, where it " + near.reason()));
        }
      }
    }
    unknown.addAll(more);
  }

  private static boolean standsAlone(Reading reading, Vocabulary words, int from, int to) {
    boolean before = reading.gap(from) != Reading.NOTHING || words.endsAt("before", reading, from);
    boolean behind =
        reading.gap(to) != Reading.NOTHING || words.at("after", reading.bare(), to) > 0;
    return before && behind;
  }

  private static Sighting nearest(Reading reading, NavigableMap<Integer, Sighting> sure, int at) {
    Map.Entry<Integer, Sighting> before = sure.lowerEntry(at);
    if (before != null
        && reading.place(at) - reading.place(before.getKey()) <= Neighbourhood.REACH) {
      return before.getValue();
    }
    Map.Entry<Integer, Sighting> after = sure.higherEntry(at);
    boolean close =
        after != null && reading.place(after.getKey()) - reading.place(at) <= Neighbourhood.REACH;
    return close ? after.getValue() : null;
  }
}
