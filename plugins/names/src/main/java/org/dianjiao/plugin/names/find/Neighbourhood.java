package org.dianjiao.plugin.names.find;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dianjiao.api.Body;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.plugin.names.lexicon.Meaning;

/** Who else is named near a place of a text: in full and beyond doubt, or as a person said. */
final class Neighbourhood {

  /** So far, in units of the text, one name speaks for another. */
  static final int REACH = 500;

  /** So many places that begin with a character are looked at, before it and behind it. */
  private static final int MOST_INITIALS = 10;

  private final Map<URI, TreeMap<Integer, Integer>> places = new HashMap<>();
  private final Map<Character, TreeMap<Integer, Meaning>> initials = new HashMap<>();

  Neighbourhood(Reading reading, List<Sighting> known, List<Marked> annotations) {
    for (Sighting each : known) {
      if (each.length() > 1 && each.meanings().size() == 1) {
        add(reading, each);
      }
    }
    for (Marked mark : annotations) {
      if (mark.body() instanceof Body.Identification who) {
        put(who.entity(), mark.range().start());
      }
    }
  }

  private void add(Reading reading, Sighting name) {
    Meaning meaning = name.meanings().get(0);
    if (meaning.kind() != Meaning.Kind.FULL) {
      return;
    }
    int place = reading.place(name.from());
    put(meaning.entity().id(), place);
    if (name.type().equals("place")) {
      initials
          .computeIfAbsent(reading.at(name.from()), one -> new TreeMap<>())
          .put(place, new Meaning(meaning.entity(), Meaning.Kind.SHORT));
    }
  }

  private void put(URI id, int place) {
    places.computeIfAbsent(id, one -> new TreeMap<>()).put(place, place);
  }

  /** Whether an entity is named near a place, elsewhere than there. */
  boolean names(URI id, int place) {
    TreeMap<Integer, Integer> all = places.get(id);
    if (all == null) {
      return false;
    }
    Integer before = all.lowerKey(place);
    Integer after = all.higherKey(place);
    return (before != null && place - before <= REACH) || (after != null && after - place <= REACH);
  }

  /** The places named near a place whose names begin with a character, nearest first. */
  List<Meaning> beginning(char character, int place) {
    TreeMap<Integer, Meaning> all = initials.get(character);
    if (all == null) {
      return List.of();
    }
    List<Meaning> found = new ArrayList<>();
    addNew(all.subMap(place - REACH, false, place, false).descendingMap(), found);
    addNew(all.subMap(place, true, place + REACH, false), found);
    return found;
  }

  private static void addNew(Map<Integer, Meaning> near, List<Meaning> found) {
    int left = MOST_INITIALS;
    for (Meaning meaning : near.values()) {
      if (left-- == 0) {
        return;
      }
      if (found.stream().noneMatch(each -> each.entity().id().equals(meaning.entity().id()))) {
        found.add(meaning);
      }
    }
  }
}
