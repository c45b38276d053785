package org.dianjiao.exchange.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.authority.Entry;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;

/** Files with one entry in each line: JSON, or cells with tabs between them. */
final class EntityLines {

  private EntityLines() {}

  static void readJson(InputStream in, Intake intake) throws IOException {
    SourceLines.each(
        in, (line, text) -> intake.attempt(line, () -> intake.add(line, entry(line, text))));
  }

  private static Entry entry(int line, String text) {
    try {
      return text.contains("\"label\"")
          ? Json.read(text, FlatForm.class).entity(line)
          : Json.read(text, EntityForm.class).entry();
    } catch (MalformedJson malformed) {
      throw new IllegalArgumentException(
          malformed.getMessage().replaceFirst(" \\(line \\d+, ", " ("), malformed);
    }
  }

  static void readRows(InputStream in, Intake intake) throws IOException {
    SourceLines.each(
        in,
        (line, text) -> {
          if (!isHeading(text)) {
            intake.attempt(line, () -> intake.add(line, EntityRows.ofLine(text)));
          }
        });
  }

  private static boolean isHeading(String text) {
    return text.startsWith("#") || text.startsWith("id\ttype\t");
  }

  static void writeJson(List<Entry> entries, Writer out) throws IOException {
    for (Entry entry : entries) {
      out.write(Json.text(EntityForm.of(entry)));
      out.write('\n');
    }
  }

  static void writeRows(List<Entry> entries, Writer out) throws IOException {
    out.write(String.join("\t", EntityRows.COLUMNS));
    out.write('\n');
    for (Entry entry : entries) {
      out.write(EntityRows.line(entry));
      out.write('\n');
    }
  }
}
