package org.dianjiao.plugin.names.find;

import java.util.List;
import java.util.Set;

/** Names that say at their end what they name: 沙草峰, 提爾賽哷克部, 東省鐵路公司. */
final class NamesByEnding implements Pattern {

  private static final int MOST = 8;
  private static final int MOST_PLAIN = 2;
  private static final double FOREIGN = 1.5;

  /** Of these, names of ordinary characters are common. */
  private static final Set<String> PLAIN = Set.of("place", "organization");

  private final Vocabulary words;
  private final WordKind endings;
  private final String type;

  /** Those of one type, which is also the kind of the words at their end. */
  NamesByEnding(Vocabulary words, String type) {
    this.words = words;
    this.endings = words.kind(type);
    this.type = type;
  }

  @Override
  public void find(Reading reading, KnownPlaces known, int from, int to, List<Sighting> found) {
    for (int at = from; at < to; at++) {
      int ending = endings.at(reading.bare(), at);
      if (ending > 0 && reading.gap(at) == Reading.NOTHING && reading.isWhole(at, at + ending)) {
        add(reading, known, at, at + ending, found);
      }
    }
  }

  private void add(Reading reading, KnownPlaces known, int ending, int end, List<Sighting> found) {
    int begin = begin(reading, known, ending);
    int from = withoutWords(reading, begin, ending);
    if (from == ending || known.endsAt(end) || !isProper(reading, from, ending, end)) {
      return;
    }
    boolean foreign = words.foreign(reading, from, ending) >= FOREIGN;
    boolean nation = type.equals("polity") && words.is("nation", reading.part(from, ending));
    boolean plain =
        nation || (PLAIN.contains(type) && !words.is("weak-place", reading.part(ending, end)));
    if (foreign || (plain && ending - from <= MOST_PLAIN && from == begin)) {
      double belief = foreign ? 0.8 : 0.6;
      String reason = "ends with " + reading.part(ending, end);
      found.add(new Sighting(from, end, type, List.of(), belief, reason));
    }
  }

  /** As far back as nothing parts the characters and none of them stands in front of names. */
  private int begin(Reading reading, KnownPlaces known, int ending) {
    int from = ending;
    while (from > Math.max(0, ending - MOST) && !known.endsAt(from) && !stops(reading, from - 1)) {
      from--;
      if (reading.gap(from) != Reading.NOTHING) {
        return from;
      }
    }
    return from;
  }

  /** Behind ordinary words that stand before characters that write foreign sounds. */
  private int withoutWords(Reading reading, int begin, int ending) {
    for (int from = begin; from < ending - 1; from++) {
      if (words.foreign(reading.at(from)) > 1
          && words.foreign(reading, from, ending) >= FOREIGN
          && !countsMiles(reading, from)) {
        return from;
      }
    }
    return begin;
  }

  private static boolean countsMiles(Reading reading, int at) {
    return reading.at(at) == '里' && at > 0 && "一二三四五六七八九十百千馀余数".indexOf(reading.at(at - 1)) >= 0;
  }

  private boolean stops(Reading reading, int at) {
    char one = reading.at(at);
    if (words.foreign(reading.at(at)) > 1 || isDirection(reading, at)) {
      return isDirection(reading, at);
    }
    boolean inside =
        at > 0
            && reading.gap(at) == Reading.NOTHING
            && reading.gap(at + 1) == Reading.NOTHING
            && words.foreign(reading.at(at - 1)) > 1
            && words.foreign(reading.at(at + 1)) > 1
            && !words.is("always-before", one);
    return !inside && (words.is("before", one) || words.is("never", one));
  }

  /** The last character of 迤東 or 以北. */
  private static boolean isDirection(Reading reading, int at) {
    return "东西南北".indexOf(reading.at(at)) >= 0 && at > 0 && "迤以之".indexOf(reading.at(at - 1)) >= 0;
  }

  private boolean isProper(Reading reading, int from, int ending, int end) {
    int vague = 0;
    for (int at = from; at < ending; at++) {
      vague += words.is("vague", reading.at(at)) ? 1 : 0;
    }
    return vague < ending - from
        && (ending - from > 1
            || reading.part(ending, end).equals("州")
            || (type.equals("polity") && words.is("nation", reading.part(from, ending))))
        && !endsOrdinarily(reading, from, ending, end);
  }

  /** Whether an ordinary word of more than the ending stands at the end: 出海口. */
  private boolean endsOrdinarily(Reading reading, int from, int ending, int end) {
    for (int at = from; at < ending; at++) {
      if (words.is("ordinary", reading.part(at, end))) {
        return true;
      }
    }
    return false;
  }
}
