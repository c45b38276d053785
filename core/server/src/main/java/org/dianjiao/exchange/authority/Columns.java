package org.dianjiao.exchange.authority;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.json.CsvRows;

/** Rows of a table of which the first says what the columns are called. */
final class Columns {

  private final Map<String, Integer> places;
  private final List<String> cells;

  private Columns(Map<String, Integer> places, List<String> cells) {
    this.places = places;
    this.cells = cells;
  }

  /** What is done with a row. */
  interface Step {
    void accept(int line, Columns row);
  }

  /** Goes through comma separated values behind their heading. */
  static void each(InputStream in, Step step) throws IOException {
    Map<String, Integer> places = new HashMap<>();
    CsvRows.each(
        SourceLines.reader(in),
        (line, cells) -> {
          if (places.isEmpty()) {
            for (int at = 0; at < cells.size(); at++) {
              places.put(name(cells.get(at)), at);
            }
          } else {
            step.accept(line, new Columns(places, cells));
          }
        });
  }

  private static String name(String heading) {
    return heading.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /** What stands in a column; empty when the column is not there, or the row ends before it. */
  String get(String column) {
    Integer place = places.get(column);
    return place == null || place >= cells.size() ? "" : cells.get(place).strip();
  }
}
