package org.dianjiao.plugin.names;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dianjiao.api.Body;

/**
 * What stands in a file of characters about one name: its type behind {@code B-}, and in the two
 * columns beside it the entry of the authority file.
 *
 * @param type without spaces
 * @param entity {@code _} when it has no link
 * @param label {@code _} when it has no link
 */
record Column(String type, String entity, String label) {

  private static final String NONE = "_";

  /** The classes of CoNLL-2003, in the words of the house. */
  private static final Map<String, String> CLASSES =
      Map.of("PER", "person", "LOC", "place", "ORG", "organization");

  /** Whether such a file has room for it. */
  static boolean holds(Body body) {
    return body instanceof Body.Tag || body instanceof Body.Identification;
  }

  static Column of(Body body) {
    return body instanceof Body.Identification name
        ? new Column(written(name.type()), name.entity().toString(), written(name.label()))
        : new Column(written(((Body.Tag) body).name()), NONE, NONE);
  }

  /**
   * What it says.
   *
   * @throws IllegalArgumentException when the entity is no link
   */
  Body body() {
    String kind = CLASSES.getOrDefault(type, read(type));
    return entity.equals(NONE)
        ? new Body.Tag(kind)
        : new Body.Identification(
            URI.create(entity), label.equals(NONE) ? kind : read(label), kind);
  }

  /** As it is, but for what would end a column or a line. */
  private static String written(String words) {
    if (words.equals(NONE)) {
      return "%5F";
    }
    StringBuilder safe = new StringBuilder();
    words
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            one -> safe.append(isSafe(one) ? one : URLEncoder.encode(one, StandardCharsets.UTF_8)));
    return safe.toString();
  }

  private static boolean isSafe(String character) {
    int point = character.codePointAt(0);
    boolean space = Character.isWhitespace(point) || Character.isSpaceChar(point);
    return !space && !Character.isISOControl(point) && point != '%' && point != '+';
  }

  private static String read(String words) {
    return URLDecoder.decode(words, StandardCharsets.UTF_8);
  }
}
