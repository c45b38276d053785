package org.dianjiao.calendar;

/**
 * A month of a year of a reign.
 *
 * @param year of the reign
 * @param number 1 to 12; -1 and -2 for 正月 and 臘月 of the years that began with the eleventh
 * @param leap whether it is the second of its number
 * @param first Julian Day Number of the first day that belongs to the reign
 * @param days how many belong to it
 * @param firstDay the number of the first: more than 1 when the month began under another reign
 * @param proleptic before the reign was proclaimed, or after its end
 */
public record Month(
    int year, int number, boolean leap, long first, int days, int firstDay, boolean proleptic) {

  /** Its last day. */
  public long last() {
    return first + days - 1;
  }

  /** The number of its last day. */
  public int lastDay() {
    return firstDay + days - 1;
  }

  /** Whether a day of this number is in it. */
  public boolean has(int day) {
    return day >= firstDay && day <= lastDay();
  }

  /** The Julian Day Number of a day that it has. */
  public long day(int number) {
    return first + number - firstDay;
  }

  /** The number of the day in it with this place in the cycle, or 0. */
  int dayNamed(int cycle) {
    int steps = Cycle.steps(Cycle.ofDay(first), cycle);
    return steps < days ? firstDay + steps : 0;
  }
}
