package org.dianjiao.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entity of another service that may be meant, as that service says it.
 *
 * @param score in the measure of the service
 */
public record Elsewhere(
    String id, String name, String description, List<String> types, double score, boolean match) {

  private static final int MOST = 100;
  private static final int LONGEST = 500;

  /** Copies the types. */
  public Elsewhere {
    types = List.copyOf(types);
  }

  /** The batch of one query for a service. */
  public static Map<String, Object> batch(String query, Optional<String> type, int limit) {
    return Map.of(
        "q0",
        type.isPresent()
            ? Map.of("query", query, "limit", limit, "type", type.get())
            : Map.of("query", query, "limit", limit));
  }

  /**
   * What a service answered; a candidate without id and name is left out, and what is too long is
   * cut.
   *
   * @throws IllegalArgumentException when it is no answer to {@link #batch}
   */
  public static List<Elsewhere> answers(Map<?, ?> answer) {
    if (answer.get("q0") instanceof Map<?, ?> first && first.get("result") instanceof List<?> all) {
      return all.stream()
          .filter(Map.class::isInstance)
          .map(one -> (Map<?, ?>) one)
          .filter(one -> one.get("id") instanceof String && one.get("name") instanceof String)
          .limit(MOST)
          .map(Elsewhere::candidate)
          .toList();
    }
    throw new IllegalArgumentException("the service does not answer as the protocol wants");
  }

  private static Elsewhere candidate(Map<?, ?> one) {
    List<?> types = one.get("type") instanceof List<?> list ? list : List.of();
    return new Elsewhere(
        cut(one.get("id")),
        cut(one.get("name")),
        one.get("description") == null ? "" : cut(one.get("description")),
        types.stream()
            .limit(MOST)
            .map(type -> cut(type instanceof Map<?, ?> map ? map.get("name") : type))
            .toList(),
        one.get("score") instanceof Number score ? score.doubleValue() : 0,
        Boolean.TRUE.equals(one.get("match")));
  }

  private static String cut(Object value) {
    String text = String.valueOf(value);
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
