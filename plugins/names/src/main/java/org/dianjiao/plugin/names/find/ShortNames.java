package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.plugin.names.lexicon.Layers;
import org.dianjiao.plugin.names.lexicon.Meaning;

/**
 * Single characters that stand for a place or nation: 伊、塔, 中俄, 俄人. Most are ordinary words, so what
 * stands around must speak for it.
 */
final class ShortNames {

  private static final int NEEDED_UNLISTED = 3;

  private final Vocabulary words;
  private final Map<Character, Abbreviation> listed;
  private final Map<Character, List<Meaning>> meanings = new HashMap<>();

  ShortNames(Vocabulary words, Map<Character, Abbreviation> listed, Layers layers) {
    this.words = words;
    this.listed = listed;
    listed.forEach((character, each) -> meanings.put(character, each.meanings(layers)));
  }

  /** Adds those that stand in a stretch. */
  void find(
      Reading reading,
      KnownPlaces known,
      Neighbourhood near,
      int from,
      int to,
      List<Sighting> found) {
    for (int at = from; at < to; at++) {
      Abbreviation abbreviation = listed.get(reading.at(at));
      boolean marked = reading.follows(at, '、') || reading.follows(at + 1, '、');
      if (abbreviation != null || marked || words.foreign(reading.at(at)) > 1) {
        add(reading, known, near, at, abbreviation, found);
      }
    }
  }

  private void add(
      Reading reading,
      KnownPlaces known,
      Neighbourhood near,
      int at,
      Abbreviation abbreviation,
      List<Sighting> found) {
    int needs = abbreviation == null ? NEEDED_UNLISTED : abbreviation.needs();
    int beside = listed(reading, known, near, at) + around(reading, at);
    if (beside + 1 < needs) {
      return;
    }
    int place = reading.place(at);
    List<Meaning> common = meanings.getOrDefault(reading.at(at), List.of());
    List<Meaning> all = common.isEmpty() ? near.beginning(reading.at(at), place) : common;
    if (!all.isEmpty()) {
      int spare = beside + (near.names(all.get(0).entity().id(), place) ? 1 : 0) - needs;
      if (spare >= 0) {
        found.add(sighting(at, all, spare, near.beginning(reading.at(at), place)));
      }
    }
  }

  private static Sighting sighting(
      int at, List<Meaning> meanings, int spare, List<Meaning> initials) {
    List<Meaning> ranked = new ArrayList<>(meanings);
    initials.stream()
        .filter(
            each ->
                ranked.stream().noneMatch(other -> other.entity().id().equals(each.entity().id())))
        .forEach(ranked::add);
    double belief = spare == 0 ? 0.7 : 0.85;
    return new Sighting(at, at + 1, ranked.get(0).entity().type(), ranked, belief, "short for it");
  }

  /** How much the words on both sides speak for it. */
  private int around(Reading reading, int at) {
    List<Meaning> common = meanings.getOrDefault(reading.at(at), List.of());
    boolean nation = !common.isEmpty() && common.get(0).entity().type().equals("polity");
    boolean freeBefore = reading.gap(at) != Reading.NOTHING;
    boolean freeBehind = reading.gap(at + 1) != Reading.NOTHING;
    int led = freeBefore ? 0 : led(reading, at);
    boolean left = !freeBehind && words.at("after", reading.bare(), at + 1) > 0;
    boolean ends = (led > 0 || (freeBefore && nation)) && (freeBehind || left);
    return behind(reading, at + 1, nation) + led + (ends ? 1 : 0);
  }

  /**
   * A word behind it speaks for it, one for lands behind a place like one for people of nations.
   */
  private int behind(Reading reading, int at, boolean nation) {
    if (reading.gap(at) != Reading.NOTHING || words.at("short-behind", reading.bare(), at) == 0) {
      return 0;
    }
    return nation || words.at("land-behind", reading.bare(), at) > 0 ? 2 : 1;
  }

  private int led(Reading reading, int at) {
    if (words.endsAt("way-before", reading, at)) {
      return 2;
    }
    return words.endsAt("short-before", reading, at) ? 1 : 0;
  }

  /** Whether a name or another short one stands beside it: 伊、塔, 中俄; on both sides counts more. */
  private int listed(Reading reading, KnownPlaces known, Neighbourhood near, int at) {
    boolean before = reading.follows(at, '、') && isListed(reading, known, near, at - 1, -1);
    boolean behind = reading.follows(at + 1, '、') && isListed(reading, known, near, at + 1, 1);
    if (before || behind) {
      return before && behind ? 3 : 2;
    }
    return listed.containsKey(reading.at(at)) && isJoined(reading, known, at) ? 2 : 0;
  }

  /** Whether what stands on the other side of a mark is a name, or short for one. */
  private boolean isListed(
      Reading reading, KnownPlaces known, Neighbourhood near, int at, int side) {
    if (at >= reading.length()) {
      return false;
    }
    String name = side < 0 ? known.typeEndingAt(at + 1) : known.type(at);
    return isPlace(name) || isShort(reading, known, near, at);
  }

  private boolean isShort(Reading reading, KnownPlaces known, Neighbourhood near, int at) {
    Abbreviation abbreviation = listed.get(reading.at(at));
    return isNation(abbreviation)
        || ((abbreviation != null || !near.beginning(reading.at(at), reading.place(at)).isEmpty())
            && standsAlone(reading, known, at));
  }

  /**
   * Whether a name or a nation stands directly beside a character that is commonly short for one.
   */
  private boolean isJoined(Reading reading, KnownPlaces known, int at) {
    boolean before =
        reading.gap(at) == Reading.NOTHING
            && (isPlace(known.typeEndingAt(at))
                || (known.longest(at - 1) == 0 && isNation(listed.get(reading.at(at - 1)))));
    boolean behind =
        reading.gap(at + 1) == Reading.NOTHING
            && (isPlace(known.type(at + 1))
                || (known.longest(at + 1) == 0 && isNation(listed.get(reading.at(at + 1)))));
    return before || behind;
  }

  private static boolean isNation(Abbreviation abbreviation) {
    return abbreviation != null && abbreviation.needs() < NEEDED_UNLISTED;
  }

  private static boolean isPlace(String type) {
    return type.equals("place") || type.equals("polity");
  }

  private boolean standsAlone(Reading reading, KnownPlaces known, int at) {
    boolean before =
        reading.gap(at) != Reading.NOTHING
            || words.endsAt("before", reading, at)
            || words.endsAt("short-before", reading, at);
    boolean behind =
        reading.gap(at + 1) != Reading.NOTHING
            || words.at("after", reading.bare(), at + 1) > 0
            || words.at("short-behind", reading.bare(), at + 1) > 0
            || words.at("never", reading.bare(), at + 1) > 0
            || words.at("nation", reading.bare(), at + 1) > 0
            || known.longest(at + 1) > 0;
    return before && behind;
  }
}
