package org.dianjiao.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A reign (年號), or the years of a ruler who had none. */
public final class Reign {

  private final List<String> titles;
  private final List<String> rulers;
  private final List<String> dynasties;
  private final int cycle;
  private final NavigableMap<Integer, List<Month>> years = new TreeMap<>();
  private final NavigableMap<Integer, List<Month>> counted = new TreeMap<>();

  /**
   * A reign.
   *
   * @param titles what stands before its years, the usual one first
   * @param rulers emperors in whose time it was counted
   * @param dynasties how the dynasty is called, the usual name first
   * @param cycle the place in the cycle of a year 0
   * @param months in order; one of them at least not proleptic
   */
  Reign(
      List<String> titles,
      List<String> rulers,
      List<String> dynasties,
      int cycle,
      List<Month> months) {
    this.titles = List.copyOf(titles);
    this.rulers = List.copyOf(rulers);
    this.dynasties = List.copyOf(dynasties);
    this.cycle = cycle;
    for (Month month : months) {
      years.computeIfAbsent(month.year(), none -> new ArrayList<>()).add(month);
      if (!month.proleptic()) {
        counted.computeIfAbsent(month.year(), none -> new ArrayList<>()).add(month);
      }
    }
  }

  /** What stands before its years, the usual one first. */
  public List<String> titles() {
    return titles;
  }

  /** Its usual name. */
  public String title() {
    return titles.get(0);
  }

  /** Emperors in whose time it was counted. */
  public List<String> rulers() {
    return rulers;
  }

  /** How the dynasty is called, the usual name first. */
  public List<String> dynasties() {
    return dynasties;
  }

  /** The first year that was counted while it lasted. */
  public int firstYear() {
    return counted.firstKey();
  }

  /** The last year that was counted while it lasted. */
  public int lastYear() {
    return counted.lastKey();
  }

  /** Whether it has a year of this number. */
  public boolean hasYear(int year) {
    return counted.containsKey(year);
  }

  /** The months of a year that it has. */
  public List<Month> year(int year) {
    return hasYear(year) ? years.get(year) : List.of();
  }

  /** The months of a year that were counted while it lasted. */
  List<Month> counted(int year) {
    return counted.getOrDefault(year, List.of());
  }

  /** The place of a year in the cycle. */
  public int cycleOf(int year) {
    return Math.floorMod(cycle + year, 60);
  }

  /** One of its days. */
  Optional<Point> on(long julianDay, String written) {
    for (List<Month> year : counted.values()) {
      for (Month month : year) {
        if (month.first() <= julianDay && julianDay <= month.last()) {
          int day = month.firstDay() + (int) (julianDay - month.first());
          return Optional.of(Point.of(this, written, month.year()).in(month, day));
        }
      }
    }
    return Optional.empty();
  }

  /** Its first day. */
  public long first() {
    return counted.firstEntry().getValue().get(0).first();
  }

  /** Its last day, the rest of its last year included. */
  public long last() {
    List<Month> year = counted.lastEntry().getValue();
    return year.get(year.size() - 1).last();
  }
}
