package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each traditional form of a simplified character is, by the characters beside it.
 *
 * <p>A naive Bayes model of two neighbours on each side, made by {@code derive-contexts.mjs}, which
 * says how. Marks and spaces are read over, as the texts that it was learned from have none.
 */
final class Contexts {

  /** Sides in the table, and how far one may have to look for the neighbour. */
  private static final int[] SIDES = {-2, -1, 1, 2};

  private static final int REACH = 10;

  /** What is known of one form: how frequent it is, and what each neighbour says for it. */
  private record Sense(double prior, Map<Integer, Map<Integer, Double>> sides) {}

  private final Map<Integer, Map<String, Sense>> models = new HashMap<>();

  Contexts(List<String[]> rows) {
    Map<String, Double> priors = new HashMap<>();
    for (String[] row : rows) {
      if (row[2].equals("0")) {
        priors.put(row[0] + row[1], Integer.parseInt(row[3]) / 100.0);
      }
    }
    for (String[] row : rows) {
      if (!row[2].equals("0")) {
        models
            .computeIfAbsent(row[0].codePointAt(0), character -> new LinkedHashMap<>())
            .computeIfAbsent(row[1], form -> new Sense(priors.get(row[0] + form), new HashMap<>()))
            .sides()
            .put(Integer.parseInt(row[2]), weights(row[3]));
      }
    }
  }

  private static Map<Integer, Double> weights(String cells) {
    Map<Integer, Double> weights = new HashMap<>();
    for (String cell : cells.split(" ", -1)) {
      if (!cell.isEmpty()) {
        int neighbour = cell.codePointAt(0);
        String number = cell.substring(Character.charCount(neighbour));
        weights.put(neighbour, Integer.parseInt(number) / 100.0);
      }
    }
    return weights;
  }

  /**
   * The probability of each form at a place; empty when nothing is known of the character. They sum
   * to one, and the character itself is among the forms.
   */
  Map<String, Double> judge(String text, int offset) {
    Map<String, Sense> model = models.get(text.codePointAt(offset));
    if (model == null) {
      return Map.of();
    }
    int[] neighbours = neighbours(text, offset);
    Map<String, Double> scores = new LinkedHashMap<>();
    model.forEach(
        (form, sense) -> {
          double score = sense.prior();
          for (int i = 0; i < SIDES.length; i++) {
            score += sense.sides().get(SIDES[i]).getOrDefault(neighbours[i], 0.0);
          }
          scores.put(form, Math.exp(score));
        });
    double total = scores.values().stream().mapToDouble(Double::doubleValue).sum();
    scores.replaceAll((form, score) -> score / total);
    return scores;
  }

  private static int[] neighbours(String text, int offset) {
    List<Integer> before = new ArrayList<>();
    int at = offset;
    while (before.size() < 2 && at > 0 && offset - at < REACH) {
      int codePoint = text.codePointBefore(at);
      at -= Character.charCount(codePoint);
      if (Character.isIdeographic(codePoint)) {
        before.add(codePoint);
      }
    }
    List<Integer> after = new ArrayList<>();
    int next = offset + Character.charCount(text.codePointAt(offset));
    int stop = Math.min(text.length(), next + REACH);
    while (after.size() < 2 && next < stop) {
      int codePoint = text.codePointAt(next);
      next += Character.charCount(codePoint);
      if (Character.isIdeographic(codePoint)) {
        after.add(codePoint);
      }
    }
    return new int[] {nth(before, 1), nth(before, 0), nth(after, 0), nth(after, 1)};
  }

  private static int nth(List<Integer> found, int number) {
    return number < found.size() ? found.get(number) : 0;
  }
}
