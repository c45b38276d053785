package org.dianjiao.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dianjiao.calendar.Expression.YearPart;

/** Which years the year of an expression may be, the likeliest first. */
final class YearChoice {

  private final Reigns reigns;
  private final Norm norm;
  private final Optional<Point> now;

  YearChoice(Reigns reigns, Norm norm, Optional<Point> now) {
    this.reigns = reigns;
    this.norm = norm;
    this.now = now;
  }

  /** All that can be, empty when none can. */
  List<Point> of(YearPart part, String title) {
    if (part.shift().isPresent()) {
      return now.map(from -> List.of(moved(from, part.shift().get()))).orElse(List.of());
    }
    if (!part.reigns().isEmpty()) {
      List<Point> all = new ArrayList<>();
      for (Reign reign : part.reigns()) {
        all.addAll(in(reign, title, part));
      }
      now.ifPresent(from -> all.sort(Comparator.comparingInt(point -> far(point, from) ? 1 : 0)));
      return all;
    }
    if (now.isEmpty()) {
      return List.of();
    }
    return part.number() > 0 ? in(now.get().reign(), now.get().title(), part) : next(part.cycle());
  }

  private static boolean far(Point point, Point from) {
    return Math.abs(point.first() - from.first()) > 36_525;
  }

  private static List<Point> in(Reign reign, String title, YearPart part) {
    List<Point> all = new ArrayList<>();
    if (part.number() > 0) {
      if (reign.hasYear(part.number())) {
        all.add(Point.of(reign, title, part.number()));
      }
      return all;
    }
    for (int year = reign.firstYear(); year <= reign.lastYear(); year++) {
      if (reign.cycleOf(year) == part.cycle()) {
        all.add(Point.of(reign, title, year));
      }
    }
    return all;
  }

  /** The next year of this place in the cycle, from the year that is told of. */
  private List<Point> next(int cycle) {
    Point at = now.get();
    for (int i = 0; i < 60; i++) {
      if (at.reign().cycleOf(at.year()) == cycle) {
        return List.of(Point.of(at.reign(), at.title(), at.year()));
      }
      Point following = moved(at, 1);
      if (following.equals(at)) {
        break;
      }
      at = following;
    }
    return List.of();
  }

  /** Years on or back, into other reigns when needed. */
  Point moved(Point from, int years) {
    int year = from.year() + years;
    if (from.reign().hasYear(year)) {
      return Point.of(from.reign(), from.title(), year);
    }
    Optional<Reign> other = years > 0 ? reigns.after(from.reign()) : reigns.before(from.reign());
    // a reign may begin in the year in which the other ends
    return other
        .map(reign -> Point.of(reign, norm.title(reign), aligned(from, year, reign)))
        .filter(Point::exists)
        .orElse(Point.of(from.reign(), from.title(), from.year()));
  }

  private static int aligned(Point from, int year, Reign reign) {
    int off = Math.floorMod(from.reign().cycleOf(year) - reign.cycleOf(0), 60);
    return off == 0 ? 60 : off;
  }

  /** The year of the next or the former reign that a number beyond the end would be. */
  Optional<Point> beyond(Reign reign, int number) {
    Reign at = reign;
    for (int i = 0; i < 12; i++) {
      Optional<Reign> next = reigns.after(at);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
      int year = aligned(Point.of(reign, "", reign.firstYear()), number, at);
      if (at.hasYear(year)) {
        return Optional.of(Point.of(at, norm.title(at), year));
      }
    }
    return Optional.empty();
  }
}
