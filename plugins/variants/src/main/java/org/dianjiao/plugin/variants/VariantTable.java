package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The regular forms of a character at its place in a text: first what the project decided, then
 * what a name or word settles, then what the sources say and the characters beside it make likely.
 */
final class VariantTable {

  /** A form that is at least so likely is not asked about. */
  private static final double SURE = 0.9;

  private final Judgement shared;
  private final Map<String, List<Regular>> words;
  private final Names names;
  private final Contexts contexts;
  private final Map<String, List<Regular>> own;

  VariantTable(
      Judgement shared,
      List<String[]> words,
      Names names,
      Contexts contexts,
      List<String[]> pairs) {
    this.shared = shared;
    this.words = byCharacter(words.stream().map(row -> Regular.of(row, row[5])).toList());
    this.names = names;
    this.contexts = contexts;
    own = byCharacter(pairs.stream().map(VariantTable::ownPair).toList());
  }

  /**
   * The forms for a character, best first; empty when it may stay.
   *
   * @param target the orthography to bring the text to, or {@code none}
   * @param around the orthography of the text around
   */
  List<Regular> forms(String character, String text, int offset, String target, String around) {
    String wanted = target.equals("none") ? around : target;
    List<Regular> decided = here(own, character, text, offset, wanted);
    if (!decided.isEmpty()) {
      return ranked(decided, target);
    }
    List<Regular> worded = here(words, character, text, offset, wanted);
    if (!worded.isEmpty()) {
      return ranked(worded, target);
    }
    Optional<String> named = names.form(text, offset, target);
    if (named.isPresent()) {
      return named.get().equals(character) ? List.of() : ofName(character, named.get(), target);
    }
    List<Regular> known =
        shared.of(character.codePointAt(0)).stream().filter(each -> each.suits(wanted)).toList();
    List<Regular> ranked = ranked(known, target);
    return target.equals("traditional") ? weighed(ranked, text, offset) : ranked;
  }

  private static List<Regular> here(
      Map<String, List<Regular>> table, String character, String text, int offset, String wanted) {
    return table.getOrDefault(character, List.of()).stream()
        .filter(each -> each.suits(wanted) && each.standsIn(text, offset))
        .toList();
  }

  /** Without those that are not asked for, each form once, surest first. */
  private static List<Regular> ranked(List<Regular> candidates, String target) {
    Map<String, Regular> best = new LinkedHashMap<>();
    candidates.stream()
        .filter(each -> !each.leavesAsIs())
        .filter(each -> !each.isOfScript() || each.relation().equals(target))
        .sorted(Comparator.comparingDouble(Regular::confidence).reversed())
        .forEach(each -> best.putIfAbsent(each.form(), each));
    return List.copyOf(best.values());
  }

  private static List<Regular> ofName(String character, String form, String target) {
    return List.of(
        new Regular(character, form, target, target, 0.95, "as it stands in a name", List.of()));
  }

  /** Believes the forms as much as the characters beside the place make them likely. */
  private List<Regular> weighed(List<Regular> forms, String text, int offset) {
    Map<String, Double> likely = contexts.judge(text, offset);
    String character = Character.toString(text.codePointAt(offset));
    if (likely.getOrDefault(character, 0.0) >= SURE) {
      return forms.stream().filter(each -> !each.isOfScript()).toList();
    }
    List<Regular> weighed = new ArrayList<>();
    for (Regular each : forms) {
      Double belief = likely.get(each.form());
      weighed.add(
          belief == null || !each.isOfScript()
              ? each
              : each.believed(
                  Math.round(belief * 100) / 100.0,
                  String.format(Locale.ROOT, "%.2f by what stands beside it", belief)));
    }
    weighed.sort(Comparator.comparingDouble(Regular::confidence).reversed());
    return List.copyOf(weighed);
  }

  private static Regular ownPair(String[] row) {
    if (row.length != 6) {
      throw new IllegalArgumentException(
          "project-pairs.tsv: the row of " + row[0] + " has " + row.length + " cells, not 6");
    }
    return Regular.of(row, "project table");
  }

  private static Map<String, List<Regular>> byCharacter(List<Regular> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(Regular::character, HashMap::new, Collectors.toList()));
  }
}
