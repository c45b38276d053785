package org.dianjiao.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * @param revisions in order, without a gap
   * @param most stretches, at least 1
   */
  public static List<Stretch> of(List<RevisionFigures> revisions, int most) {
    List<Stretch> stretches = grouped(revisions, PAUSE, true, most);
    Duration pause = PAUSE;
    while (stretches.size() > most) {
      stretches = grouped(revisions, pause, false, most);
      pause = pause.multipliedBy(2);
    }
    return stretches;
  }

  private static List<Stretch> grouped(
      List<RevisionFigures> revisions, Duration pause, boolean byPerson, int most) {
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= revisions.size() && stretches.size() <= most; i++) {
      if (i == revisions.size() || apart(revisions.get(i - 1), revisions.get(i), pause, byPerson)) {
        stretches.add(stretch(revisions.subList(start, i)));
        start = i;
      }
    }
    return stretches;
  }

  private static boolean apart(
      RevisionFigures one, RevisionFigures next, Duration pause, boolean byPerson) {
    boolean rested = Duration.between(one.at(), next.at()).compareTo(pause) > 0;
    boolean special = one.landmark().isPresent() || next.landmark().isPresent();
    return rested || (byPerson && (special || !one.author().equals(next.author())));
  }

  private static Stretch stretch(List<RevisionFigures> revisions) {
    Set<String> authors = new LinkedHashSet<>();
    int[] sums = new int[4];
    Optional<Effect> landmark = Optional.empty();
    for (RevisionFigures each : revisions) {
      authors.add(each.author());
      sums[0] += each.inserted();
      sums[1] += each.deleted();
      sums[2] += each.annotated();
      sums[3] += each.decided();
      landmark = each.landmark().isPresent() ? each.landmark() : landmark;
    }
    RevisionFigures first = revisions.get(0);
    RevisionFigures last = revisions.get(revisions.size() - 1);
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
