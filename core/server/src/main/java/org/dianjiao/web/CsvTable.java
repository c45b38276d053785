package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.json.Csv;

/** A table that is answered as a file of comma separated values. */
final class CsvTable {

  private final List<List<Object>> rows = new ArrayList<>();

  CsvTable(Object... heading) {
    row(heading);
  }

  void row(Object... cells) {
    rows.add(List.of(cells));
  }

  String text() {
    return Csv.text(rows);
  }

  /**
   * Answers with it, as a file that a browser keeps and never shows.
   *
   * @param name of the file, without its ending
   */
  static void attach(RoutingContext request, String name, String csv) {
    Attachment.text(request, name + ".csv", "text/csv", csv);
  }
}
