package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the project of a text decided about characters and words. It goes before everything that
 * ships: of the rules that hold at a place those of the longest word count, and of these the ones
 * for certain phrases before the ones for everywhere.
 */
final class ProjectRules {

  private final Map<Integer, List<Regular>> byFirst = new HashMap<>();

  /** Rows of character or word, form, type, phrases and reason. */
  ProjectRules(List<List<String>> rows) {
    for (List<String> row : rows) {
      String[] cells = {row.get(0), row.get(1), row.get(2), "both", "1", row.get(3)};
      byFirst
          .computeIfAbsent(row.get(0).codePointAt(0), first -> new ArrayList<>())
          .add(Regular.of(cells, "rule of the project: " + row.get(4)));
    }
    Comparator<Regular> longest = Comparator.comparingInt(rule -> -rule.character().length());
    byFirst
        .values()
        .forEach(rules -> rules.sort(longest.thenComparing(rule -> rule.phrases().isEmpty())));
  }

  /**
   * What was decided about the word that begins at an offset.
   *
   * @param word as it stands there
   * @param forms that are regular; none when it shall stay
   */
  record Decided(String word, List<Regular> forms) {}

  /** What was decided about what begins at an offset; empty when nothing was. */
  Optional<Decided> at(String text, int offset) {
    List<Regular> rules = byFirst.getOrDefault(text.codePointAt(offset), List.of());
    List<Regular> holding =
        rules.stream()
            .filter(rule -> text.startsWith(rule.character(), offset))
            .filter(rule -> rule.standsIn(text, offset))
            .toList();
    if (holding.isEmpty()) {
      return Optional.empty();
    }
    Regular first = holding.get(0);
    List<Regular> counting =
        holding.stream()
            .filter(rule -> rule.character().equals(first.character()))
            .filter(rule -> rule.phrases().isEmpty() == first.phrases().isEmpty())
            .toList();
    boolean stays = counting.stream().anyMatch(Regular::leavesAsIs);
    return Optional.of(new Decided(first.character(), stays ? List.of() : shared(counting)));
  }

  /** Several that hold at one place are as likely as one another. */
  private static List<Regular> shared(List<Regular> rules) {
    double each = rules.size() == 1 ? 1 : 1.0 / rules.size();
    return rules.stream().map(rule -> rule.believed(each)).toList();
  }
}
