package org.dianjiao.plugin.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.authority.Entry;
import org.dianjiao.plugin.names.find.Abbreviation;
import org.dianjiao.plugin.names.find.Contexts;
import org.dianjiao.plugin.names.find.Finder;
import org.dianjiao.plugin.names.find.Vocabulary;
import org.dianjiao.plugin.names.learn.Learner;
import org.dianjiao.plugin.names.lexicon.Fold;
import org.dianjiao.plugin.names.lexicon.Lexicon;
import org.dianjiao.plugin.names.lexicon.Surnames;

/** Reads the tables and starts analyzers that share nothing. */
public final class NamesPlugin implements Plugin {

  /** Made by the service loader. */
  public NamesPlugin() {}

  /**
   * Starts an analyzer; entries and contexts of the administrator's own in files of the same names
   * in the state directory come before the others.
   *
   * @throws IOException when a table cannot be read
   */
  @Override
  public Analyzer start(PluginContext context) throws IOException {
    Path data = context.dataDirectory();
    Path state = context.stateDirectory();
    Settings settings = context.settings();
    Fold fold = new Fold(rows(data.resolve("fold.tsv"), 2));
    Vocabulary words = new Vocabulary(fold, rows(data.resolve("patterns.tsv"), 2));
    List<List<String>> contexts = new ArrayList<>(rows(state.resolve("contexts.tsv"), 6));
    contexts.addAll(rows(data.resolve("contexts.tsv"), 6));
    Finder.Rules rules =
        new Finder.Rules(
            words,
            new Contexts(fold, contexts),
            Abbreviation.read(fold, rows(data.resolve("abbreviations.tsv"), 3)),
            new Finder.Kinds(
                types(settings.string("types")),
                settings.flag("unknown"),
                settings.flag("abbreviations")));
    Surnames surnames = words.surnames();
    AuthorityFiles files =
        new AuthorityFiles(context, entities -> new Lexicon(fold, surnames, entities), own(state));
    Learner learner = new Learner(fold, state, context.logger());
    return new NamesAnalyzer(
        new Projects(context, files, fold, rules, learner, settings.flag("learning")),
        settings.number("min-confidence"));
  }

  private static Set<String> types(String setting) {
    return Arrays.stream(setting.split(",", -1))
        .map(String::strip)
        .filter(type -> !type.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Entries of the administrator's own: lines as in a file of entities. */
  private static List<Entity> own(Path state) throws IOException {
    Path file = state.resolve("authority.tsv");
    List<Entity> own = new ArrayList<>();
    int number = 0;
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        own.add(entity(line, number));
      }
    }
    return own;
  }

  private static Entity entity(String line, int number) {
    try {
      Entry entry = EntityRows.ofLine(line);
      if (entry instanceof Entity entity) {
        return entity;
      }
      throw new IllegalArgumentException(entry.id() + " is no entity");
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "authority.tsv: line %d: %s".formatted(number, wrong.getMessage()), wrong);
    }
  }

  /** The rows of a table, none when there is no such file: tabs between cells; # begins remarks. */
  private static List<List<String>> rows(Path table, int columns) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    for (String line : Files.exists(table) ? Files.readAllLines(table) : List.<String>of()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != columns) {
          throw new IllegalArgumentException(
              "%s: line %d has %d cells, not %d"
                  .formatted(table.getFileName(), number, row.size(), columns));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
