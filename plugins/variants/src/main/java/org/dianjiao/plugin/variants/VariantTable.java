package org.dianjiao.plugin.variants;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The regular forms of characters, from the sources and from the project's own pairs. */
final class VariantTable {

  private final Judgement shared;
  private final Map<String, List<Regular>> own;

  VariantTable(Judgement shared, List<String[]> pairs) {
    this.shared = shared;
    own = pairs.stream().map(VariantTable::fromPair).collect(byCharacter());
  }

  /**
   * One regular form of a character.
   *
   * @param orthography of the texts in which it is the regular one, or {@code both}
   * @param because the sources, in words
   * @param phrases where it holds; empty means everywhere
   */
  record Regular(
      String character,
      String form,
      String relation,
      String orthography,
      double confidence,
      String because,
      List<String> phrases) {

    /** For the reviewer: {@code variant of 炮 (Unihan)}. */
    String inWords() {
      String how = isVariant() ? (relation.equals("borrowed") ? " for " : " of ") : " form ";
      return relation + how + form + " (" + because + ")";
    }

    private boolean isVariant() {
      return !relation.equals("simplified") && !relation.equals("traditional");
    }

    private boolean leavesAsIs() {
      return form.equals("-");
    }

    private boolean suits(String wanted) {
      return orthography.equals("both") || wanted.equals("both") || orthography.equals(wanted);
    }

    /** Whether the character at an offset stands in one of the phrases. */
    private boolean standsIn(String text, int offset) {
      return phrases.isEmpty() || phrases.stream().anyMatch(phrase -> covers(text, offset, phrase));
    }

    private boolean covers(String text, int offset, String phrase) {
      for (int at = phrase.indexOf(character); at >= 0; at = phrase.indexOf(character, at + 1)) {
        if (text.startsWith(phrase, offset - at)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * The forms for a character, best first; empty when it may stay.
   *
   * @param target the orthography to bring the text to, or {@code none}
   * @param around the orthography of the text around
   */
  List<Regular> forms(String character, String text, int offset, String target, String around) {
    boolean toTarget = !target.equals("none");
    String wanted = toTarget ? target : around;
    Predicate<Regular> here = each -> each.suits(wanted) && each.standsIn(text, offset);
    List<Regular> decided = own.getOrDefault(character, List.of()).stream().filter(here).toList();
    List<Regular> candidates = decided.isEmpty() ? shared.of(character.codePointAt(0)) : decided;
    Map<String, Regular> best = new LinkedHashMap<>();
    candidates.stream()
        .filter(each -> !each.leavesAsIs() && here.test(each))
        .filter(each -> each.isVariant() || (toTarget && each.relation().equals(target)))
        .sorted(Comparator.comparingDouble(Regular::confidence).reversed())
        .forEach(each -> best.putIfAbsent(each.form(), each));
    return List.copyOf(best.values());
  }

  private static Regular fromPair(String[] row) {
    if (row.length != 6) {
      throw new IllegalArgumentException(
          "project-pairs.tsv: the row of " + row[0] + " has " + row.length + " cells, not 6");
    }
    List<String> phrases =
        Arrays.stream(row[5].split("\\|")).filter(phrase -> !phrase.isEmpty()).toList();
    double confidence = Double.parseDouble(row[4]);
    return new Regular(row[0], row[1], row[2], row[3], confidence, "project table", phrases);
  }

  private static Collector<Regular, ?, Map<String, List<Regular>>> byCharacter() {
    return Collectors.groupingBy(Regular::character, HashMap::new, Collectors.toList());
  }
}
