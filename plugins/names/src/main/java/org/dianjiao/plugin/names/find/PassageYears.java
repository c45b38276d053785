package org.dianjiao.plugin.names.find;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Span;
import org.dianjiao.plugin.names.lexicon.Meaning;

/** Of which year a passage speaks: the year of a reign that was named last before it. */
final class PassageYears {

  private static final String DIGITS = "〇一二三四五六七八九";

  private final TreeMap<Integer, Integer> years = new TreeMap<>();

  PassageYears(Reading reading, List<Sighting> known) {
    for (Sighting each : known) {
      if (each.type().equals("era")) {
        add(reading, each);
      }
    }
  }

  private void add(Reading reading, Sighting era) {
    for (Meaning meaning : era.meanings()) {
      Entity entity = meaning.entity();
      Span period = entity.period();
      int number = number(reading, era.to());
      if (number > 0 && !period.from().isEmpty()) {
        int year = Integer.parseInt(period.from().substring(0, 4)) + number - 1;
        if (period.mayHold(year)) {
          years.put(reading.place(era.from()), year);
        }
      }
    }
  }

  /** The number before 年; 0 when there is none. */
  private static int number(Reading reading, int start) {
    int number = 0;
    int digit = 0;
    for (int at = start; at < Math.min(reading.length(), start + 5); at++) {
      char character = reading.at(at);
      if (reading.gap(at) != Reading.NOTHING) {
        return 0;
      } else if (character == '年') {
        return number + digit;
      } else if (character == '元') {
        digit = 1;
      } else if (character == '十') {
        number = Math.max(1, digit) * 10;
        digit = 0;
      } else if (character == '廿') {
        number = 20;
      } else if (character == '卅') {
        number = 30;
      } else if (DIGITS.indexOf(character) > 0) {
        digit = DIGITS.indexOf(character);
      } else {
        return 0;
      }
    }
    return 0;
  }

  /** The year at a place of the text, when one was named not far before it. */
  OptionalInt at(int place) {
    Map.Entry<Integer, Integer> last = years.floorEntry(place);
    return last != null && place - last.getKey() <= Neighbourhood.REACH
        ? OptionalInt.of(last.getValue())
        : OptionalInt.empty();
  }
}
