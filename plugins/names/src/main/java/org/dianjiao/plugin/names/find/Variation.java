package org.dianjiao.plugin.names.find;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.plugin.names.lexicon.Fold;

/**
 * Characters that count as one another in a project, beyond what holds everywhere: those of its
 * rules for variant characters that speak of single characters and hold in all words.
 */
public final class Variation {

  /** Of a project without rules. */
  public static final Variation NONE = new Variation(Map.of());

  private static final char[] NO_OTHERS = {};

  private final Map<Character, char[]> others;

  private Variation(Map<Character, char[]> others) {
    this.others = others;
  }

  /** From rows of character or word, regular form, type, words and reason. */
  public static Variation of(List<List<String>> rules, Fold fold) {
    if (rules.isEmpty()) {
      return NONE;
    }
    Map<Character, char[]> others = new HashMap<>();
    for (List<String> rule : rules) {
      String one = fold.of(rule.get(0));
      String other = fold.of(rule.get(1));
      if (one.length() == 1 && other.length() == 1 && rule.get(3).isEmpty() && !other.equals("-")) {
        put(others, one.charAt(0), other.charAt(0));
        put(others, other.charAt(0), one.charAt(0));
      }
    }
    return new Variation(others);
  }

  private static void put(Map<Character, char[]> others, char one, char other) {
    if (one != other) {
      others.merge(one, new char[] {other}, (old, more) -> (new String(old) + other).toCharArray());
    }
  }

  /** The other characters that one may stand for. */
  char[] of(char character) {
    return others.isEmpty() ? NO_OTHERS : others.getOrDefault(character, NO_OTHERS);
  }
}
