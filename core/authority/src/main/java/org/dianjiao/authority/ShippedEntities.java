package org.dianjiao.authority;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The entries that ship: what a new server starts with, and all that there is without one. */
public final class ShippedEntities {

  private ShippedEntities() {}

  /** All of them, by their ids; read anew each time. */
  public static List<Entry> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ShippedEntities.class.getResourceAsStream("entities.tsv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(EntityRows::ofLine).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the entities that ship", failure);
    }
  }
}
