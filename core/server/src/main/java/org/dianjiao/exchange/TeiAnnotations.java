package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.document.Effect;

/** Writes annotations as elements, each the same wherever it stands. */
final class TeiAnnotations {

  private final XmlOutput xml;
  private final TeiAgencies agencies;
  private final TeiKinds kinds;
  private final Map<Body.Glyph, String> characters = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  TeiAnnotations(
      XmlOutput xml, TeiAgencies agencies, TeiKinds kinds, List<Annotation> annotations) {
    this.xml = xml;
    this.agencies = agencies;
    this.kinds = kinds;
    for (Annotation annotation : annotations) {
      ids.put(
          annotation.id(),
          Effect.ID.matcher(annotation.id()).matches()
              ? "a-" + annotation.id()
              : "annotation-" + (ids.size() + 1));
      if (annotation.body() instanceof Body.Glyph glyph) {
        characters.computeIfAbsent(glyph, missing -> "char-" + (characters.size() + 1));
      }
    }
  }

  /** The characters that the text could only describe, with their ids. */
  Map<Body.Glyph, String> characters() {
    return characters;
  }

  /** The id of an annotation in the file. */
  String id(Annotation annotation) {
    return ids.get(annotation.id());
  }

  /** Opens the element around the words that are meant. */
  void open(Annotation annotation) {
    Body body = annotation.body();
    if (body instanceof Body.Regularization regular) {
      new TeiOtherForm(xml, regular).open(common(annotation));
    } else if (body instanceof Body.Identification name) {
      openName(name.type(), common(annotation, pointer(name), name.entity().toString()));
    } else if (body instanceof Body.Tag tag) {
      openName(tag.name(), common(annotation));
    } else if (body instanceof Body.Date date) {
      openName(date.kind(), common(annotation, TeiDate.attributes(date)));
    } else if (body instanceof Body.Glyph glyph) {
      xml.open("g", common(annotation, "ref", "#" + characters.get(glyph)));
    } else if (body instanceof Body.Gap) {
      xml.open("seg", common(annotation, "type", "gap"));
    } else {
      throw new IllegalArgumentException("a " + body.kind() + " is no element around text");
    }
  }

  /** Closes the element that {@link #open} opened. */
  void close(Annotation annotation) {
    if (annotation.body() instanceof Body.Regularization regular) {
      new TeiOtherForm(xml, regular).close();
      return;
    }
    if (annotation.body() instanceof Body.Gap gap) {
      xml.empty("gap", gapAttributes(gap));
    }
    xml.close();
  }

  /** A gap in which nothing stands. */
  void gap(Annotation annotation, Body.Gap gap) {
    xml.empty("gap", common(annotation, gapAttributes(gap)));
  }

  /** What a body says, without id, responsibility and the words that are meant. */
  void saying(Body body) {
    if (body instanceof Body.Note note) {
      xml.text(note.text());
    } else if (body instanceof Body.Regularization regular) {
      new TeiOtherForm(xml, regular).alone();
    } else if (body instanceof Body.Identification name) {
      openName(name.type(), pointer(name), name.entity().toString());
      xml.text(name.label());
      xml.close();
    } else if (body instanceof Body.Tag tag) {
      openName(tag.name());
      xml.close();
    } else if (body instanceof Body.Date date) {
      openName(date.kind(), TeiDate.attributes(date));
      xml.text(date.norm());
      xml.close();
    } else if (body instanceof Body.Glyph glyph) {
      xml.empty("g", "ref", "#" + characters.get(glyph));
    } else if (body instanceof Body.Gap gap) {
      xml.empty("gap", gapAttributes(gap));
    }
  }

  private void openName(String kind, String... attributes) {
    TeiName name = kinds.of(kind);
    xml.open(
        name.element(),
        name.type().map(type -> concat(attributes, "type", type)).orElse(attributes));
  }

  /** What points to the entity. */
  private String pointer(Body.Identification name) {
    return kinds.of(name.type()).pointer();
  }

  private static String[] gapAttributes(Body.Gap gap) {
    String[] reason = {"reason", word(gap.reason())};
    return gap.quantity() == 0
        ? concat(reason, "extent", "unknown", "unit", "chars")
        : concat(reason, "quantity", Integer.toString(gap.quantity()), "unit", "chars");
  }

  private String[] common(Annotation annotation, String... more) {
    return concat(
        new String[] {
          "xml:id", id(annotation), "resp", agencies.responsible(agencies.origin(annotation))
        },
        more);
  }

  private static String[] concat(String[] some, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(some));
    all.addAll(Arrays.asList(more));
    return all.toArray(new String[0]);
  }

  /** A word as TEI wants it in a {@code type}: nothing but letters, numbers, marks and symbols. */
  static String word(String words) {
    String word = words.strip().replaceAll("[\\p{C}\\p{Z}]+", "-");
    return word.isEmpty() ? "other" : word;
  }
}
