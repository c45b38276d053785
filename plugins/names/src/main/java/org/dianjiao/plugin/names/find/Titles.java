package org.dianjiao.plugin.names.find;

import java.util.List;

/** Offices that say what they are: parts of titles in a row with a head at the end. */
final class Titles implements Pattern {

  private final WordKind titles;
  private final WordKind parts;
  private final WordKind heads;

  Titles(Vocabulary words) {
    titles = words.kind("office");
    parts = words.kind("office-part");
    heads = words.kind("office-head");
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    for (int at = from; at < to; at++) {
      int end = end(reading, known, at);
      if (end - at > known.longest(at) && reading.isWhole(at, end)) {
        found.add(
            new Sighting(
                at, end, "office", List.of(), 0.7, "made like a title", covered(known, at, end)));
      }
    }
  }

  /** How many characters of places are in it behind its first part. */
  private static int covered(KnownPlaces known, int from, int to) {
    int covered = 0;
    for (int at = from + 1; at < to; at += Math.max(1, known.longest(at))) {
      covered += known.type(at).equals("place") ? known.longest(at) : 0;
    }
    return covered;
  }

  /** Where the title ends that begins there; there, when none does. */
  private int end(Reading reading, KnownPlaces known, int start) {
    int whole = titles.at(reading.bare(), start);
    int at = start;
    int part = part(reading, known, at);
    int end = start;
    while (part > 0) {
      at += part;
      int head = heads.at(reading.bare(), at);
      end = head > 0 ? at + head : end;
      part = part(reading, known, at);
    }
    return Math.max(end, start + whole);
  }

  private int part(Reading reading, KnownPlaces known, int at) {
    if (at >= reading.length()) {
      return 0;
    }
    boolean place = known.type(at).equals("place") || known.type(at).equals("organization");
    return Math.max(parts.at(reading.bare(), at), place ? known.longest(at) : 0);
  }
}
