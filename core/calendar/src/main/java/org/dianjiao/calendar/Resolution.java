package org.dianjiao.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of an expression.
 *
 * @param best its likeliest reading
 * @param others what it could be besides, or what would fit where it cannot be
 * @param point what later words may go by
 * @param reason in words for people
 */
record Resolution(Reading best, List<Reading> others, Optional<Point> point, String reason) {

  static Resolution of(Norm norm, Point point) {
    return new Resolution(
        Reading.of(norm.of(point), point.first(), point.last()), List.of(), Optional.of(point), "");
  }

  static Resolution faulty(String norm, String fault, List<Reading> fitting, Optional<Point> near) {
    return new Resolution(Reading.faulty(norm, fault), fitting, near, fault);
  }

  Resolution saying(String why) {
    return new Resolution(best, others, point, reason.isEmpty() ? why : reason + "; " + why);
  }

  Resolution or(List<Resolution> more) {
    List<Reading> all = new ArrayList<>(others);
    more.stream()
        .map(Resolution::best)
        .filter(reading -> reading.resolved() && !all.contains(reading) && !reading.equals(best))
        .limit(8)
        .forEach(all::add);
    return new Resolution(best, List.copyOf(all), point, reason);
  }
}
