package org.dianjiao.reconciliation;

import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Label;

/** An entity as a small page of HTML, for a frame in the window of a client. */
public final class Preview {

  private Preview() {}

  /** The whole page; everything in it is escaped, and it needs no script. */
  public static String of(Entity entity) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(entity.label()))
        .append("</title></head><body><h1>")
        .append(escaped(entity.label()))
        .append("</h1><dl>");
    item(page, "Type", entity.type());
    for (Label label : entity.labels()) {
      if (!label.text().equals(entity.label())) {
        item(page, label.script().isEmpty() ? "Form" : "Form " + label.script(), label.text());
      }
    }
    if (!entity.period().isUnknown()) {
      item(page, "Time", entity.period().from() + "–" + entity.period().to());
    }
    entity
        .point()
        .ifPresent(point -> item(page, "Place", point.latitude() + ", " + point.longitude()));
    entity.external().forEach(one -> item(page, one.scheme(), one.id()));
    entity.notes().forEach(note -> item(page, "Note", note));
    item(page, "Id", entity.id().toString());
    return page.append("</dl></body></html>\n").toString();
  }

  private static void item(StringBuilder page, String name, String value) {
    page.append("<dt>")
        .append(escaped(name))
        .append("</dt><dd>")
        .append(escaped(value))
        .append("</dd>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
