package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Encoded characters by their ideographic description, and by their old private-use code. */
final class GlyphTable {

  private static final int MOST_COMBINATIONS = 256;

  private final Map<String, List<String>> described = new HashMap<>();
  private final Map<Integer, String> privateUse = new HashMap<>();
  private final Components components;

  /**
   * A character and the description that names it.
   *
   * @param exact whether it is built of the very parts that were written, not of forms of them
   */
  record Reading(String description, String character, boolean exact) {}

  GlyphTable(List<String[]> descriptions, List<String[]> privateUse, Components components) {
    this.components = components;
    each(
        descriptions,
        (ids, character) ->
            described.computeIfAbsent(ids, key -> new ArrayList<>(1)).add(character));
    for (String[] row : privateUse) {
      this.privateUse.put(Integer.parseInt(row[0].substring(2), 16), row[1]);
    }
  }

  /** Unpacks the table: every description with its character. */
  static void each(List<String[]> descriptions, BiConsumer<String, String> reader) {
    for (String[] row : descriptions) {
      List<String> values = characters(row[1]);
      boolean pairs = characters(row[0]).size() == 2;
      for (int i = 0; i < values.size(); i += pairs ? 2 : 1) {
        String ids = pairs ? row[0] + values.get(i) : row[0];
        reader.accept(ids, values.get(pairs ? i + 1 : i));
      }
    }
  }

  /** The character that a private-use code point of GBK stood for. */
  Optional<String> encoded(int codePoint) {
    return Optional.ofNullable(privateUse.get(codePoint));
  }

  /**
   * The characters that a description, or two or three components without operators, may mean:
   * those built exactly so first; then those in which forms of components stand for them; then both
   * with two components the other way round.
   */
  List<Reading> readings(String written) {
    List<Reading> found = new ArrayList<>();
    Set<String> named = new HashSet<>();
    String unified = components.unified(written);
    List<String> parts = characters(unified);
    if (Description.isOperator(unified.codePointAt(0))) {
      Description.parse(unified).ifPresent(it -> addReadings(List.of(it), named, found));
    } else {
      addReadings(Description.of(parts), named, found);
      if (parts.size() == 2) {
        addReadings(Description.of(List.of(parts.get(1), parts.get(0))), named, found);
      }
    }
    return found;
  }

  /** The characters that are built exactly of these components, in the order written. */
  List<Reading> readingsAsWritten(String written) {
    List<Reading> found = new ArrayList<>();
    List<Description> descriptions = Description.of(characters(components.unified(written)));
    addReadings(descriptions, true, new HashSet<>(), found);
    return found;
  }

  private void addReadings(
      List<Description> descriptions, Set<String> named, List<Reading> readings) {
    addReadings(descriptions, true, named, readings);
    addReadings(descriptions, false, named, readings);
  }

  private void addReadings(
      List<Description> descriptions, boolean exact, Set<String> named, List<Reading> readings) {
    for (Description description : descriptions) {
      for (String ids : spellings(description, exact)) {
        described.getOrDefault(ids, List.of()).stream()
            .filter(named::add)
            .map(character -> new Reading(ids, character, exact))
            .forEach(readings::add);
      }
    }
  }

  /**
   * How else a description can be written: each part that is described itself as the character that
   * it is, and, unless it is to be exact, each component as a form of it.
   */
  private List<String> spellings(Description description, boolean exact) {
    List<String> spelt = List.of(description.sign());
    int operator = description.sign().codePointAt(0);
    List<Description> parts = description.parts();
    for (int i = 0; i < parts.size(); i++) {
      List<String> next = new ArrayList<>();
      for (String ways : spelt) {
        for (String way : ways(parts.get(i), operator, i, parts.size(), exact)) {
          if (next.size() < MOST_COMBINATIONS) {
            next.add(ways + way);
          }
        }
      }
      spelt = next;
    }
    return spelt;
  }

  private List<String> ways(Description part, int operator, int index, int parts, boolean exact) {
    if (part.isComponent()) {
      return exact
          ? List.of(part.sign())
          : components.standIns(part.sign(), operator, index, parts);
    }
    Set<String> ways = new LinkedHashSet<>();
    for (String ids : spellings(part, exact)) {
      ways.add(ids);
      ways.addAll(described.getOrDefault(ids, List.of()));
    }
    return List.copyOf(ways);
  }

  static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }
}
