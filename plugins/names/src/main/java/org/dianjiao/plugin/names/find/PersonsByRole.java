package org.dianjiao.plugin.names.find;

import java.util.List;
import org.dianjiao.plugin.names.lexicon.Surnames;

/** Persons behind an office or calling: 俄使布策, 領事官…, 將軍明誼. */
final class PersonsByRole implements Pattern {

  private static final int MOST_FOREIGN = 9;
  private static final int MOST_CHINESE = 4;

  private final Vocabulary words;
  private final WordKind nations;
  private final WordKind roles;
  private final Surnames surnames;

  PersonsByRole(Vocabulary words) {
    this.words = words;
    this.nations = words.kind("nation");
    this.roles = words.kind("role");
    this.surnames = words.surnames();
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    for (int at = from; at < to; at++) {
      int role = role(reading, known, at);
      int name = at + role;
      if (role > 0 && known.longest(name) == 0 && reading.isWhole(at, Math.min(name + 1, to))) {
        addBehind(reading, at, name, found);
      }
    }
  }

  /**
   * How long the role is that begins there: one with a nation, one of the words, a known office.
   */
  private int role(Reading reading, KnownPlaces known, int at) {
    int nation = nations.at(reading.bare(), at);
    int calling = nation == 0 ? 0 : words.at("calling", reading.bare(), at + nation);
    int office = known.type(at).equals("office") ? known.longest(at) : 0;
    int plain = Math.max(office, roles.at(reading.bare(), at));
    return Math.max(plain, calling == 0 ? 0 : nation + calling);
  }

  private void addBehind(Reading reading, int role, int name, List<Sighting> found) {
    int end = end(reading, name);
    int begin = begin(reading, name, end);
    if (end - begin < 2) {
      return;
    }
    double belief = belief(reading, begin, end);
    if (belief > 0) {
      found.add(
          new Sighting(
              begin,
              end,
              "person",
              List.of(),
              belief,
              "stands behind " + reading.part(role, name)));
    }
  }

  /** Behind one ordinary character before a foreign name: 公普提雅廷. */
  private int begin(Reading reading, int name, int end) {
    boolean strange =
        end - name > MOST_CHINESE - 1
            && words.foreign(reading.at(name)) == 0
            && surnames.length(reading.bare(), name) == 0
            && words.foreign(reading, name + 1, end) >= 1.5;
    return strange ? name + 1 : name;
  }

  /** The first place where a name may end: a gap, or a word that stands behind names. */
  private int end(Reading reading, int name) {
    int most = Math.min(reading.length(), name + MOST_FOREIGN);
    for (int at = name; at < most; at++) {
      if (at > name && reading.gap(at) != Reading.NOTHING) {
        return at;
      }
      boolean inside = at > name && isInside(reading, at);
      if (!inside && words.at("after", reading.bare(), at) > 0) {
        return at;
      }
      boolean strange = words.foreign(reading.at(at)) > 0;
      if (!strange && words.at("never", reading.bare(), at) > 0) {
        return name;
      }
    }
    return most == reading.length() ? most : name;
  }

  /** Whether a character writes a sound there, though it may stand behind names too. */
  private boolean isInside(Reading reading, int at) {
    int here = words.foreign(reading.at(at));
    boolean goesOn = at + 1 < reading.length() && reading.gap(at + 1) == Reading.NOTHING;
    boolean followed = goesOn && words.foreign(reading.at(at + 1)) > 2;
    boolean ends = !goesOn || words.at("after", reading.bare(), at + 1) > 0;
    return words.foreign(reading.at(at - 1)) > 1 && ((here > 0 && followed) || (here > 1 && ends));
  }

  private double belief(Reading reading, int from, int to) {
    if (words.is("ordinary", reading.part(from, to))) {
      return 0;
    }
    if (words.foreign(reading, from, to) >= 1.5) {
      return to - from == 2 ? 0.65 : 0.8;
    }
    if (to - from > MOST_CHINESE) {
      return words.foreign(reading, from, to) >= 1 ? 0.6 : 0;
    }
    int surname = surnames.length(reading.bare(), from);
    int given = 0;
    for (int at = from + surname; at < to; at++) {
      given += isGiven(reading.at(at)) ? 1 : 0;
    }
    if (surname > 0 && to - from - surname <= 2) {
      return given == to - from - surname ? 0.8 : 0.6;
    }
    return given == to - from ? 0.65 : 0;
  }

  private boolean isGiven(char character) {
    return words.is("given", character) || words.foreign(character) > 0;
  }
}
