package org.dianjiao.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.calendar.Expression.DayPart;

/** Which day of a month an expression means, and whether its parts agree. */
final class DayChoice {

  private final Norm norm;
  private final Point year;
  private final String surface;

  DayChoice(Norm norm, Point year, String surface) {
    this.norm = norm;
    this.year = year;
    this.surface = surface;
  }

  /** A day without a month: of the month that is told of. */
  Resolution of(DayPart part, YearChoice years, Optional<Point> now) {
    Optional<Point> from = now.filter(point -> point.month().isPresent());
    if (from.isEmpty()) {
      return Resolution.faulty(surface, "nothing before it tells its month", List.of(), now);
    }
    Point at = from.get();
    if (part.shift().isEmpty()) {
      return of(part, List.of(at.month().get()));
    }
    if (at.day() == 0) {
      return Resolution.faulty(surface, "nothing before it tells its day", List.of(), now);
    }
    Month month = at.month().get();
    int day = at.day() + part.shift().get();
    List<Month> months = at.reign().year(at.year());
    int place = months.indexOf(month);
    if (month.has(day)) {
      return Resolution.of(norm, year.in(month, day));
    }
    int next = place + part.shift().get();
    if (next < 0 || next >= months.size()) {
      Point other = years.moved(at, part.shift().get());
      List<Month> its = other.reign().year(other.year());
      Month edge = part.shift().get() > 0 ? its.get(0) : its.get(its.size() - 1);
      return Resolution.of(norm, other.in(edge, edgeDay(edge, part.shift().get())));
    }
    Month edge = months.get(next);
    return Resolution.of(norm, year.in(edge, edgeDay(edge, part.shift().get())));
  }

  private static int edgeDay(Month month, int shift) {
    return shift > 0 ? month.firstDay() : month.lastDay();
  }

  /** A day of one of some months, which have the same number. */
  Resolution of(DayPart part, List<Month> months) {
    Resolution first = null;
    for (Month month : months) {
      Resolution one = in(month, part);
      if (one.best().resolved()) {
        return one;
      }
      first = first == null ? one : first;
    }
    return first;
  }

  private Resolution in(Month month, DayPart part) {
    if (part.third() > 0) {
      int from = Math.max(month.firstDay(), part.third() * 10 - 9);
      int to = part.third() == 3 ? month.lastDay() : Math.min(month.lastDay(), part.third() * 10);
      return new Resolution(
          Reading.of(
              norm.of(year.in(month, 0)) + "上中下".charAt(part.third() - 1) + "旬",
              month.day(from),
              month.day(to)),
          List.of(),
          Optional.of(year.in(month, 0)),
          "");
    }
    int number = part.number() < 0 ? month.lastDay() : part.number();
    int named = part.cycle() < 0 ? 0 : month.dayNamed(part.cycle());
    if (number == 0) {
      return named == 0 ? noneOfTheName(month, part.cycle()) : day(month, named);
    }
    if (!month.has(number)) {
      return tooLate(month, number, named);
    }
    if (part.cycle() >= 0 && number != named) {
      return contradiction(month, number, named, part.cycle());
    }
    Resolution day = day(month, number);
    return part.cycle() < 0 ? day : day.saying(Cycle.name(part.cycle()) + " agrees");
  }

  private Resolution day(Month month, int number) {
    return Resolution.of(norm, year.in(month, number));
  }

  private Resolution noneOfTheName(Month month, int cycle) {
    List<Reading> fits = new ArrayList<>();
    for (Month other : year.reign().year(year.year())) {
      int day = other.dayNamed(cycle);
      if (day > 0 && Math.abs(other.first() - month.first()) < 100) {
        fits.add(reading(other, day));
      }
    }
    return faulty(
        "%s has no %s".formatted(norm.of(year.in(month, 0)), Cycle.name(cycle)), fits, month);
  }

  private Resolution tooLate(Month month, int number, int named) {
    List<Reading> fits = new ArrayList<>();
    if (named > 0) {
      fits.add(reading(month, named));
    }
    fits.add(reading(month, number < month.firstDay() ? month.firstDay() : month.lastDay()));
    String has =
        month.firstDay() > 1
            ? "begins with day %d in this reign".formatted(month.firstDay())
            : "has %d days".formatted(month.lastDay());
    return faulty("%s %s".formatted(norm.of(year.in(month, 0)), has), fits, month);
  }

  private Resolution contradiction(Month month, int number, int named, int cycle) {
    List<Reading> fits = new ArrayList<>();
    if (named > 0) {
      fits.add(reading(month, named));
    }
    fits.add(reading(month, number));
    for (Month other : year.reign().year(year.year())) {
      if (other.has(number) && Cycle.ofDay(other.day(number)) == cycle) {
        fits.add(reading(other, number));
      }
    }
    String is = Cycle.name(Cycle.ofDay(month.day(number)));
    String where =
        named > 0
            ? "%s is %s".formatted(Cycle.name(cycle), norm.day(named))
            : "%s has no %s".formatted(norm.of(year.in(month, 0)), Cycle.name(cycle));
    return faulty(
        "%s is %s; %s".formatted(norm.of(year.in(month, number)), is, where), fits, month);
  }

  private Resolution faulty(String fault, List<Reading> fits, Month month) {
    return Resolution.faulty(
        surface, fault, fits.stream().distinct().toList(), Optional.of(year.in(month, 0)));
  }

  private Reading reading(Month month, int day) {
    Point point = year.in(month, day);
    return Reading.of(norm.of(point), point.first(), point.last());
  }
}
