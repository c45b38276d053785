package org.dianjiao.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.exchange.TeiLayout.Placed;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/** Writes what stands beside the text: remarks, orphans, crossing annotations, entities. */
final class TeiStandOff {

  /** Words that stand apart are a reading aid; the anchors say what is meant. */
  private static final int WORDS = 100;

  private final XmlOutput xml;
  private final TeiLayout layout;
  private final TeiAgencies agencies;
  private final TeiAnnotations annotations;

  TeiStandOff(XmlOutput xml, TeiLayout layout, TeiAgencies agencies, TeiAnnotations annotations) {
    this.xml = xml;
    this.layout = layout;
    this.agencies = agencies;
    this.annotations = annotations;
  }

  void write(Text text, List<Annotation> all) {
    Map<String, Body.Identification> entities = new LinkedHashMap<>();
    for (Annotation annotation : all) {
      if (annotation.body() instanceof Body.Identification name) {
        entities.putIfAbsent(name.entity() + " " + name.type() + " " + name.label(), name);
      }
    }
    boolean notes = !layout.notes().isEmpty() || !layout.orphans().isEmpty();
    if (!notes && layout.apart().isEmpty() && entities.isEmpty()) {
      return;
    }
    xml.openBlock("standOff");
    if (notes) {
      xml.openBlock("listAnnotation");
      layout.notes().forEach(this::note);
      layout.orphans().forEach(this::orphan);
      xml.closeBlock();
    }
    if (!layout.apart().isEmpty()) {
      xml.openBlock("spanGrp", "type", "annotation");
      layout.apart().forEach(one -> span(one, text));
      xml.closeBlock();
    }
    if (!entities.isEmpty()) {
      xml.openBlock("list", "type", "entity");
      entities.values().forEach(this::entity);
      xml.closeBlock();
    }
    xml.closeBlock();
  }

  private void note(Placed note) {
    openNote(note, "targetEnd", pointer(note.end()));
    annotations.saying(note.annotation().body());
    xml.close();
  }

  private void orphan(Placed orphan) {
    openNote(orphan, "type", "orphaned");
    annotations.saying(orphan.annotation().body());
    xml.close();
  }

  private void openNote(Placed placed, String attribute, String value) {
    xml.openBlock(
        "note",
        "xml:id",
        annotations.id(placed.annotation()),
        "resp",
        agencies.responsible(agencies.origin(placed.annotation())),
        "target",
        pointer(placed.start()),
        attribute,
        value);
  }

  private void span(Placed apart, Text text) {
    xml.openBlock("span", "from", pointer(apart.start()), "to", pointer(apart.end()));
    xml.open("mentioned");
    annotations.open(apart.annotation());
    int end = CodeUnits.floor(text, Math.min(apart.end(), apart.start() + WORDS));
    xml.text(text.slice(apart.start(), end) + (end < apart.end() ? "…" : ""));
    annotations.close(apart.annotation());
    xml.close();
    xml.close();
  }

  private void entity(Body.Identification name) {
    xml.openBlock("item");
    annotations.saying(name);
    xml.close();
  }

  private static String pointer(int offset) {
    return "#" + TeiBody.anchor(offset);
  }
}
