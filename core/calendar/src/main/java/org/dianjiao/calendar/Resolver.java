package org.dianjiao.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.calendar.Expression.DayPart;
import org.dianjiao.calendar.Expression.MonthPart;
import org.dianjiao.calendar.Expression.Western;
import org.dianjiao.calendar.Expression.YearPart;

/** Reckons what an expression means, going by what was told before. */
final class Resolver {

  private static final String SEASONS = "春夏秋冬";

  private final Norm norm;
  private final YearChoice years;
  private final Optional<Point> now;

  Resolver(Reigns reigns, Norm norm, Optional<Point> now) {
    this.norm = norm;
    this.years = new YearChoice(reigns, norm, now);
    this.now = now;
  }

  /** The reading of an expression; {@code title} is the reign as the text writes it. */
  Resolution resolve(Expression date, String title, String surface) {
    if (date.isWestern()) {
      return western(date.western().get(), surface);
    }
    if (date.year().flatMap(YearPart::whole).isPresent()) {
      return whole(date.year().get(), title);
    }
    if (date.year().isEmpty()) {
      return now.map(from -> withMonth(date, from, surface))
          .orElseGet(
              () -> Resolution.faulty(surface, "nothing before it tells its year", List.of(), now));
    }
    YearPart part = date.year().get();
    List<Point> all = years.of(part, title);
    if (all.isEmpty()) {
      return noYear(part, title, surface);
    }
    List<Resolution> resolved = new ArrayList<>();
    for (Point point : all) {
      resolved.add(inYear(date, part, point, surface));
    }
    Resolution best =
        resolved.stream().filter(one -> one.best().resolved()).findFirst().orElse(resolved.get(0));
    return best.or(resolved);
  }

  private Resolution inYear(Expression date, YearPart part, Point year, String surface) {
    int cycle = year.reign().cycleOf(year.year());
    if (part.number() > 0 && part.cycle() >= 0 && part.cycle() != cycle) {
      List<Reading> fits = new ArrayList<>();
      fits.add(reading(year));
      YearPart byCycle =
          new YearPart(
              "", List.of(year.reign()), 0, part.cycle(), Optional.empty(), Optional.empty());
      years.of(byCycle, year.title()).forEach(fit -> fits.add(reading(fit)));
      return Resolution.faulty(
          surface,
          "%s is %s, not %s".formatted(norm.of(year), Cycle.name(cycle), Cycle.name(part.cycle())),
          fits,
          Optional.of(year));
    }
    return beside(date, withMonth(date, year, surface), surface);
  }

  /** Holds a Western date in brackets against the Chinese one. */
  private static Resolution beside(Expression date, Resolution chinese, String surface) {
    if (date.western().isEmpty() || !chinese.best().resolved()) {
      return chinese;
    }
    Western western = date.western().get();
    boolean fits =
        western.first() <= chinese.best().last() && western.last() >= chinese.best().first();
    String first = Days.shown(chinese.best().first());
    String last = Days.shown(chinese.best().last());
    String days = first.equals(last) ? first : first + " – " + last;
    return fits
        ? chinese.saying("the year beside it agrees")
        : Resolution.faulty(
            surface,
            "%s is %s, not %s as it says beside it"
                .formatted(chinese.best().norm(), days, western.words()),
            List.of(chinese.best()),
            chinese.point());
  }

  private static Resolution western(Western western, String surface) {
    return new Resolution(
        Reading.of(surface, western.first(), western.last()),
        List.of(),
        Optional.empty(),
        western.julian()
            ? "in the Julian calendar, which Russia kept"
            : "in the calendar of the West");
  }

  private Resolution whole(YearPart part, String title) {
    Reign reign = part.reigns().get(0);
    if (part.whole().get() == '与') {
      Point last = Point.of(part.reigns().get(1), title, part.reigns().get(1).lastYear());
      Point first = Point.of(reign, norm.title(reign), reign.firstYear());
      return new Resolution(
          Reading.of(
              norm.title(reign) + "、" + norm.title(last.reign()), first.first(), last.last()),
          List.of(),
          Optional.of(first),
          "in the time of two reigns");
    }
    int years = reign.lastYear();
    int early = Math.max(1, Math.min(years, years < 9 ? years / 3 + 1 : 5));
    int from = part.whole().get() == '末' ? Math.max(1, years - early + 1) : reign.firstYear();
    int to = part.whole().get() == '初' ? early : years;
    Point first = Point.of(reign, title, from);
    Point last = Point.of(reign, title, to);
    return new Resolution(
        Reading.of(
            title + (part.whole().get() == '间' ? "" : part.whole().get()),
            first.first(),
            last.last()),
        List.of(),
        Optional.of(first),
        "in the time of a whole reign, or about a third of it");
  }

