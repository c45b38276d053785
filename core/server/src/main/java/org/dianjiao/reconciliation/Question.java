package org.dianjiao.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reconciliation query.
 *
 * @param query a name or an id; empty when only values are given
 * @param types that the entity should have; empty means all
 * @param limit the most candidates
 * @param values what is known of the entity
 */
public record Question(
    Optional<String> query, List<String> types, int limit, List<GivenValue> values) {

  /** Candidates for a query that sets no limit, and the most for any. */
  public static final int USUAL_CANDIDATES = 5;

  private static final int MOST_CANDIDATES = 100;
  private static final Set<String> FIELDS =
      Set.of("query", "type", "limit", "properties", "type_strict");

  /** What is known of a property: any of some values. */
  public record GivenValue(String property, List<String> values) {
    /** Copies the values. */
    public GivenValue {
      values = List.copyOf(values);
    }
  }

  /** Requires a name or a value. */
  public Question {
    types = List.copyOf(types);
    values = List.copyOf(values);
    if (query.filter(words -> !words.isBlank()).isEmpty() && values.isEmpty()) {
      throw new IllegalArgumentException("a query needs “query” or “properties”");
    }
  }

  /**
   * A question as JSON has it.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Question of(Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("a query is an object");
    }
    for (Object field : map.keySet()) {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException("a query has no field “%s”".formatted(field));
      }
    }
    return new Question(
        Optional.ofNullable(map.get("query")).map(words -> text("query", words)),
        list(map.get("type")).stream().map(type -> text("type", type)).toList(),
        limit(map.get("limit")),
        list(map.get("properties")).stream().map(Question::given).toList());
  }

  private static int limit(Object limit) {
    if (limit == null) {
      return USUAL_CANDIDATES;
    }
    if (!(limit instanceof Number number) || number.intValue() < 1) {
      throw new IllegalArgumentException("limit %s is no number above 0".formatted(limit));
    }
    return Math.min(number.intValue(), MOST_CANDIDATES);
  }

  private static GivenValue given(Object json) {
    if (!(json instanceof Map<?, ?> map) || map.get("v") == null) {
      throw new IllegalArgumentException("a property is an object with “pid” and “v”");
    }
    List<String> values = new ArrayList<>();
    for (Object value : list(map.get("v"))) {
      Object words = value instanceof Map<?, ?> entity ? entity.get("id") : value;
      values.add(String.valueOf(words).strip());
    }
    return new GivenValue(text("pid", map.get("pid")), values);
  }

  private static String text(String field, Object value) {
    if (!(value instanceof String words)) {
      throw new IllegalArgumentException("%s %s is no text".formatted(field, value));
    }
    return words;
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }
}
