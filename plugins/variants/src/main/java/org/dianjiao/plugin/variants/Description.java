package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ideographic description: one component, or an operator and the descriptions of its two or
 * three parts.
 *
 * @param sign the operator, or the component when there are no parts
 */
record Description(String sign, List<Description> parts) {

  /** Operators of two parts, side by side before stacked before all others. */
  static final String BINARY = "⿰⿱⿺⿸⿵⿴⿹⿷⿶⿻⿼⿽㇯";

  private static final String TERNARY = "⿲⿳";

  Description {
    parts = List.copyOf(parts);
  }

  /** Whether a character begins a description of parts. */
  static boolean isOperator(int codePoint) {
    return BINARY.indexOf(codePoint) >= 0 || TERNARY.indexOf(codePoint) >= 0;
  }

  /** Whether a character may be a component. */
  static boolean isComponent(int codePoint) {
    return Character.isIdeographic(codePoint)
        || (codePoint >= 0x2E80 && codePoint <= 0x2FDF)
        || (codePoint >= 0x31C0 && codePoint <= 0x31E3);
  }

  /**
   * Where the description that starts at a place ends; empty when what stands there is not a whole
   * one or is longer than the limit.
   */
  static Optional<Integer> end(String text, int start, int limit) {
    int wanted = 1;
    int at = start;
    while (wanted > 0 && at < text.length() && at - start < limit) {
      int sign = text.codePointAt(at);
      if (isOperator(sign)) {
        wanted += TERNARY.indexOf(sign) >= 0 ? 2 : 1;
      } else if (isComponent(sign)) {
        wanted--;
      } else {
        return Optional.empty();
      }
      at += Character.charCount(sign);
    }
    return wanted == 0 && at - start <= limit ? Optional.of(at) : Optional.empty();
  }

  /** Reads a whole description, operators first; empty for anything else. */
  static Optional<Description> parse(String text) {
    return end(text, 0, text.length())
        .filter(end -> end == text.length())
        .map(end -> read(text.codePoints().toArray(), new int[1]));
  }

  private static Description read(int[] signs, int[] at) {
    int sign = signs[at[0]++];
    List<Description> parts = new ArrayList<>();
    int wanted = TERNARY.indexOf(sign) >= 0 ? 3 : isOperator(sign) ? 2 : 0;
    for (int i = 0; i < wanted; i++) {
      parts.add(read(signs, at));
    }
    return new Description(Character.toString(sign), parts);
  }

  /**
   * What two or three components without operators may describe in the order written, likeliest
   * first: side by side before stacked.
   */
  static List<Description> of(List<String> components) {
    List<Description> leaves =
        components.stream().map(each -> new Description(each, List.of())).toList();
    return switch (leaves.size()) {
      case 2 -> pairs(leaves.get(0), leaves.get(1));
      case 3 -> triples(leaves);
      default -> List.of();
    };
  }

  private static List<Description> pairs(Description first, Description second) {
    return BINARY
        .codePoints()
        .mapToObj(sign -> new Description(Character.toString(sign), List.of(first, second)))
        .toList();
  }

  private static List<Description> triples(List<Description> leaves) {
    List<Description> found = new ArrayList<>();
    TERNARY
        .codePoints()
        .forEach(sign -> found.add(new Description(Character.toString(sign), leaves)));
    for (Description rest : pairs(leaves.get(1), leaves.get(2))) {
      found.addAll(pairs(leaves.get(0), rest));
    }
    for (Description begun : pairs(leaves.get(0), leaves.get(1))) {
      found.addAll(pairs(begun, leaves.get(2)));
    }
    return found;
  }

  boolean isComponent() {
    return parts.isEmpty();
  }
}
