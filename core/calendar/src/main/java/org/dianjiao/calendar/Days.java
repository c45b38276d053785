package org.dianjiao.calendar;

import java.time.LocalDate;

/** Days by their Julian Day Number, in the calendars of the West. */
public final class Days {

  private static final long EPOCH = 2_440_588;

  /** The first day of the Gregorian calendar. */
  public static final long REFORM = 2_299_161;

  private Days() {}

  /** In the Gregorian calendar, also before it was: ISO 8601. */
  public static String gregorian(long julianDay) {
    return LocalDate.ofEpochDay(julianDay - EPOCH).toString();
  }

  /** In the Julian calendar, written like ISO 8601. */
  public static String julian(long julianDay) {
    long c = julianDay + 32_082;
    long year = Math.floorDiv(4 * c + 3, 1461);
    long rest = c - Math.floorDiv(1461 * year, 4);
    long month = (5 * rest + 2) / 153;
    long day = rest - (153 * month + 2) / 5 + 1;
    long shown = year - 4800 + month / 10;
    return "%s%04d-%02d-%02d"
        .formatted(shown < 0 ? "-" : "", Math.abs(shown), month + 3 - 12 * (month / 10), day);
  }

  /** As people write it: Julian until the reform of 1582, Gregorian from then on. */
  public static String shown(long julianDay) {
    return julianDay < REFORM ? julian(julianDay) + " (Julian)" : gregorian(julianDay);
  }

  /** A Gregorian day; throws {@link java.time.DateTimeException} when there is none. */
  static long ofGregorian(int year, int month, int day) {
    return LocalDate.of(year, month, day).toEpochDay() + EPOCH;
  }

  /** A Julian day. */
  static long ofJulian(int year, int month, int day) {
    int late = (14 - month) / 12;
    long y = year + 4800L - late;
    int m = month + 12 * late - 3;
    return day + (153L * m + 2) / 5 + 365 * y + Math.floorDiv(y, 4) - 32_083;
  }
}
