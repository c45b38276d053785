package org.dianjiao.calendar;

import java.util.Optional;

/**
 * A year, a month of it or a day of that: what is being told of, and what later words go by.
 *
 * @param title the reign as the text writes it
 * @param day number of the day, 0 for none
 */
record Point(Reign reign, String title, int year, Optional<Month> month, int day) {

  static Point of(Reign reign, String title, int year) {
    return new Point(reign, title, year, Optional.empty(), 0);
  }

  Point in(Month other, int ofDay) {
    return new Point(reign, title, year, Optional.of(other), ofDay);
  }

  /** Whether it has that year. */
  boolean exists() {
    return !reign.counted(year).isEmpty();
  }

  /** Its first day. */
  long first() {
    if (month.isPresent()) {
      return day > 0 ? month.get().day(day) : month.get().first();
    }
    return exists() ? reign.counted(year).get(0).first() : reign.first();
  }

  /** Its last day. */
  long last() {
    if (month.isPresent()) {
      return day > 0 ? month.get().day(day) : month.get().last();
    }
    var months = reign.counted(year);
    return months.isEmpty() ? reign.last() : months.get(months.size() - 1).last();
  }
}
