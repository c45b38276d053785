package org.dianjiao.plugin.names.find;

import java.util.List;

/** Treaties and regulations that are called after a place or a nation: 北京續約. */
final class Works implements Pattern {

  private static final int MOST = 16;

  private final Vocabulary words;
  private final WordKind pairs;

  Works(Vocabulary words) {
    this.words = words;
    this.pairs = words.kind("pair");
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    int at = from;
    while (at < to) {
      int opening = opening(reading, known, at);
      int end = opening == 0 ? at : end(reading, at, opening);
      if (end > at) {
        found.add(new Sighting(at, end, "work", List.of(), 0.7, "a place or nation, and a treaty"));
      }
      at = Math.max(end, at + 1);
    }
  }

  private int opening(Reading reading, KnownPlaces known, int at) {
    String type = known.type(at);
    return type.equals("place") || type.equals("polity")
        ? known.longest(at)
        : 2 * Math.min(1, pairs.at(reading.bare(), at));
  }

  private int end(Reading reading, int start, int opening) {
    for (int at = start + 1; at < Math.min(reading.length(), start + MOST); at++) {
      if (reading.gap(at) != Reading.NOTHING) {
        return start;
      }
      int ending = at < start + opening ? 0 : words.at("work", reading.bare(), at);
      if (ending > 0 && reading.isWhole(start, at + ending)) {
        return at + ending;
      }
      if (at >= start + opening && words.is("breaks-title", reading.at(at))) {
        return start;
      }
    }
    return start;
  }
}
