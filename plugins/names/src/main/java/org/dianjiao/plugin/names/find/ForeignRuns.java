package org.dianjiao.plugin.names.find;

import java.util.List;

/** Runs of characters that write foreign sounds, cut where a known name begins or ends. */
final class ForeignRuns implements Pattern {

  private static final int LEAST = 3;
  private static final int LONG_ROLE = 3;

  private final Vocabulary words;
  private final TypeGuess guess;

  ForeignRuns(Vocabulary words) {
    this.words = words;
    this.guess = new TypeGuess(words);
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    int start = from;
    while (start < to) {
      int end = start;
      while (end < to && words.foreign(reading.at(end)) > 0 && joins(reading, known, start, end)) {
        end++;
      }
      addRun(reading, known, start, end, found);
      start = Math.max(end, start + 1);
    }
  }

  private boolean joins(Reading reading, KnownPlaces known, int start, int at) {
    return at == start
        || (reading.gap(at) == Reading.NOTHING
            && known.longest(at) == 0
            && !known.endsAt(at)
            && words.at("role", reading.bare(), at) < LONG_ROLE
            && !words.endsAt("long-role", reading, at));
  }

  /** Without the characters at both ends that are ordinary words too. */
  private void addRun(
      Reading reading, KnownPlaces known, int start, int end, List<Sighting> found) {
    int from = start;
    int to = end;
    while (from < to
        && (isOpen(reading, known, from) || words.is("before", reading.at(from)))
        && words.foreign(reading.at(from)) < 2) {
      from++;
    }
    while (to > from && isOpen(reading, known, to) && words.foreign(reading.at(to - 1)) < 2) {
      to--;
    }
    if (to - from > LEAST
        && reading.at(from) == '里'
        && from > 0
        && isNumber(reading.at(from - 1))) {
      from++;
    }
    if (to - from < LEAST || !isForeign(reading, from, to) || known.longest(from) > 0) {
      return;
    }
    int suffix = place(reading, to);
    String type = suffix > 0 ? "place" : guess.of(reading, known, from, to);
    double foreign = words.foreign(reading, from, to);
    double belief = Math.min(0.85, 0.3 + 0.1 * foreign + 0.06 * (to - from));
    found.add(
        new Sighting(
            from, to + suffix, type, List.of(), belief, "characters that write foreign sounds"));
  }

  /** Whether neither a gap nor a known name bounds a run there. */
  private static boolean isOpen(Reading reading, KnownPlaces known, int at) {
    return reading.gap(at) == Reading.NOTHING && !known.endsAt(at) && known.longest(at) == 0;
  }

  private boolean isForeign(Reading reading, int from, int to) {
    int strong = 0;
    for (int at = from; at < to; at++) {
      strong += words.foreign(reading.at(at)) == 3 ? 1 : 0;
    }
    return strong > 1 && words.foreign(reading, from, to) >= 1.8;
  }

  private static boolean isNumber(char character) {
    return "一二三四五六七八九十百千馀余数".indexOf(character) >= 0;
  }

  private int place(Reading reading, int at) {
    int suffix = words.at("place", reading.bare(), at);
    return suffix > 0 && reading.isWhole(at - 1, at + suffix) ? suffix : 0;
  }
}
