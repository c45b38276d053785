package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Body;

/**
 * What a {@code date} says besides its words: the days in {@code when}, or in {@code from} and
 * {@code to}; the whole date in words in {@code when-custom}; {@code type} for one that has no
 * days, which {@code n} explains, or lies outside what is told.
 */
final class TeiDate {

  private TeiDate() {}

  static String[] attributes(Body.Date date) {
    List<String> all = new ArrayList<>(List.of("when-custom", TeiAnnotations.word(date.norm())));
    if (!date.resolved()) {
      add(all, "type", "unresolved");
      add(all, "n", date.fault());
    } else if (date.start().equals(date.end())) {
      add(all, "when", date.start());
    } else {
      add(all, "from", date.start());
      add(all, "to", date.end());
    }
    if (date.reference()) {
      add(all, date.resolved() ? "type" : "subtype", "reference");
    }
    return all.toArray(new String[0]);
  }

  private static void add(List<String> all, String name, String value) {
    all.add(name);
    all.add(value);
  }
}
