package org.dianjiao.authority;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in one cell of a row: things with {@code |} between them, of parts with {@code ;}.
 */
final class Cells {

  private static final char BETWEEN_THINGS = '|';
  private static final char BETWEEN_PARTS = ';';
  private static final char PLAIN = '\\';

  private Cells() {}

  /** The things of a cell, each with its parts; none in an empty cell. */
  static List<List<String>> read(String cell) {
    List<List<String>> things = new ArrayList<>();
    if (cell.isEmpty()) {
      return things;
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char unit = cell.charAt(i);
      if (unit == PLAIN && i + 1 < cell.length()) {
        i++;
        part.append(cell.charAt(i));
      } else if (unit == BETWEEN_PARTS || unit == BETWEEN_THINGS) {
        parts.add(part.toString());
        part.setLength(0);
        if (unit == BETWEEN_THINGS) {
          things.add(parts);
          parts = new ArrayList<>();
        }
      } else {
        part.append(unit);
      }
    }
    parts.add(part.toString());
    things.add(parts);
    return things;
  }

  /** The cell of things. */
  static String of(List<List<String>> things) {
    StringBuilder cell = new StringBuilder();
    for (List<String> thing : things) {
      if (!cell.isEmpty()) {
        cell.append(BETWEEN_THINGS);
      }
      int last = thing.size() - 1;
      while (last > 0 && thing.get(last).isEmpty()) {
        last--;
      }
      for (int i = 0; i <= last; i++) {
        if (i > 0) {
          cell.append(BETWEEN_PARTS);
        }
        append(cell, thing.get(i));
      }
    }
    return cell.toString();
  }

  private static void append(StringBuilder cell, String part) {
    for (int i = 0; i < part.length(); i++) {
      char unit = part.charAt(i);
      if (unit == BETWEEN_THINGS || unit == BETWEEN_PARTS || unit == PLAIN) {
        cell.append(PLAIN);
      }
      cell.append(unit);
    }
  }
}
