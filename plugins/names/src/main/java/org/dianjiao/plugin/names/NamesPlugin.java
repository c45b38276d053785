package org.dianjiao.plugin.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;

/** Reads the authority file and starts analyzers that share nothing. */
public final class NamesPlugin implements Plugin {

  /** Made by the service loader. */
  public NamesPlugin() {}

  /**
   * Starts an analyzer; entries and contexts of the administrator's own in files of the same names
   * in the state directory come before those that ship.
   *
   * @throws IOException when a table cannot be read
   */
  @Override
  public Analyzer start(PluginContext context) throws IOException {
    Fold fold = new Fold(rows(context.dataDirectory().resolve("fold.tsv"), 2));
    List<Entry> entries = tables(context, "authority.tsv", 9).map(Entry::of).toList();
    Set<String> types =
        Arrays.stream(context.settings().string("types").split(",", -1))
            .map(String::strip)
            .filter(type -> !type.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new NamesAnalyzer(
        fold,
        new Authority(fold, entries),
        new Contexts(fold, tables(context, "contexts.tsv", 6).toList()),
        types,
        context.settings().number("min-confidence"));
  }

  private static Stream<List<String>> tables(PluginContext context, String name, int columns)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Path own = context.stateDirectory().resolve(name);
    if (Files.exists(own)) {
      rows.addAll(rows(own, columns));
    }
    rows.addAll(rows(context.dataDirectory().resolve(name), columns));
    return rows.stream();
  }

  /** The rows of a table: tabs between cells; lines that start with # are comments. */
  private static List<List<String>> rows(Path table, int columns) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(table)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != columns) {
          throw new IllegalArgumentException(
              String.format(
                  "%s: line %d has %d cells, not %d",
                  table.getFileName(), number, row.size(), columns));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
