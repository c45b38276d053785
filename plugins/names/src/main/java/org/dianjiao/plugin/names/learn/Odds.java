package org.dianjiao.plugin.names.learn;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.plugin.names.find.Habits;

/**
 * How much lessons speak for a reading of a form: what was said of the form anywhere, and once more
 * what was said of it beside the same characters. Immutable.
 */
final class Odds implements Habits {

  private static final double MOST = 4;
  private static final char ANYWHERE = 0;

  private final Map<Key, int[]> counts = new HashMap<>();
  private final Map<String, Set<String>> taught = new LinkedHashMap<>();

  /** Of a form, beside a character or anywhere, with an entity. */
  private record Key(String form, char before, char behind, String entity) {}

  Odds(Collection<Lesson> lessons) {
    for (Lesson each : lessons) {
      count(new Key(each.form(), ANYWHERE, ANYWHERE, each.entity()), each.right());
      count(new Key(each.form(), each.before(), ANYWHERE, each.entity()), each.right());
      count(new Key(each.form(), ANYWHERE, each.behind(), each.entity()), each.right());
      if (each.right() && each.entity().length() > 1) {
        taught.computeIfAbsent(each.form(), form -> new LinkedHashSet<>()).add(each.entity());
      }
    }
  }

  private void count(Key key, boolean right) {
    counts.computeIfAbsent(key, one -> new int[2])[right ? 0 : 1]++;
  }

  @Override
  public double odds(String form, char before, char behind, String entity) {
    if (counts.isEmpty()) {
      return 0;
    }
    double sum =
        of(new Key(form, ANYWHERE, ANYWHERE, entity))
            + of(new Key(form, before, ANYWHERE, entity)) / 2
            + of(new Key(form, ANYWHERE, behind, entity)) / 2;
    return Math.max(-MOST, Math.min(MOST, sum));
  }

  private double of(Key key) {
    int[] said = counts.get(key);
    return said == null ? 0 : Math.log((said[0] + 0.5) / (said[1] + 0.5));
  }

  @Override
  public Map<String, Set<String>> taught() {
    return taught;
  }

  /** The lines of a table: form, entity, how often it was right and wrong. */
  List<String> lines() {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().before() == ANYWHERE && each.getKey().behind() == ANYWHERE)
        .filter(each -> !each.getKey().entity().isEmpty())
        .sorted(Map.Entry.comparingByValue((a, b) -> Integer.compare(b[0] + b[1], a[0] + a[1])))
        .map(each -> line(each.getKey(), each.getValue()))
        .toList();
  }

  private static String line(Key key, int[] said) {
    String entity = key.entity().equals("-") ? "no entry" : key.entity();
    return "%s\t%s\t%d\t%d".formatted(key.form(), entity, said[0], said[1]);
  }
}
