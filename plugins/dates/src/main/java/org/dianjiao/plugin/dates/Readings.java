package org.dianjiao.plugin.dates;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.calendar.Cycle;
import org.dianjiao.calendar.Days;
import org.dianjiao.calendar.Found;
import org.dianjiao.calendar.Reading;

/** What a date in a text may mean, as candidates and in words. */
final class Readings {

  private static final int MOST = 10;

  private Readings() {}

  static List<Candidate> candidates(Found date) {
    List<Candidate> all = new ArrayList<>();
    all.add(candidate(date, date.reading(), date.confidence()));
    int others = Math.min(MOST - 1, date.others().size());
    for (Reading other : date.others().subList(0, others)) {
      double rest = (1 - date.confidence()) / (others + 1);
      all.add(candidate(date, other, Math.min(rest, date.confidence())));
    }
    return all;
  }

  private static Candidate candidate(Found date, Reading reading, double confidence) {
    Body.Date body =
        reading.resolved()
            ? Body.Date.of(reading.norm(), reading.first(), reading.last(), date.reference())
            : Body.Date.faulty(reading.norm(), reading.fault());
    String label = reading.resolved() ? reading.norm() : "✗ " + reading.norm();
    return new Candidate(new Annotate(body), confidence, label);
  }

  static String explanation(Found date) {
    List<String> parts = new ArrayList<>();
    Reading reading = date.reading();
    if (reading.resolved()) {
      parts.add(reading.norm() + " = " + days(reading));
    }
    if (date.reference()) {
      parts.add("outside what is told here");
    }
    if (!date.reason().isEmpty()) {
      parts.add(date.reason());
    }
    if (!reading.resolved() && !date.others().isEmpty()) {
      parts.add("would fit: " + date.others().get(0).norm());
    }
    return String.join("; ", parts);
  }

  private static String days(Reading reading) {
    long first = reading.first();
    long last = reading.last();
    if (first == last) {
      return "%s %s (%sJDN %d)"
          .formatted(Cycle.name(Cycle.ofDay(first)), Days.gregorian(first), julian(first), first);
    }
    return "%s – %s (%sJDN %d – %d)"
        .formatted(
            Days.gregorian(first),
            Days.gregorian(last),
            first < Days.REFORM
                ? "Julian " + Days.julian(first) + " – " + Days.julian(last) + ", "
                : "",
            first,
            last);
  }

  private static String julian(long day) {
    return day < Days.REFORM ? "Julian " + Days.julian(day) + ", " : "";
  }
}
