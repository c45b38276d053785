package org.dianjiao.characters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the packed tables: tabs between cells; lines that begin with # are remarks. */
final class Tables {

  private Tables() {}

  /** Takes a row of a table, which is not cut out of it: that would cost most of the time. */
  interface RowReader {
    void row(String table, int start, int end);
  }

  /** Hands every row of a long table on, in order. */
  static void scan(String name, RowReader reader) {
    String table = text(name);
    int start = 0;
    while (start < table.length()) {
      int end = table.indexOf('\n', start);
      if (table.charAt(start) != '#') {
        reader.row(table, start, end);
      }
      start = end + 1;
    }
  }

  /** Hands the cells of every row of a table on, in order. */
  static void read(String name, Consumer<String[]> rows) {
    scan(name, (table, start, end) -> rows.accept(table.substring(start, end).split("\t")));
  }

  private static String text(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the packed table " + name, failure);
    }
  }
}
