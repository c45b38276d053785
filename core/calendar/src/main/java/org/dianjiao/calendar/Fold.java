package org.dianjiao.calendar;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a text with one form for each character of a date; every character keeps its place. */
final class Fold {

  private static final Map<Character, Character> FORMS = read();

  /** Forms that only simplified texts have; 后, 征, 里 are in both. */
  private static final Set<Character> SIMPLE =
      FORMS.values().stream()
          .filter(form -> "后历冲升于余准冬制系".indexOf(form) < 0)
          .collect(Collectors.toUnmodifiableSet());

  private Fold() {}

  private static Map<Character, Character> read() {
    Map<Character, Character> forms = new HashMap<>();
    Table.rows("fold.tsv", cells -> forms.put(cells[0].charAt(0), cells[1].charAt(0)));
    return forms;
  }

  static String of(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = FORMS.getOrDefault(units[i], units[i]);
    }
    return new String(units);
  }

  /** Whether a text is in simplified characters, as far as words for dates tell. */
  static boolean simplified(String text) {
    int traditional = 0;
    int simple = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (FORMS.containsKey(unit)) {
        traditional++;
      } else if (SIMPLE.contains(unit)) {
        simple++;
      }
    }
    return simple > traditional;
  }
}
