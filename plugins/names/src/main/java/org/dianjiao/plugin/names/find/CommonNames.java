package org.dianjiao.plugin.names.find;

import java.util.List;
import java.util.Map;

/** Names that every reader of these texts knows, though the file may not have them: 東三省, 軍機處. */
final class CommonNames implements Pattern {

  /** The kinds of words, and what they name. */
  private static final Map<String, String> TYPES =
      Map.of("region", "place", "institution", "organization", "realm", "polity");

  private static final double BELIEF = 0.75;

  private final Vocabulary words;

  CommonNames(Vocabulary words) {
    this.words = words;
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    for (Map.Entry<String, String> kind : TYPES.entrySet()) {
      WordKind names = words.kind(kind.getKey());
      for (int at = from; at < to; at++) {
        int length = names.at(reading.bare(), at);
        if (length > known.longest(at) && reading.isWhole(at, at + length)) {
          found.add(
              new Sighting(
                  at, at + length, kind.getValue(), List.of(), BELIEF, "a name that many know"));
        }
      }
    }
  }
}
