package org.dianjiao.web;

/**
 * A table as comma separated values (RFC 4180). What a spreadsheet would take for a formula is
 * written as text.
 */
final class CsvTable {

  /** What spreadsheets begin a formula by, wide forms too, perhaps behind spaces. */
  private static final String SIGNS = "=+-@＝＋－＠";

  private static final String LINES = "\t\r\n";
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
    String seen = words.strip();
    boolean formula =
        (!words.isEmpty() && LINES.indexOf(words.charAt(0)) >= 0)
            || (!seen.isEmpty() && SIGNS.indexOf(seen.charAt(0)) >= 0);
    return '"' + (formula ? "'" : "") + words.replace("\"", "\"\"") + '"';
  }

  String text() {
    return text.toString();
  }
}
