package org.dianjiao.web;

/**
 * A table as comma separated values (RFC 4180). What a spreadsheet would take for a formula is
 * written as text.
 */
final class CsvTable {

  private static final String LINE_END = "\r\n";

  private final StringBuilder text = new StringBuilder();

  CsvTable(Object... heading) {
    row(heading);
  }

  void row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    text.append(LINE_END);
  }

  private static String cell(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String words = String.valueOf(value);
    boolean formula = !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + words.replace("\"", "\"\"") + '"';
  }

  String text() {
    return text.toString();
  }
}
