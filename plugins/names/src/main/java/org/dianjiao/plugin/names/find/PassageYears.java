package org.dianjiao.plugin.names.find;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dianjiao.api.Body;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Span;
import org.dianjiao.plugin.names.lexicon.Meaning;

/**
 * Of which years a passage speaks: those of the date that stands last before it, as an annotation
 * says it or, where none does, as a reign and its year.
 */
final class PassageYears {

  private static final String DIGITS = "〇一二三四五六七八九";

  private final TreeMap<Integer, Years> dates = new TreeMap<>();

  private record Years(int first, int last) {}

  PassageYears(Reading reading, List<Sighting> known, List<Marked> annotations) {
    for (Sighting each : known) {
      if (each.type().equals("era")) {
        add(reading, each);
      }
    }
    for (Marked mark : annotations) {
      if (mark.body() instanceof Body.Date date && date.resolved()) {
        dates.subMap(mark.range().start(), mark.range().end()).clear();
      }
    }
    for (Marked mark : annotations) {
      if (mark.body() instanceof Body.Date date && date.resolved() && !date.reference()) {
        dates.put(mark.range().start(), new Years(year(date.start()), year(date.end())));
      }
    }
  }

  private static int year(String day) {
    return LocalDate.parse(day).getYear();
  }

  private void add(Reading reading, Sighting era) {
    for (Meaning meaning : era.meanings()) {
      Entity entity = meaning.entity();
      Span period = entity.period();
      int number = number(reading, era.to());
      if (number > 0 && !period.from().isEmpty()) {
        int year = Integer.parseInt(period.from().substring(0, 4)) + number - 1;
        if (period.mayHold(year)) {
          dates.put(reading.place(era.from()), new Years(year, year));
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

  /** Whether a time has none of the years of which the text speaks at a place, if that is known. */
  boolean exclude(Span time, int place) {
    Map.Entry<Integer, Years> last = dates.floorEntry(place);
    return last != null
        && place - last.getKey() <= Neighbourhood.REACH
        && IntStream.rangeClosed(last.getValue().first(), last.getValue().last())
            .noneMatch(time::mayHold);
  }
}
