package org.dianjiao.plugin.names.find;

import java.util.BitSet;
import java.util.List;

/** Where the known names of a reading begin and end. */
final class KnownPlaces {

  private final int[] longest;
  private final String[] types;
  private final BitSet ends = new BitSet();

  /** Of names of two characters and more. */
  KnownPlaces(Reading reading, List<Sighting> known) {
    longest = new int[reading.length() + 1];
    types = new String[reading.length() + 1];
    for (Sighting each : known) {
      if (each.length() > 1) {
        ends.set(each.to());
        if (each.length() > longest[each.from()]) {
          longest[each.from()] = each.length();
          types[each.from()] = each.type();
        }
      }
    }
  }

  /** How long the longest is that begins there; 0 when none does. */
  int longest(int at) {
    return longest[at];
  }

  /** The type of the longest that begins there. */
  String type(int at) {
    return types[at] == null ? "" : types[at];
  }

  boolean endsAt(int at) {
    return ends.get(at);
  }

  /** The type of the longest that ends there, empty when none does. */
  String typeEndingAt(int end) {
    if (ends.get(end)) {
      for (int from = Math.max(0, end - 20); from < end; from++) {
        if (from + longest[from] == end) {
          return types[from];
        }
      }
    }
    return "";
  }
}