  private Resolution noYear(YearPart part, String title, String surface) {
    Optional<Reign> reign = part.reigns().stream().findFirst().or(() -> now.map(Point::reign));
    if (part.shift().isPresent() || reign.isEmpty()) {
      return Resolution.faulty(surface, "nothing before it tells its year", List.of(), now);
    }
    String name = title.isEmpty() ? norm.title(reign.get()) : title;
    int last = reign.get().lastYear();
    List<Reading> fits = new ArrayList<>();
    if (part.number() > 0) {
      years.beyond(reign.get(), part.number()).ifPresent(fit -> fits.add(reading(fit)));
      fits.add(reading(Point.of(reign.get(), name, last)));
      return Resolution.faulty(
          surface, "%s ended in its year %d".formatted(name, last), fits, Optional.empty());
    }
    return Resolution.faulty(
        surface,
        "no year of %s is %s".formatted(name, Cycle.name(part.cycle())),
        fits,
        Optional.empty());
  }

  private Resolution withMonth(Expression date, Point year, String surface) {
    if (date.month().isEmpty()) {
      return date.day().isEmpty()
          ? Resolution.of(norm, year)
          : new DayChoice(norm, year, surface).of(date.day().get(), years, now);
    }
    MonthPart part = date.month().get();
    if (part.shift().isPresent()) {
      return shifted(part, year, surface);
    }
    if (part.season() >= 0) {
      return season(part.season(), year);
    }
    List<Month> found = months(year, part);
    Optional<Point> next =
        found.isEmpty() && date.year().isEmpty()
            ? years
                .beyond(year.reign(), year.year())
                .filter(point -> !months(point, part).isEmpty())
            : Optional.empty();
    if (next.isPresent()) {
      // the ruler died in the middle of the year that is told
      return withMonth(date, next.get(), surface);
    }
    if (found.isEmpty()) {
      return noMonth(part, year, surface);
    }
    DayPart day = date.day().orElse(null);
    return day == null
        ? Resolution.of(norm, year.in(found.get(0), 0))
        : new DayChoice(norm, year, surface).of(day, found);
  }

  private static List<Month> months(Point year, MonthPart part) {
    List<Month> all = new ArrayList<>();
    for (boolean proleptic : new boolean[] {false, true}) {
      for (Month month : year.reign().year(year.year())) {
        boolean same =
            part.number() == 0
                ? month.leap()
                : month.leap() == part.leap() && isCalled(month, part.number());
        if (same && month.proleptic() == proleptic) {
          all.add(month);
        }
      }
    }
    return all;
  }

  /** Under 武后 the year began with the eleventh month, and 正月 and 臘月 were none of the twelve. */
  private static boolean isCalled(Month month, int number) {
    return switch (month.number()) {
      case -1 -> number == 1;
      case -2 -> number == 12;
      default -> month.number() == number;
    };
  }

  private Resolution shifted(MonthPart part, Point year, String surface) {
    Optional<Month> from = year.month();
    if (from.isEmpty()) {
      return Resolution.faulty(surface, "nothing before it tells its month", List.of(), now);
    }
    Point at = Point.of(year.reign(), year.title(), year.year());
    for (int steps = part.shift().get(); steps != 0; steps += steps > 0 ? -1 : 1) {
      List<Month> months = at.reign().year(at.year());
      int next = months.indexOf(from.get()) + (steps > 0 ? 1 : -1);
      if (next < 0 || next >= months.size()) {
        at = years.moved(at, steps > 0 ? 1 : -1);
        months = at.reign().year(at.year());
        next = steps > 0 ? 0 : months.size() - 1;
      }
      from = Optional.of(months.get(next));
    }
    return Resolution.of(norm, at.in(from.get(), 0));
  }

  private Resolution season(int season, Point year) {
    List<Month> months =
        year.reign().year(year.year()).stream()
            .filter(month -> (month.number() - 1) / 3 == season && month.number() > 0)
            .toList();
    if (months.isEmpty()) {
      return Resolution.of(norm, year);
    }
    return new Resolution(
        Reading.of(
            norm.of(Point.of(year.reign(), year.title(), year.year())) + SEASONS.charAt(season),
            months.get(0).first(),
            months.get(months.size() - 1).last()),
        List.of(),
        Optional.of(Point.of(year.reign(), year.title(), year.year())),
        "");
  }

  private Resolution noMonth(MonthPart part, Point year, String surface) {
    Point of = Point.of(year.reign(), year.title(), year.year());
    List<Month> all = year.reign().year(year.year());
    List<Reading> fits = new ArrayList<>();
    String fault;
    if (part.number() > 12) {
      fault = "there is no month " + part.number();
    } else if (part.leap()) {
      Optional<Month> leap = all.stream().filter(Month::leap).findFirst();
      leap.ifPresent(month -> fits.add(reading(of.in(month, 0))));
      all.stream()
          .filter(month -> month.number() == part.number() && !month.leap())
          .forEach(month -> fits.add(reading(of.in(month, 0))));
      fault =
          norm.of(of)
              + leap.map(month -> " has the leap month " + norm.month(month))
                  .orElse(" has no leap month");
    } else {
      fault = "%s has no %s".formatted(norm.of(of), norm.month(part.number(), false));
      years.beyond(year.reign(), year.year()).ifPresent(fit -> fits.add(reading(fit)));
    }
    return Resolution.faulty(surface, fault, fits, Optional.of(of));
  }

  private Reading reading(Point point) {
    return Reading.of(norm.of(point), point.first(), point.last());
  }
}
