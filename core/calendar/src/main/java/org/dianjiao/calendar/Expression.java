package org.dianjiao.calendar;

import java.util.List;
import java.util.Optional;

/**
 * A date as it stands in a text, cut into its parts; nothing is reckoned yet. Numbers are 0 and
 * places in the cycle -1 where the text has none.
 */
record Expression(
    int start,
    int end,
    Optional<YearPart> year,
    Optional<MonthPart> month,
    Optional<DayPart> day,
    Optional<Western> western) {

  /**
   * Which year.
   *
   * @param title the reign as it is written, or empty
   * @param reigns that it may be; none for one that goes by what was told before
   * @param number of the year
   * @param cycle place of the year in the cycle
   * @param shift years from the one that is told of: 是年 is 0, 明年 1
   * @param whole 間, 中, 初, 末: the reign, or a part of it
   */
  record YearPart(
      String title,
      List<Reign> reigns,
      int number,
      int cycle,
      Optional<Integer> shift,
      Optional<Character> whole) {}

  /**
   * Which month, or season.
   *
   * @param number 1 to 12, or more where the text errs
   * @param leap 閏
   * @param season 0 for spring; -1 when there is a month
   * @param shift months from the one that is told of
   */
  record MonthPart(int number, boolean leap, int season, Optional<Integer> shift) {}

  /**
   * Which day.
   *
   * @param number of the day; -1 for the last of the month
   * @param cycle its place in the cycle
   * @param first whether it is said to be the first (朔)
   * @param third 1 to 3: ten days of the month
   * @param shift days from the one that is told of
   */
  record DayPart(int number, int cycle, boolean first, int third, Optional<Integer> shift) {}

  /**
   * The same in a calendar of the West.
   *
   * @param julian whether it is the Julian calendar, which Russia kept
   * @param beside whether it only stands beside a Chinese date, in brackets
   */
  record Western(int year, int month, int day, boolean julian, boolean beside) {

    /** The same with a year, when it has none. */
    Western in(int other) {
      return year > 0 ? this : new Western(other, month, day, julian, beside);
    }

    /** Its year, or its day, in numbers. */
    String words() {
      return day == 0 ? Integer.toString(year) : "%d-%02d-%02d".formatted(year, month, day);
    }

    /** The first day that it means. */
    long first() {
      return day(Math.max(month, 1), Math.max(day, 1));
    }

    /** The last day that it means. */
    long last() {
      if (day > 0) {
        return first();
      }
      return month == 0 ? day(12, 31) : month == 12 ? day(12, 31) : day(month + 1, 1) - 1;
    }

    private long day(int ofMonth, int ofDay) {
      return julian ? Days.ofJulian(year, ofMonth, ofDay) : Days.ofGregorian(year, ofMonth, ofDay);
    }
  }

  /** The same with another date beside it. */
  Expression with(Optional<Western> other) {
    return new Expression(start, end, year, month, day, other);
  }

  /** Whether it is nothing but a date of the West. */
  boolean isWestern() {
    return year.isEmpty() && western.filter(one -> !one.beside()).isPresent();
  }

  /** Whether it names the year itself. */
  boolean hasOwnYear() {
    return year.map(part -> part.shift().isEmpty()).orElse(false);
  }

  /** Whether it names a reign. */
  boolean hasReign() {
    return year.map(part -> !part.reigns().isEmpty()).orElse(false);
  }
}
