package org.dianjiao.exchange.authority;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.Span;
import org.dianjiao.exchange.XmlOutput;

/**
 * Writes entities as TEI P5 that is valid by TEI's schema of all modules: {@code listPerson},
 * {@code listPlace}, {@code listOrg} for everything that people make up (polities, peoples, offices
 * and organizations, told apart by {@code type}), {@code listBibl} for works and {@code listEvent}
 * for eras, relations at the end.
 *
 * <p>An id stands whole in {@code idno} of type {@code URI}; a redirect is an {@code idno} of type
 * {@code redirect} in the entry that stands for it. The time of a form is written where TEI has
 * dates on names, which is not in works and eras.
 */
final class EntityTei {

  static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

  private final XmlOutput xml = new XmlOutput();
  private final Map<URI, String> names = new HashMap<>();
  private final Map<URI, List<URI>> redirects = new HashMap<>();

  private EntityTei() {}

  static String write(List<Entry> entries, String title) {
    return new EntityTei().document(entries, title);
  }

  private String document(List<Entry> entries, String title) {
    List<Entity> entities = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Entity entity) {
        entities.add(entity);
        names.put(entity.id(), name(entity.id(), entities.size()));
      } else if (entry instanceof Redirect redirect) {
        redirects.computeIfAbsent(redirect.target(), id -> new ArrayList<>()).add(redirect.id());
      }
    }
    xml.open("TEI", "xmlns", NAMESPACE);
    header(title);
    xml.openBlock("standOff");
    list(entities, "listPerson", "person", "persName", "person");
    list(entities, "listPlace", "place", "placeName", "place");
    list(entities, "listOrg", "org", "orgName", "polity", "people", "office", "organization");
    list(entities, "listBibl", "bibl", "title", "work");
    list(entities, "listEvent", "event", "label", "era");
    relations(entities);
    xml.closeBlock();
    xml.closeBlock();
    return xml.end();
  }

  private void header(String title) {
    xml.openBlock("teiHeader");
    xml.openBlock("fileDesc");
    xml.openBlock("titleStmt");
    xml.block("title", title);
    xml.closeBlock();
    xml.openBlock("publicationStmt");
    xml.block("p", "Exported from Dianjiao.");
    xml.closeBlock();
    xml.openBlock("sourceDesc");
    xml.block("p", "An authority file; each entry names its sources.");
    xml.closeBlock();
    xml.closeBlock();
    xml.closeBlock();
  }

  /** An XML name, from the id where it has one in it. */
  private String name(URI id, int number) {
    String own = Optional.ofNullable(id.getRawSchemeSpecificPart()).orElse("");
    boolean fits = own.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !names.containsValue(own);
    return fits && id.getScheme().equals("local") ? own : "entity-" + number;
  }

  private void list(List<Entity> all, String list, String element, String name, String... types) {
    List<Entity> entities =
        all.stream().filter(one -> List.of(types).contains(one.type())).toList();
    if (entities.isEmpty()) {
      return;
    }
    xml.openBlock(list);
    for (Entity entity : entities) {
      entity(entity, element, name);
    }
    xml.closeBlock();
  }

  private void entity(Entity entity, String element, String name) {
    List<String> attributes = new ArrayList<>(List.of("xml:id", names.get(entity.id())));
    if (element.equals("org")) {
      attributes.addAll(List.of("type", entity.type()));
    }
    if (element.equals("event")) {
      attributes.addAll(dates(entity.period()));
    }
    xml.openBlock(element, attributes.toArray(String[]::new));
    entity.labels().forEach(label -> label(label, name));
    if (element.equals("person")) {
      end("birth", entity.period().from());
      end("death", entity.period().to());
    } else if (!element.equals("event") && !entity.period().isUnknown()) {
      time(entity, element);
    }
    entity.point().ifPresent(point -> geo(element, point));
    identifiers(entity);
    entity.notes().forEach(note -> xml.block("note", note));
    entity.sources().forEach(source -> xml.block("note", source, "type", "source"));
    xml.closeBlock();
  }

  private void label(Label label, String element) {
    List<String> attributes =
        new ArrayList<>(List.of("type", label.kind().name().toLowerCase(Locale.ROOT)));
    if (!label.script().isEmpty()) {
      attributes.addAll(List.of("xml:lang", Scripts.language(label.script())));
    }
    if (element.endsWith("Name")) {
      attributes.addAll(dates(label.period()));
    }
    xml.block(element, label.text(), attributes.toArray(String[]::new));
  }

  private void end(String element, String date) {
    if (!date.isEmpty()) {
      xml.newLine();
      xml.empty(element, "when", date);
    }
  }

  private void time(Entity entity, String element) {
    String[] dates = dates(entity.period()).toArray(String[]::new);
    if (element.equals("bibl")) {
      xml.newLine();
      xml.empty("date", dates);
      return;
    }
    xml.openBlock("state", with(List.of(dates), "type", "existence"));
    xml.block("p", entity.period().from() + "/" + entity.period().to());
    xml.closeBlock();
  }

  private static String[] with(List<String> attributes, String name, String value) {
    return Stream.concat(attributes.stream(), Stream.of(name, value)).toArray(String[]::new);
  }

  /** Only places and what people make up can have a location. */
  private void geo(String element, Point point) {
    String place = point.latitude() + " " + point.longitude();
    if (element.equals("place") || element.equals("org")) {
      xml.openBlock("location");
      xml.block("geo", place);
      xml.closeBlock();
    } else {
      xml.block("note", place, "type", "point");
    }
  }

  private void identifiers(Entity entity) {
    xml.block("idno", entity.id().toString(), "type", "URI");
    for (URI other : redirects.getOrDefault(entity.id(), List.of())) {
      xml.block("idno", other.toString(), "type", "redirect");
    }
    for (External one : entity.external()) {
      List<String> attributes = new ArrayList<>(List.of("type", one.scheme()));
      if (one.match() == External.Match.CLOSE) {
        attributes.addAll(List.of("subtype", "close"));
      }
      one.link().ifPresent(link -> attributes.addAll(List.of("source", link.toString())));
      xml.block("idno", one.id(), attributes.toArray(String[]::new));
    }
  }

  private static List<String> dates(Span period) {
    List<String> attributes = new ArrayList<>();
    if (!period.from().isEmpty()) {
      attributes.addAll(List.of("from", period.from()));
    }
    if (!period.to().isEmpty()) {
      attributes.addAll(List.of("to", period.to()));
    }
    return attributes;
  }

  private void relations(List<Entity> entities) {
    if (entities.stream().allMatch(entity -> entity.relations().isEmpty())) {
      return;
    }
    xml.openBlock("listRelation");
    for (Entity entity : entities) {
      for (Relation relation : entity.relations()) {
        List<String> attributes =
            new ArrayList<>(
                List.of(
                    "name", relation.kind(),
                    "active", pointer(entity.id()),
                    "passive", pointer(relation.target())));
        attributes.addAll(dates(relation.period()));
        xml.newLine();
        xml.empty("relation", attributes.toArray(String[]::new));
      }
    }
    xml.closeBlock();
  }

  private String pointer(URI id) {
    String name = names.get(id);
    return name == null ? id.toString() : "#" + name;
  }
}
