package org.dianjiao.variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The single characters that a project's rules make forms of one another, in one step, either way.
 * What leaves a character alone, what speaks of words, and what is called a misprint makes none.
 * Immutable.
 */
public final class Pairs {

  private static final String MISPRINT = "misprint";

  private final Map<Integer, List<Pair>> byCharacter = new HashMap<>();

  /**
   * Two forms of one character.
   *
   * @param other the other one, a code point
   */
  public record Pair(int other, Rule rule) {}

  /** Those of a table. */
  public Pairs(RuleTable table) {
    for (Rule rule : table.rules()) {
      if (!rule.type().equals(MISPRINT) && isSingle(rule.from()) && isSingle(rule.form())) {
        int from = rule.from().codePointAt(0);
        int form = rule.form().codePointAt(0);
        add(from, new Pair(form, rule));
        add(form, new Pair(from, rule));
      }
    }
  }

  private static boolean isSingle(String text) {
    return !text.isEmpty() && text.codePointCount(0, text.length()) == 1;
  }

  private void add(int codePoint, Pair pair) {
    byCharacter.computeIfAbsent(codePoint, none -> new ArrayList<>()).add(pair);
  }

  /** Those of a character. */
  public List<Pair> of(int codePoint) {
    return List.copyOf(byCharacter.getOrDefault(codePoint, List.of()));
  }

  /** All characters that are in one. */
  List<Integer> characters() {
    return List.copyOf(byCharacter.keySet());
  }
}
