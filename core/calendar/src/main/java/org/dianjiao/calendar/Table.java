package org.dianjiao.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A table that ships with this module. */
final class Table {

  private Table() {}

  /** Every row, cut into its cells. */
  static void rows(String name, Consumer<String[]> row) {
    try (InputStream in = Table.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          row.accept(line.split("\t", -1));
        }
      }
    } catch (IOException fault) {
      throw new UncheckedIOException("table " + name, fault);
    }
  }
}
