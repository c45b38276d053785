package org.dianjiao.plugin.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes both scripts meet: every traditional character becomes its simplified one.
 *
 * <p>For looking up only, never for output. One UTF-16 unit stays one unit, so an offset in the
 * folded text is the same offset in the text.
 */
final class Fold {

  private final Map<Character, Character> simplified = new HashMap<>();

  Fold(List<List<String>> rows) {
    for (List<String> row : rows) {
      if (row.get(0).length() != 1 || row.get(1).length() != 1) {
        throw new IllegalArgumentException(row + " does not map one unit to one");
      }
      simplified.put(row.get(0).charAt(0), row.get(1).charAt(0));
    }
  }

  String of(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      Character to = simplified.get(text.charAt(i));
      if (to != null) {
        folded.setCharAt(i, to);
      }
    }
    return folded.toString();
  }
}
