package org.dianjiao.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A TEI file read back: its text, ids, pointers and elements. */
final class TeiFile {

  /** What stands beside the text and is none of it. */
  private static final Set<String> OTHER_FORMS = Set.of("reg", "corr", "rdg", "wit");

  /**
   * An element.
   *
   * @param text all that is in it
   * @param words the same without other forms of it
   */
  record Element(
      String name, Map<String, String> attributes, StringBuilder text, StringBuilder words) {

    String attribute(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }
  }

  final StringBuilder body = new StringBuilder();
  final List<Element> elements = new ArrayList<>();
  final Set<String> ids = new HashSet<>();
  final Map<String, Integer> anchors = new HashMap<>();
  final List<String> dangling = new ArrayList<>();
  final List<String> repeated = new ArrayList<>();

  TeiFile(String xml) throws XMLStreamException {
    XMLStreamReader reader =
        SafeXml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    List<Element> open = new ArrayList<>();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        Element element = element(reader);
        elements.add(element);
        open.add(element);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.remove(open.size() - 1);
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
        open.forEach(element -> element.text().append(reader.getText()));
        List<String> names = open.stream().map(Element::name).toList();
        boolean other = names.stream().anyMatch(OTHER_FORMS::contains);
        if (!other) {
          open.forEach(element -> element.words().append(reader.getText()));
        }
        if (names.contains("body") && !other) {
          body.append(reader.getText());
        }
      }
    }
    for (Element element : elements) {
      for (String attribute : List.of("resp", "who", "target", "targetEnd", "from", "to", "ref")) {
        for (String pointer : element.attribute(attribute).split(" ", -1)) {
          if (pointer.startsWith("#") && !ids.contains(pointer.substring(1))) {
            dangling.add(element.name() + " " + attribute + "=" + pointer);
          }
        }
      }
    }
  }

  private Element element(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      String name = reader.getAttributeLocalName(i);
      attributes.put(prefix.isEmpty() ? name : prefix + ":" + name, reader.getAttributeValue(i));
    }
    String id = attributes.get("xml:id");
    if (id != null && !ids.add(id)) {
      repeated.add(id);
    }
    if (reader.getLocalName().equals("anchor")) {
      anchors.put(id, body.length());
    }
    return new Element(reader.getLocalName(), attributes, new StringBuilder(), new StringBuilder());
  }

  /** All elements with a name, in order. */
  List<Element> all(String name) {
    return elements.stream().filter(element -> element.name().equals(name)).toList();
  }

  /** The element with an id. */
  Element byId(String id) {
    return elements.stream()
        .filter(element -> element.attribute("xml:id").equals(id))
        .findFirst()
        .orElseThrow();
  }
}
