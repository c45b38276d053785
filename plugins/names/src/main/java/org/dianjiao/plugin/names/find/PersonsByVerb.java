package org.dianjiao.plugin.names.find;

import java.util.List;
import org.dianjiao.plugin.names.lexicon.Surnames;

/** Persons before what only persons do, 瑚圖靈阿以聞, and those who are made something, 遣布恬廷為公使. */
final class PersonsByVerb implements Pattern {

  private static final int LEAST = 2;
  private static final int MOST = 6;
  private static final int MOST_CHINESE = 3;

  private final Vocabulary words;
  private final WordKind appoints;
  private final Surnames surnames;

  PersonsByVerb(Vocabulary words) {
    this.words = words;
    this.appoints = words.kind("appoints");
    this.surnames = words.surnames();
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    for (int at = from; at < to; at++) {
      if (reading.gap(at) != Reading.NOTHING) {
        add(reading, known, at, end(reading, at, "person-verb"), "does what persons do", found);
      }
      int verb = appoints.at(reading.bare(), at);
      if (verb > 0 && reading.isWhole(at, at + verb + 1)) {
        add(reading, known, at + verb, appointed(reading, at + verb), "is made something", found);
      }
    }
  }

  /** Where a word of a kind begins, not far behind a place and with nothing between; or there. */
  private int end(Reading reading, int start, String kind) {
    for (int at = start + 1; at <= Math.min(reading.length() - 1, start + MOST); at++) {
      if (reading.gap(at) != Reading.NOTHING) {
        return start;
      }
      if (at >= start + LEAST && words.at(kind, reading.bare(), at) > 0) {
        return at;
      }
    }
    return start;
  }

  private int appointed(Reading reading, int start) {
    int end = end(reading, start, "becomes");
    boolean office =
        end > start
            && end + 1 < reading.length()
            && (words.at("role", reading.bare(), end + 1) > 0
                || words.at("office-part", reading.bare(), end + 1) > 0);
    return office ? end : start;
  }

  private void add(
      Reading reading, KnownPlaces known, int from, int to, String reason, List<Sighting> found) {
    if (to - from < LEAST || known.longest(from) > 0 || hasOrdinary(reading, from, to)) {
      return;
    }
    boolean foreign = words.foreign(reading, from, to) >= 1.5;
    boolean chinese = to - from <= MOST_CHINESE && surnames.length(reading.bare(), from) > 0;
    if (foreign || chinese) {
      found.add(new Sighting(from, to, "person", List.of(), foreign ? 0.75 : 0.65, reason));
    }
  }

  private boolean hasOrdinary(Reading reading, int from, int to) {
    for (int at = from; at < to; at++) {
      if (words.foreign(reading.at(at)) == 0 && words.is("never", reading.at(at))) {
        return true;
      }
    }
    return words.is("ordinary", reading.part(from, to));
  }
}
