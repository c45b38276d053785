package org.dianjiao.exchange;

import java.util.Map;
import java.util.Optional;

/**
 * How kinds of annotations that plugins declare are written in TEI. Those of the house are written
 * as ever, whatever a plugin declares.
 *
 * @param declared by kind
 */
public record TeiKinds(Map<String, Element> declared) {

  /** Nothing is declared. */
  public static final TeiKinds NONE = new TeiKinds(Map.of());

  /** An element around the annotated text, and the value of its {@code type}. */
  public record Element(String name, Optional<String> type) {}

  /** Copies the map. */
  public TeiKinds {
    declared = Map.copyOf(declared);
  }

  TeiName of(String kind) {
    return TeiName.ofTheHouse(kind)
        .or(() -> Optional.ofNullable(declared.get(kind)).map(TeiKinds::name))
        .orElseGet(() -> new TeiName("rs", Optional.of(TeiAnnotations.word(kind))));
  }

  private static TeiName name(Element element) {
    return new TeiName(element.name(), element.type());
  }
}
