package org.dianjiao.exchange.authority;

import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.Span;
import org.dianjiao.exchange.SafeXml;

/**
 * Reads persons, places, organizations, works and eras from TEI, wherever in a file they stand, in
 * the form of {@link EntityTei} or in that of others: the first name stands for the entity when no
 * type says otherwise, and elements that it does not know are passed over. One thread only.
 */
final class TeiEntities {

  /** What differs between those who write TEI. */
  enum Dialect {
    /** TEI's own: latitude first; ids without more are {@code local:}. */
    TEI("local"),
    /** The DILA authority databases: longitude first; signs and ranges in dates. */
    DILA("dila");

    private final String scheme;

    Dialect(String scheme) {
      this.scheme = scheme;
    }
  }

  private static final int DEEPEST = 64;
  private static final Map<String, String> TYPES =
      Map.of(
          "person",
          "person",
          "place",
          "place",
          "org",
          "organization",
          "bibl",
          "work",
          "event",
          "era");
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "person", Set.of("persName", "name"),
          "place", Set.of("placeName", "name"),
          "organization", Set.of("orgName", "name"),
          "work", Set.of("title"),
          "era", Set.of("label", "eventName"));
  private static final Set<String> PASSED_OVER =
      Set.of("bibl", "listBibl", "person", "place", "org");

  private final Dialect dialect;
  private final Intake intake;
  private final XMLStreamReader xml;
  private final Map<String, URI> ids = new LinkedHashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<URI, Draft> byId = new LinkedHashMap<>();
  private final Map<URI, URI> redirects = new LinkedHashMap<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private int depth;

  private TeiEntities(InputStream in, Dialect dialect, Intake intake) throws XMLStreamException {
    this.dialect = dialect;
    this.intake = intake;
    xml = SafeXml.reader(in);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it is no XML, with the line
   */
  static void read(InputStream in, Dialect dialect, Intake intake) {
    try {
      TeiEntities reader = new TeiEntities(in, dialect, intake);
      reader.walk();
      reader.finish();
    } catch (XMLStreamException fault) {
      int line = fault.getLocation() == null ? 1 : fault.getLocation().getLineNumber();
      throw new IllegalArgumentException(
          "line %d: the file is not well-formed XML".formatted(line), fault);
    }
  }

  private void walk() throws XMLStreamException {
    while (xml.hasNext()) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        String type = TYPES.get(xml.getLocalName());
        if (type != null && attribute("id").isPresent()) {
          entity(type);
        } else if (xml.getLocalName().equals("relation")) {
          relation();
        }
      }
    }
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
    depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "line %d: elements stand in one another more than %d deep".formatted(line(), DEEPEST));
    }
    return event;
  }

  private int line() {
    return xml.getLocation().getLineNumber();
  }

  private Optional<String> attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  private void entity(String type) throws XMLStreamException {
    String name = attribute("id").orElseThrow();
    URI own = URI.create(dialect.scheme + ":" + name.replaceAll("[^A-Za-z0-9_.-]", "_"));
    String word = attribute("type").filter(Entity.TYPES::contains).orElse(type);
    Parts parts = new Parts(line(), own, word, NAMES.get(type));
    parts.dates(attribute("from"), attribute("to"));
    int inside = depth;
    while (depth >= inside) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        part(parts);
      }
    }
    ids.put(name, parts.id);
    parts.redirects.forEach(other -> redirects.put(other, parts.id));
    intake.attempt(parts.line, () -> keep(parts.draft()));
  }

  private void keep(Draft draft) {
    draft.preferTheFirst();
    drafts.add(draft);
    byId.put(draft.id(), draft);
  }

  private void part(Parts parts) throws XMLStreamException {
    String element = xml.getLocalName();
    Optional<String> type = attribute("type");
    Optional<String> from = attribute("from").or(() -> attribute("notBefore"));
    Optional<String> to = attribute("to").or(() -> attribute("notAfter"));
    Optional<String> when = attribute("when");
    if (parts.names.contains(element)) {
      String tag = attribute("lang").orElse("");
      parts.name(type.orElse(""), tag, text(), span(from, to));
    } else if (element.equals("idno")) {
      boolean close = attribute("subtype").filter("close"::equals).isPresent();
      Optional<String> source = attribute("source");
      parts.identifier(type.orElse(""), text().strip(), source, close);
    } else if (element.equals("birth")) {
      String words = when.or(() -> from).orElse("");
      String inside = text();
      parts.birth = Dates.first(words.isEmpty() ? inside : words);
    } else if (element.equals("death")) {
      String words = when.or(() -> to).orElse("");
      String inside = text();
      parts.death = Dates.last(words.isEmpty() ? inside : words);
    } else if (element.equals("state") || element.equals("date")) {
      parts.dates(from.or(() -> when), to.or(() -> when));
      text();
    } else if (element.equals("geo")) {
      parts.geo = text().strip();
    } else if (element.equals("note") || element.equals("desc")) {
      parts.note(type.orElse(""), text());
    } else if (PASSED_OVER.contains(element)) {
      text();
    }
  }

  private Span span(Optional<String> from, Optional<String> to) {
    return new Span(from.orElse(""), to.orElse(""));
  }

  /** The text of the element that was just opened, up to its end. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int inside = depth;
    while (depth >= inside) {
      int event = next();
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  private void relation() {
    int line = line();
    String kind = attribute("name").or(() -> attribute("type")).orElse("");
    Optional<String> active = attribute("active");
    Optional<String> passive = attribute("passive");
    Span when = span(attribute("from"), attribute("to"));
    if (active.isPresent() && passive.isPresent() && Relation.KINDS.contains(kind)) {
      afterwards.add(
          () ->
              intake.attempt(
                  line, () -> relate(kind, pointed(active.get()), pointed(passive.get()), when)));
    }
  }

  private void relate(String kind, URI active, URI passive, Span when) {
    Draft draft = byId.get(active);
    if (draft == null) {
      throw new IllegalArgumentException("%s is not in the file".formatted(active));
    }
    draft.relation(new Relation(kind, passive, when));
  }

  private URI pointed(String pointer) {
    if (!pointer.startsWith("#")) {
      return uri(pointer);
    }
    URI id = ids.get(pointer.substring(1));
    if (id == null) {
      throw new IllegalArgumentException("%s points to nothing".formatted(pointer));
    }
    return id;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException fault) {
      throw new IllegalArgumentException("“%s” is no URI".formatted(text), fault);
    }
  }

  private void finish() {
    afterwards.forEach(Runnable::run);
    for (Draft draft : drafts) {
      intake.attempt(draft.line(), () -> intake.add(draft.line(), draft.done()));
    }
    redirects.forEach(
        (id, target) -> intake.attempt(1, () -> intake.add(1, new Redirect(id, target))));
  }

  /** What stands in one entry. */
  private final class Parts {

    private final int line;
    private final String type;
    private final Set<String> names;
    private final List<Consumer<Draft>> steps = new ArrayList<>();
    private final List<URI> redirects = new ArrayList<>();
    private URI id;
    private String birth = "";
    private String death = "";
    private String geo = "";
    private boolean first = true;

    Parts(int line, URI id, String type, Set<String> names) {
      this.names = names;
      this.line = line;
      this.id = id;
      this.type = type;
    }

    void dates(Optional<String> from, Optional<String> to) {
      birth = from.map(Dates::first).orElse(birth);
      death = to.map(Dates::last).orElse(death);
    }

    void name(String kind, String tag, String text, Span when) {
      Label.Kind known = kind(kind, tag);
      first = false;
      step(draft -> draft.label(known, tag.isEmpty() ? "" : Scripts.script(tag), text, when));
    }

    private Label.Kind kind(String word, String tag) {
      for (Label.Kind kind : Label.Kind.values()) {
        if (kind.name().equalsIgnoreCase(word)) {
          return kind;
        }
      }
      String script = tag.isEmpty() ? "" : Scripts.script(tag);
      if (!script.isEmpty() && !script.startsWith("Han") && !first) {
        return Label.Kind.TRANSLITERATION;
      }
      return word.isEmpty() && first ? Label.Kind.PREFERRED : Label.Kind.VARIANT;
    }

    void identifier(String scheme, String text, Optional<String> link, boolean close) {
      if (scheme.equals("URI")) {
        intake.attempt(line, () -> id = uri(text));
      } else if (scheme.equals("redirect")) {
        intake.attempt(line, () -> redirects.add(uri(text)));
      } else if (!scheme.isEmpty()) {
        External.Match match = close ? External.Match.CLOSE : External.Match.EXACT;
        step(draft -> draft.external(scheme, text, link.map(TeiEntities::uri), match));
      }
    }

    void note(String kind, String text) {
      if (kind.equals("source")) {
        step(draft -> draft.source(text));
      } else if (kind.equals("point")) {
        geo = text.strip();
      } else {
        step(draft -> draft.note(kind.isEmpty() || text.isBlank() ? text : kind + ": " + text));
      }
    }

    private void step(Consumer<Draft> step) {
      steps.add(step);
    }

    Draft draft() {
      Draft draft = new Draft(line, id, type);
      steps.forEach(step -> step.accept(draft));
      draft.period(new Span(birth, death));
      if (!geo.isEmpty()) {
        draft.point(point(geo));
      }
      if (dialect == Dialect.DILA) {
        String own = id.getSchemeSpecificPart();
        draft.external(
            type.equals("person") ? "dila-person" : "dila-place",
            own,
            Optional.of(
                URI.create(
                    "https://authority.dila.edu.tw/%s/?fromInner=%s"
                        .formatted(type.equals("person") ? "person" : "place", own))),
            External.Match.EXACT);
        draft.source("DILA Authority Databases (CC BY-SA 3.0)");
      }
      return draft;
    }

    private Point point(String words) {
      String[] degrees = words.split("[\\s,]+", -1);
      try {
        double one = Double.parseDouble(degrees[0]);
        double other = Double.parseDouble(degrees[1]);
        return dialect == Dialect.DILA ? new Point(other, one) : new Point(one, other);
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException fault) {
        throw new IllegalArgumentException(
            "%s: “%s” is no point; write two numbers of degrees".formatted(id, words), fault);
      }
    }
  }
}
