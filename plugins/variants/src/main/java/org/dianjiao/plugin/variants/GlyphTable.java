package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Encoded characters by their ideographic description, and by their old private-use code. */
final class GlyphTable {

  private static final String BINARY = "⿰⿱⿺⿸⿵⿴⿹⿷⿶⿻⿼⿽㇯";
  private static final String TERNARY = "⿲⿳";

  private final Map<String, List<String>> described = new HashMap<>();
  private final Map<Integer, String> privateUse = new HashMap<>();

  /** A character and the description that names it. */
  record Reading(String description, String character) {}

  GlyphTable(List<String[]> descriptions, List<String[]> privateUse) {
    for (String[] row : descriptions) {
      List<String> values = characters(row[1]);
      boolean pairs = characters(row[0]).size() == 2;
      for (int i = 0; i < values.size(); i += pairs ? 2 : 1) {
        String ids = pairs ? row[0] + values.get(i) : row[0];
        String character = values.get(pairs ? i + 1 : i);
        described.computeIfAbsent(ids, key -> new ArrayList<>(1)).add(character);
      }
    }
    for (String[] row : privateUse) {
      this.privateUse.put(Integer.parseInt(row[0].substring(2), 16), row[1]);
    }
  }

  /** The character that a private-use code point of GBK stood for. */
  Optional<String> encoded(int codePoint) {
    return Optional.ofNullable(privateUse.get(codePoint));
  }

  /** Whether a character begins an ideographic description. */
  static boolean isOperator(int codePoint) {
    return BINARY.indexOf(codePoint) >= 0 || TERNARY.indexOf(codePoint) >= 0;
  }

  /**
   * Where the ideographic description that starts at a place ends; empty when what stands there is
   * not a whole one or is longer than the limit.
   */
  static Optional<Integer> endOfDescription(String text, int start, int limit) {
    int wanted = 1;
    int at = start;
    while (wanted > 0 && at < text.length() && at - start < limit) {
      int part = text.codePointAt(at);
      if (isOperator(part)) {
        wanted += TERNARY.indexOf(part) >= 0 ? 2 : 1;
      } else if (Character.isIdeographic(part) || isRadical(part)) {
        wanted--;
      } else {
        return Optional.empty();
      }
      at += Character.charCount(part);
    }
    return wanted == 0 && at - start <= limit ? Optional.of(at) : Optional.empty();
  }

  /** The characters that a description may mean, likeliest first; side by side before stacked. */
  List<Reading> readings(String description) {
    if (isOperator(description.codePointAt(0))) {
      return named(description);
    }
    List<String> parts = characters(description);
    if (parts.size() != 2) {
      return List.of();
    }
    List<Reading> found = new ArrayList<>();
    for (String order : List.of(parts.get(0) + parts.get(1), parts.get(1) + parts.get(0))) {
      for (String operator : characters(BINARY)) {
        named(operator + order).stream().filter(each -> !found.contains(each)).forEach(found::add);
      }
    }
    return found;
  }

  private List<Reading> named(String ids) {
    return described.getOrDefault(ids, List.of()).stream()
        .map(character -> new Reading(ids, character))
        .toList();
  }

  private static boolean isRadical(int codePoint) {
    return (codePoint >= 0x2E80 && codePoint <= 0x2FDF)
        || (codePoint >= 0x31C0 && codePoint <= 0x31E3);
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }
}
