package org.dianjiao.exchange.authority;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.Span;
import org.dianjiao.json.Json;

/**
 * Reads SKOS in JSON-LD: one node, a list of nodes, or a document with a {@code @graph}. A word may
 * stand bare as {@link EntityJsonLd} writes it, with a prefix, or whole; a context is not looked
 * at.
 */
final class SkosEntities {

  private static final String ANY = "work";

  private final Intake intake;

  private SkosEntities(Intake intake) {
    this.intake = intake;
  }

  static void read(InputStream in, Intake intake) throws IOException {
    Object document = Json.read(in.readAllBytes(), Object.class);
    Object graph = document instanceof Map<?, ?> map ? map.get("@graph") : document;
    new SkosEntities(intake).nodes(graph == null ? List.of(document) : values(graph));
  }

  private void nodes(List<?> nodes) {
    int number = 0;
    for (Object node : nodes) {
      number++;
      if (node instanceof Map<?, ?> map && map.containsKey("@id")) {
        int line = number;
        intake.attempt(line, () -> node(line, map));
      }
    }
  }

  private void node(int number, Map<?, ?> node) {
    URI id = URI.create(String.valueOf(node.get("@id")));
    Optional<URI> replaced = links(node, "isReplacedBy").findFirst();
    if (replaced.isPresent()) {
      intake.add(number, new Redirect(id, replaced.get()));
      return;
    }
    if (get(node, "prefLabel").isEmpty()) {
      return;
    }
    String type = texts(node, "entityType").filter(Entity.TYPES::contains).findFirst().orElse(ANY);
    Draft draft = new Draft(number, id, type);
    get(node, "prefLabel").forEach(one -> label(draft, Label.Kind.PREFERRED, one));
    get(node, "altLabel").forEach(one -> label(draft, other(one), one));
    get(node, "hiddenLabel").forEach(one -> label(draft, Label.Kind.ABBREVIATION, one));
    texts(node, "temporal").findFirst().ifPresent(words -> draft.period(span(words)));
    point(node).ifPresent(draft::point);
    texts(node, "note").forEach(draft::note);
    identifiers(node, draft);
    for (String kind : Relation.KINDS) {
      links(node, kind).forEach(to -> draft.relation(new Relation(kind, to, Span.UNKNOWN)));
    }
    texts(node, "source").forEach(draft::source);
    intake.add(number, draft.done());
  }

  private static void label(Draft draft, Label.Kind kind, Object literal) {
    draft.label(kind, script(literal), text(literal));
  }

  private static Label.Kind other(Object literal) {
    String script = script(literal);
    return script.isEmpty() || script.startsWith("Han")
        ? Label.Kind.VARIANT
        : Label.Kind.TRANSLITERATION;
  }

  private static String script(Object literal) {
    Object tag = literal instanceof Map<?, ?> map ? map.get("@language") : null;
    return tag == null ? "" : Scripts.script(tag.toString());
  }

  private static String text(Object literal) {
    Object text = literal instanceof Map<?, ?> map ? map.get("@value") : literal;
    return text == null ? "" : text.toString();
  }

  private static Span span(String interval) {
    String[] both = interval.split("/", 2);
    return new Span(Dates.first(both[0]), Dates.last(both[both.length - 1]));
  }

  private static Optional<Point> point(Map<?, ?> node) {
    Optional<String> latitude = texts(node, "lat").findFirst();
    Optional<String> longitude = texts(node, "long").findFirst();
    return latitude.flatMap(
        north ->
            longitude.map(east -> new Point(Double.parseDouble(north), Double.parseDouble(east))));
  }

  private static void identifiers(Map<?, ?> node, Draft draft) {
    identifiers(node, "identifier", "exactMatch", External.Match.EXACT, draft);
    identifiers(node, "closeIdentifier", "closeMatch", External.Match.CLOSE, draft);
  }

  /** Each {@code scheme:id} with the link that has the id in it; other links by their hosts. */
  private static void identifiers(
      Map<?, ?> node, String said, String linked, External.Match match, Draft draft) {
    List<URI> links = new ArrayList<>(links(node, linked).toList());
    texts(node, said)
        .filter(one -> one.indexOf(':') > 0)
        .forEach(
            one -> {
              String identifier = one.substring(one.indexOf(':') + 1);
              Optional<URI> link = links.stream().filter(uri -> isOf(uri, identifier)).findFirst();
              link.ifPresent(links::remove);
              draft.external(one.substring(0, one.indexOf(':')), identifier, link, match);
            });
    links.forEach(
        link -> draft.external(External.schemeOf(link), last(link), Optional.of(link), match));
  }

  private static boolean isOf(URI link, String identifier) {
    return link.toString().contains(identifier) || link.toString().contains(encoded(identifier));
  }

  private static String encoded(String identifier) {
    return URLEncoder.encode(identifier, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String last(URI link) {
    String text = link.toString().replaceAll("[/#]+$", "");
    return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
  }

  private static Stream<String> texts(Map<?, ?> node, String word) {
    return get(node, word).stream().map(SkosEntities::text).filter(text -> !text.isBlank());
  }

  private static Stream<URI> links(Map<?, ?> node, String word) {
    return get(node, word).stream()
        .map(one -> one instanceof Map<?, ?> map ? map.get("@id") : one)
        .map(one -> URI.create(String.valueOf(one)));
  }

  /** The values of a word, however it is written. */
  private static List<?> get(Map<?, ?> node, String word) {
    for (Map.Entry<?, ?> one : node.entrySet()) {
      String key = String.valueOf(one.getKey());
      if (key.equals(word)
          || key.endsWith(":" + word)
          || key.endsWith("#" + word)
          || key.endsWith("/" + word)) {
        return values(one.getValue());
      }
    }
    return List.of();
  }

  private static List<?> values(Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }
}
