package org.dianjiao.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dianjiao.review.Tally.Extent;
import org.dianjiao.review.Tally.Trial;
import org.dianjiao.review.Tally.Work;

/**
 * What was counted in all documents of a project, put together. Costs as much as the tallies have
 * days and entries.
 *
 * @param days how far all documents were at the end of each day on which something happened
 * @param work who did what on which day, in whatever document, by day and account
 * @param trials what became of suggestions, by plugin, version and band
 */
public record Board(List<Day> days, List<Work> work, List<Trial> trials) {

  /** Copies the lists. */
  public Board {
    days = List.copyOf(days);
    work = List.copyOf(work);
    trials = List.copyOf(trials);
  }

  /** How much text is how far. */
  public record Share(Extent untouched, Extent work, Extent ready, Extent partly, Extent approved) {

    /**
     * That of levels.
     *
     * @param needed approvals that make a passage approved
     */
    static Share of(List<Extent> levels, int needed) {
      int approved = 2 + needed;
      return new Share(
          levels.get(0),
          levels.get(1),
          levels.get(2),
          sum(levels.subList(3, Math.max(3, approved))),
          sum(levels.subList(approved, levels.size())));
    }

    private static Extent sum(List<Extent> extents) {
      return extents.stream().reduce(Extent.NONE, Extent::plus);
    }
  }

  /** How far all documents were at the end of a day. */
  public record Day(LocalDate day, Share share) {}

  private record Worker(LocalDate day, String account) {}

  private record Band(String plugin, String version, int band) {}

  /** How far a document is now; nothing of it when nothing ever happened to it. */
  public static Share now(Tally tally, int needed) {
    return Share.of(
        tally.days().isEmpty() ? none() : tally.days().get(tally.days().size() - 1).levels(),
        needed);
  }

  /**
   * Puts tallies together.
   *
   * @param needed approvals that the project asks for
   */
  public static Board of(Collection<Tally> tallies, int needed) {
    return new Board(days(tallies, needed), work(tallies), trials(tallies));
  }

  private static List<Extent> none() {
    return Collections.nCopies(Tally.LEVELS, Extent.NONE);
  }

  /** Each document adds to a day what it has more on that day than on its day before. */
  private static List<Day> days(Collection<Tally> tallies, int needed) {
    TreeMap<LocalDate, List<Extent>> more = new TreeMap<>();
    for (Tally tally : tallies) {
      List<Extent> before = none();
      for (Tally.Day day : tally.days()) {
        List<Extent> added = new ArrayList<>(more.getOrDefault(day.day(), none()));
        for (int level = 0; level < Tally.LEVELS; level++) {
          Extent growth = day.levels().get(level).minus(before.get(level));
          added.set(level, added.get(level).plus(growth));
        }
        more.put(day.day(), added);
        before = day.levels();
      }
    }
    List<Day> days = new ArrayList<>();
    List<Extent> sum = new ArrayList<>(none());
    more.forEach(
        (day, added) -> {
          for (int level = 0; level < Tally.LEVELS; level++) {
            sum.set(level, sum.get(level).plus(added.get(level)));
          }
          days.add(new Day(day, Share.of(sum, needed)));
        });
    return days;
  }

  private static List<Work> work(Collection<Tally> tallies) {
    Map<Worker, Map<Tally.Deed, Integer>> sums =
        new TreeMap<>(Comparator.comparing(Worker::day).thenComparing(Worker::account));
    for (Tally tally : tallies) {
      for (Work work : tally.work()) {
        Map<Tally.Deed, Integer> sum =
            sums.computeIfAbsent(new Worker(work.day(), work.account()), who -> new TreeMap<>());
        work.times().forEach((deed, times) -> sum.merge(deed, times, Integer::sum));
      }
    }
    List<Work> all = new ArrayList<>();
    sums.forEach((who, times) -> all.add(new Work(who.day(), who.account(), times)));
    return all;
  }

  private static List<Trial> trials(Collection<Tally> tallies) {
    Map<Band, Trial> sums =
        new TreeMap<>(
            Comparator.comparing(Band::plugin)
                .thenComparing(Band::version)
                .thenComparingInt(Band::band));
    for (Tally tally : tallies) {
      for (Trial trial : tally.trials()) {
        sums.merge(new Band(trial.plugin(), trial.version(), trial.band()), trial, Trial::plus);
      }
    }
    return List.copyOf(sums.values());
  }
}
