package org.dianjiao.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.document.Chronicle.Entry;

/** Groups revisions to as many stretches as a person can look through. */
public final class Timeline {

  private static final Duration PAUSE = Duration.ofMinutes(5);

  private Timeline() {}

  /**
   * Revisions in a row that belong together.
   *
   * @param first revision
   * @param last revision
   * @param from time of the first
   * @param to time of the last
   * @param authors accounts, in the order of their first changes here
   * @param inserted units
   * @param deleted units
   * @param annotated effects on annotations
   * @param decided suggestions
   * @param landmark of the last special change among them
   */
  public record Stretch(
      long first,
      long last,
      Instant from,
      Instant to,
      List<String> authors,
      int inserted,
      int deleted,
      int annotated,
      int decided,
      Optional<Effect> landmark) {}

  /**
   * Stretches of what one person did without a longer pause, each special change for itself; when
   * these are too many, of whatever was done without a pause that grows until they are few enough.
   *
   * @param entries in order, without a gap
   * @param most stretches, at least 1
   */
  public static List<Stretch> of(List<Entry> entries, int most) {
    List<Stretch> stretches = grouped(entries, PAUSE, true, most);
    Duration pause = PAUSE;
    while (stretches.size() > most) {
      stretches = grouped(entries, pause, false, most);
      pause = pause.multipliedBy(2);
    }
    return stretches;
  }

  private static List<Stretch> grouped(
      List<Entry> entries, Duration pause, boolean byPerson, int most) {
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= entries.size() && stretches.size() <= most; i++) {
      if (i == entries.size() || apart(entries.get(i - 1), entries.get(i), pause, byPerson)) {
        stretches.add(stretch(entries.subList(start, i)));
        start = i;
      }
    }
    return stretches;
  }

  private static boolean apart(Entry one, Entry next, Duration pause, boolean byPerson) {
    boolean rested = Duration.between(one.at(), next.at()).compareTo(pause) > 0;
    boolean special = one.landmark().isPresent() || next.landmark().isPresent();
    return rested || (byPerson && (special || !one.author().equals(next.author())));
  }

  private static Stretch stretch(List<Entry> entries) {
    Set<String> authors = new LinkedHashSet<>();
    int[] sums = new int[4];
    Optional<Effect> landmark = Optional.empty();
    for (Entry entry : entries) {
      authors.add(entry.author());
      sums[0] += entry.inserted();
      sums[1] += entry.deleted();
      sums[2] += entry.annotated();
      sums[3] += entry.decided();
      landmark = entry.landmark().isPresent() ? entry.landmark() : landmark;
    }
    Entry first = entries.get(0);
    Entry last = entries.get(entries.size() - 1);
    return new Stretch(
        first.revision(),
        last.revision(),
        first.at(),
        last.at(),
        List.copyOf(authors),
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        landmark);
  }
}
