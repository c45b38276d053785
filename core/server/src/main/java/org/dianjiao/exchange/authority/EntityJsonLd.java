package org.dianjiao.exchange.authority;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.Span;
import org.dianjiao.json.Json;

/**
 * Entities as JSON-LD in the words of SKOS: preferred forms are {@code prefLabel}, abbreviations
 * {@code hiddenLabel} (they are for looking up, not for showing), all others {@code altLabel}.
 * Where SKOS has no word, schema.org, Dublin Core and WGS 84 have; relations are words of our own.
 *
 * <p>The time of a form or a relation is not said. A redirect says that it {@code isReplacedBy}
 * another.
 */
public final class EntityJsonLd {

  /** What {@code Content-Type} it has. */
  public static final String MEDIA_TYPE = "application/ld+json; charset=utf-8";

  private static final String OWN = "urn:dianjiao:";
  private static final String ID = "@id";

  private EntityJsonLd() {}

  /** What its words mean. */
  private static Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("skos", "http://www.w3.org/2004/02/skos/core#");
    context.put("dcterms", "http://purl.org/dc/terms/");
    context.put("schema", "https://schema.org/");
    context.put("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
    for (String word : List.of("prefLabel", "altLabel", "hiddenLabel", "note")) {
      context.put(word, "skos:" + word);
    }
    for (String word : List.of("exactMatch", "closeMatch")) {
      context.put(word, Map.of(ID, "skos:" + word, "@type", ID));
    }
    context.put("entityType", OWN + "entityType");
    context.put("temporal", "schema:temporalCoverage");
    context.put("identifier", "dcterms:identifier");
    context.put("closeIdentifier", OWN + "closeIdentifier");
    context.put("source", "dcterms:source");
    context.put("isReplacedBy", Map.of(ID, "dcterms:isReplacedBy", "@type", ID));
    context.put("lat", "geo:lat");
    context.put("long", "geo:long");
    for (String kind : Relation.KINDS.stream().sorted().toList()) {
      context.put(kind, Map.of(ID, OWN + kind, "@type", ID));
    }
    return context;
  }

  /** One entry as a document of its own. */
  public static String document(Entry entry) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", context());
    document.putAll(node(entry));
    return Json.text(document);
  }

  /** Many entries as one document, one on each line. */
  static String document(List<Entry> entries) {
    StringBuilder all = new StringBuilder("{\"@context\":").append(Json.text(context()));
    all.append(",\n\"@graph\":[");
    String before = "\n";
    for (Entry entry : entries) {
      all.append(before).append(Json.text(node(entry)));
      before = ",\n";
    }
    return all.append("\n]}\n").toString();
  }

  private static Map<String, Object> node(Entry entry) {
    return entry instanceof Entity entity ? node(entity) : node((Redirect) entry);
  }

  private static Map<String, Object> node(Redirect redirect) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put(ID, redirect.id());
    node.put("isReplacedBy", redirect.target());
    return node;
  }

  private static Map<String, Object> node(Entity entity) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put(ID, entity.id());
    node.put("@type", "skos:Concept");
    node.put("entityType", entity.type());
    put(node, "prefLabel", labels(entity, kind -> kind == Label.Kind.PREFERRED));
    put(
        node,
        "altLabel",
        labels(entity, kind -> kind == Label.Kind.VARIANT || kind == Label.Kind.TRANSLITERATION));
    put(node, "hiddenLabel", labels(entity, kind -> kind == Label.Kind.ABBREVIATION));
    if (!entity.period().isUnknown()) {
      node.put("temporal", interval(entity.period()));
    }
    entity
        .point()
        .ifPresent(
            point -> {
              node.put("lat", point.latitude());
              node.put("long", point.longitude());
            });
    put(node, "note", entity.notes());
    put(node, "exactMatch", links(entity, External.Match.EXACT));
    put(node, "closeMatch", links(entity, External.Match.CLOSE));
    put(node, "identifier", identifiers(entity, External.Match.EXACT));
    put(node, "closeIdentifier", identifiers(entity, External.Match.CLOSE));
    for (Relation relation : entity.relations()) {
      append(node, relation.kind(), relation.target());
    }
    put(node, "source", entity.sources());
    return node;
  }

  private static void put(Map<String, Object> node, String word, List<?> values) {
    if (!values.isEmpty()) {
      node.put(word, values);
    }
  }

  private static void append(Map<String, Object> node, String word, URI target) {
    List<Object> all = new ArrayList<>();
    if (node.get(word) instanceof List<?> before) {
      all.addAll(before);
    }
    all.add(target);
    node.put(word, all);
  }

  private static List<Object> labels(Entity entity, Predicate<Label.Kind> wanted) {
    return entity.labels().stream()
        .filter(label -> wanted.test(label.kind()))
        .map(EntityJsonLd::literal)
        .toList();
  }

  private static Object literal(Label label) {
    return label.script().isEmpty()
        ? label.text()
        : Map.of("@value", label.text(), "@language", Scripts.language(label.script()));
  }

  private static List<URI> links(Entity entity, External.Match match) {
    return entity.external().stream()
        .filter(one -> one.match() == match)
        .flatMap(one -> one.link().stream())
        .toList();
  }

  private static List<String> identifiers(Entity entity, External.Match match) {
    return entity.external().stream()
        .filter(one -> one.match() == match)
        .map(one -> one.scheme() + ":" + one.id())
        .toList();
  }

  /** ISO 8601, with {@code ..} for an end that is not known. */
  private static String interval(Span period) {
    return open(period.from()) + "/" + open(period.to());
  }

  private static String open(String date) {
    return date.isEmpty() ? ".." : date;
  }
}
