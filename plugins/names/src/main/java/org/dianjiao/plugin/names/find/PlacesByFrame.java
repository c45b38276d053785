package org.dianjiao.plugin.names.find;

import java.util.List;

/** Places between words that go before and behind places: 至牛莊一帶. */
final class PlacesByFrame implements Pattern {

  private static final int LEAST = 2;
  private static final int MOST = 4;

  private final Vocabulary words;
  private final WordKind towards;

  PlacesByFrame(Vocabulary words) {
    this.words = words;
    this.towards = words.kind("towards");
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    for (int at = from; at < to; at++) {
      if (at > 0 && reading.gap(at) == Reading.NOTHING && towards.endsAt(reading, at)) {
        addFramed(reading, known, at, found);
      }
    }
  }

  private void addFramed(Reading reading, KnownPlaces known, int start, List<Sighting> found) {
    for (int at = start; at <= Math.min(reading.length() - 1, start + MOST); at++) {
      if (reading.gap(at) != Reading.NOTHING || known.longest(at) > 0) {
        return;
      }
      if (at >= start + LEAST && words.at("frame", reading.bare(), at) > 0) {
        found.add(
            new Sighting(
                start, at, "place", List.of(), 0.65, "between words that stand around places"));
        return;
      }
      char one = reading.at(at);
      if (words.is("never", one) || words.is("particle", one) || words.is("vague", one)) {
        return;
      }
    }
  }
}
