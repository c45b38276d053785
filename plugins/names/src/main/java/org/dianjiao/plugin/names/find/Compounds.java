package org.dianjiao.plugin.names.find;

import java.util.List;

/** Longer names around known ones: 小帕米爾 beside 帕米爾, 膠州灣 beside 膠州. */
final class Compounds implements Pattern {

  private static final int LEAST_FOREIGN = 3;

  private final Vocabulary words;

  Compounds(Vocabulary words) {
    this.words = words;
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    for (int at = from; at < to; at++) {
      int length = known.type(at).equals("place") ? known.longest(at) : 0;
      if (length > 0 && reading.isWhole(at, at + length)) {
        addSized(reading, known, at, length, found);
        addLandscape(reading, known, at, length, found);
      }
    }
  }

  private void addSized(
      Reading reading, KnownPlaces known, int at, int length, List<Sighting> found) {
    boolean sized =
        at > 0
            && reading.gap(at) == Reading.NOTHING
            && words.is("size", reading.at(at - 1))
            && known.longest(at - 1) == 0;
    if (sized && length >= LEAST_FOREIGN && words.foreign(reading, at, at + length) >= 2) {
      found.add(sighting(at - 1, at + length, length));
    }
  }

  private void addLandscape(
      Reading reading, KnownPlaces known, int at, int length, List<Sighting> found) {
    int end = at + length;
    int suffix = words.at("landscape", reading.bare(), end);
    if (suffix > 0 && reading.isWhole(at, end + suffix) && !known.endsAt(end + suffix)) {
      found.add(sighting(at, end + suffix, length));
    }
  }

  private static Sighting sighting(int from, int to, int covers) {
    return new Sighting(
        from, to, "place", List.of(), 0.65, "a longer name around a known one", covers);
  }
}
