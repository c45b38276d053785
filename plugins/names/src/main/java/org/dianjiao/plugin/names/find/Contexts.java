package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dianjiao.plugin.names.lexicon.Fold;
import org.dianjiao.plugin.names.lexicon.Meaning;

/**
 * What a written form means, judged by what stands before and after it: {@code 在岸上海面} is not
 * Shanghai, and {@code 黑龍江右岸} is the river.
 */
public final class Contexts {

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final BitSet first = new BitSet();

  /** Reads rows of form, before, after, entry, confidence and why. */
  public Contexts(Fold fold, List<List<String>> rows) {
    for (List<String> row : rows) {
      Rule rule =
          new Rule(
              alternatives(fold.of(row.get(1))),
              alternatives(fold.of(row.get(2))),
              row.get(3),
              Double.parseDouble(row.get(4)),
              row.get(5));
      String form = fold.of(row.get(0));
      rules.computeIfAbsent(form, one -> new ArrayList<>()).add(rule);
      first.set(form.charAt(0));
    }
  }

  /**
   * One row: what may stand before and after, and what follows from it.
   *
   * @param before one of these, or anything when empty
   * @param after one of these, or anything when empty
   * @param entry id of the entry that is meant, or {@code -} when the form is no name here
   * @param why for the reviewer, may be empty
   */
  record Rule(
      List<String> before, List<String> after, String entry, double confidence, String why) {

    boolean deniesTheName() {
      return entry.equals("-");
    }

    /** Whether it speaks for one of these entries, and so against the others. */
    boolean names(List<Meaning> meanings) {
      return meanings.stream().anyMatch(each -> each.entity().id().toString().equals(entry));
    }

    private boolean holds(String text, int start, int end) {
      return any(before, word -> text.startsWith(word, start - word.length()))
          && any(after, word -> text.startsWith(word, end));
    }

    private static boolean any(List<String> words, Predicate<String> test) {
      return words.isEmpty() || words.stream().anyMatch(test);
    }
  }

  /** Whether any rule is about a form that begins with a character. */
  boolean speakOf(char character) {
    return first.get(character);
  }

  /** The first rule that holds for a form at a place of a folded text. */
  Optional<Rule> ruleFor(String form, String text, int start, int end) {
    return rules.getOrDefault(form, List.of()).stream()
        .filter(rule -> rule.holds(text, start, end))
        .findFirst();
  }

  private static List<String> alternatives(String cell) {
    return Arrays.stream(cell.split("\\|", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
