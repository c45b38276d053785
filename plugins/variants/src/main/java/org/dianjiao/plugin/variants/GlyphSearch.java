package org.dianjiao.plugin.variants;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.Body;

/** Finds characters by components that they are built of, however deep these lie in them. */
final class GlyphSearch {

  /** The type of an entry that is a character. */
  static final String TYPE = "glyph";

  private static final String UNIHAN =
      "https://www.unicode.org/cgi-bin/GetUnihanData.pl?codepoint=";
  private static final int MOST_COMPONENTS = 8;

  private final List<String[]> descriptions;
  private final GlyphTable table;
  private final Components components;
  private Index index;

  GlyphSearch(List<String[]> descriptions, GlyphTable table, Components components) {
    this.descriptions = descriptions;
    this.table = table;
    this.components = components;
  }

  /**
   * What each component is built into, and how each character is built; made for the first query.
   */
  private record Index(Map<Integer, List<Integer>> builtWith, Map<String, String> built) {

    static Index of(List<String[]> descriptions) {
      Index index = new Index(new HashMap<>(), new HashMap<>());
      GlyphTable.each(descriptions, index::read);
      return index;
    }

    private void read(String ids, String character) {
      built.putIfAbsent(character, ids);
      int whole = character.codePointAt(0);
      ids.codePoints()
          .filter(part -> !Description.isOperator(part))
          .forEach(part -> builtWith.computeIfAbsent(part, key -> new ArrayList<>(2)).add(whole));
    }
  }

  private synchronized Index index() {
    if (index == null) {
      index = Index.of(descriptions);
    }
    return index;
  }

  /**
   * Characters that are built as the query says, then those that have all its components in them:
   * where these lie less deep first, then common characters before rare ones. The fragment of an
   * entry's address is the character's description.
   */
  List<Body.Identification> find(String query, int limit) {
    List<Integer> parts =
        components
            .unified(query)
            .codePoints()
            .filter(Description::isComponent)
            .limit(MOST_COMPONENTS)
            .boxed()
            .toList();
    if (parts.isEmpty()) {
      return List.of();
    }
    Map<String, String> found = new LinkedHashMap<>();
    table
        .readings(query.replaceAll("[\\s\\h+,，、]+", ""))
        .forEach(reading -> found.putIfAbsent(reading.character(), reading.description()));
    containing(parts).stream()
        .map(Character::toString)
        .forEach(character -> found.putIfAbsent(character, index().built().get(character)));
    return found.entrySet().stream()
        .limit(limit)
        .map(entry -> entry(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Integer> containing(List<Integer> parts) {
    Map<Integer, Integer> depths = depths(parts.get(0));
    for (int part : parts.subList(1, parts.size())) {
      Map<Integer, Integer> deeper = depths(part);
      depths.keySet().retainAll(deeper.keySet());
      depths.replaceAll((character, depth) -> depth + deeper.get(character));
    }
    parts.forEach(depths::remove);
    List<Integer> found = new ArrayList<>(depths.keySet());
    found.sort(
        Comparator.<Integer>comparingInt(depths::get)
            .thenComparing(character -> !isCommon(character))
            .thenComparing(Comparator.naturalOrder()));
    return found;
  }

  /** Every character that has a component in it, in whatever form, and how deep. */
  private Map<Integer, Integer> depths(int component) {
    Map<Integer, List<Integer>> builtWith = index().builtWith();
    Map<Integer, Integer> depths = new HashMap<>();
    List<Integer> level = new ArrayList<>();
    components
        .everyForm(Character.toString(component))
        .forEach(form -> level.add(form.codePointAt(0)));
    for (int depth = 0; !level.isEmpty(); depth++) {
      List<Integer> next = new ArrayList<>();
      for (int character : level) {
        if (depths.putIfAbsent(character, depth) == null) {
          next.addAll(builtWith.getOrDefault(character, List.of()));
        }
      }
      level.clear();
      level.addAll(next);
    }
    return depths;
  }

  private static boolean isCommon(int character) {
    return character >= 0x4E00 && character <= 0x9FFF;
  }

  private static Body.Identification entry(String character, String ids) {
    String address = UNIHAN + Integer.toHexString(character.codePointAt(0)) + "#" + ids;
    return new Body.Identification(URI.create(address), character, TYPE);
  }
}
