package org.dianjiao.plugin.names.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was decided in a project: the lessons of each place, of which the last decision counts, and
 * the decisions that were heard. Old ones make room for new ones.
 */
final class Notebook {

  private static final int MOST_PLACES = 5_000;
  private static final int MOST_TOLD = 20_000;

  private final Map<Long, List<Lesson>> places = new LinkedHashMap<>();
  private final Set<Long> told = new LinkedHashSet<>();

  /** Takes a decision in; false when it was heard before. */
  boolean hear(long id, long place, List<Lesson> lessons) {
    if (!told.add(id)) {
      return false;
    }
    places.remove(place);
    if (!lessons.isEmpty()) {
      places.put(place, List.copyOf(lessons));
    }
    trim(told, MOST_TOLD);
    trim(places.keySet(), MOST_PLACES);
    return true;
  }

  private static void trim(Set<Long> set, int most) {
    while (set.size() > most) {
      set.remove(set.iterator().next());
    }
  }

  /** Forgets the lessons; the same decisions told again teach nothing. */
  int forget() {
    int forgotten = places.size();
    places.clear();
    return forgotten;
  }

  /** Whether there is nothing in it. */
  boolean isEmpty() {
    return told.isEmpty();
  }

  /** How many places were decided on. */
  int size() {
    return places.size();
  }

  Set<Long> told() {
    return told;
  }

  Map<Long, List<Lesson>> places() {
    return places;
  }

  /** All lessons, the oldest first. */
  List<Lesson> lessons() {
    List<Lesson> all = new ArrayList<>();
    places.values().forEach(all::addAll);
    return all;
  }
}
