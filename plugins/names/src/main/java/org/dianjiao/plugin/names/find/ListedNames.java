package org.dianjiao.plugin.names.find;

import java.util.List;
import java.util.Set;

/** What stands in one row with known names: 科布多、X、肅州等處. */
final class ListedNames implements Pattern {

  private static final int LEAST = 2;
  private static final int MOST = 7;
  private static final Set<String> TYPES = Set.of("person", "place", "polity", "people");

  private final Vocabulary words;

  ListedNames(Vocabulary words) {
    this.words = words;
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    for (int at = Math.max(1, from); at < to; at++) {
      if (reading.follows(at, '、') && known.longest(at) == 0) {
        addItem(reading, known, at, found);
      }
    }
  }

  private void addItem(Reading reading, KnownPlaces known, int start, List<Sighting> found) {
    int end = end(reading, start);
    if (end - start < LEAST || end - start > MOST) {
      return;
    }
    String type = known.typeEndingAt(start);
    if (type.isEmpty() && reading.follows(end, '、')) {
      type = known.type(end);
    }
    if (TYPES.contains(type) && isPlain(reading, known, start, end)) {
      double belief = reading.follows(end, '、') && !known.type(end).isEmpty() ? 0.75 : 0.65;
      found.add(
          new Sighting(start, end, type, List.of(), belief, "stands in a row with known names"));
    }
  }

  private int end(Reading reading, int start) {
    int at = start + 1;
    while (at < reading.length()
        && at - start <= MOST
        && reading.gap(at) == Reading.NOTHING
        && reading.at(at) != '等'
        && reading.at(at) != '之') {
      at++;
    }
    return at;
  }

  private boolean isPlain(Reading reading, KnownPlaces known, int start, int end) {
    if (words.is("ordinary", reading.part(start, end))
        || (end - start == LEAST && words.is("land-behind", reading.at(end - 1)))) {
      return false;
    }
    int vague = 0;
    for (int at = start; at < end; at++) {
      char one = reading.at(at);
      if (words.is("particle", one) || known.longest(at) > 0) {
        return false;
      }
      vague += words.is("vague", one) ? 1 : 0;
    }
    return vague < end - start;
  }
}
