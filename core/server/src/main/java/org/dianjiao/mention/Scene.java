package org.dianjiao.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A date, and what is mentioned between it and the next one.
 *
 * @param before text before the date
 * @param behind text behind it
 * @param mentions how many
 * @param names of the entities, so many as fit
 */
public record Scene(Dated date, String before, String behind, int mentions, List<String> names) {

  /** By their days; what has none stands last. */
  public static final Comparator<Scene> BY_DAY =
      Comparator.<Scene, Boolean>comparing(one -> one.date.from().isEmpty())
          .thenComparing(one -> one.date.from())
          .thenComparing(one -> one.date.to());

  private static final int NAMES = 12;

  /**
   * The scenes of a document, in the order of their places. A date that only refers to another time
   * has nothing behind it.
   *
   * @param mentions of that document that are looked at
   */
  public static List<Scene> of(DocumentMentions read, List<Mention> mentions) {
    Map<Dated, List<Mention>> byDate = new HashMap<>();
    for (Mention one : mentions) {
      one.date().ifPresent(date -> byDate.computeIfAbsent(date, of -> new ArrayList<>()).add(one));
    }
    return read.dates().stream()
        .map(date -> scene(read, date, byDate.getOrDefault(date, List.of())))
        .toList();
  }

  private static Scene scene(DocumentMentions read, Dated date, List<Mention> mentions) {
    Set<String> names = new LinkedHashSet<>();
    mentions.forEach(one -> names.add(one.label()));
    return new Scene(
        date,
        read.before(date.start()),
        read.behind(date.end()),
        mentions.size(),
        names.stream().limit(NAMES).toList());
  }
}
