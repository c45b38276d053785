package org.dianjiao.plugin.variants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.characters.Orthography;
import org.dianjiao.characters.Variants;
import org.dianjiao.plugin.variants.VariantsAnalyzer.Preferences;

/** Reads the tables once and starts analyzers that share nothing. */
public final class VariantsPlugin implements Plugin {

  /** Made by the service loader. */
  public VariantsPlugin() {}

  /**
   * Starts an analyzer; pairs of the administrator's own in {@code project-pairs.tsv} in the state
   * directory take the place of those that ship.
   *
   * @throws IOException when a table cannot be read
   */
  @Override
  public Analyzer start(PluginContext context) throws IOException {
    Settings settings = context.settings();
    Path data = context.dataDirectory();
    Path own = context.stateDirectory().resolve("project-pairs.tsv");
    Path pairs = Files.exists(own) ? own : data.resolve("project-pairs.tsv");
    Orthography orthography = Orthography.load();
    List<String[]> descriptions = rows(data.resolve("ids.tsv"));
    Components components = new Components(rows(data.resolve("components.tsv")));
    GlyphTable glyphs =
        new GlyphTable(descriptions, rows(data.resolve("private-use.tsv")), components);
    return new VariantsAnalyzer(
        new Orthographies(orthography),
        new VariantTable(
            new Judgement(Variants.load(), orthography, settings.flag("loans")),
            rows(data.resolve("words.tsv")),
            new Names(rows(data.resolve("names.tsv"))),
            new Contexts(rows(data.resolve("contexts.tsv"))),
            rows(pairs)),
        new GlyphFinder(glyphs),
        new GlyphSearch(descriptions, glyphs, components),
        new Preferences(
            settings.string("target"),
            settings.string("mode").equals("replace"),
            settings.number("min-confidence")),
        project -> new ProjectRules(context.table(project, "variants")));
  }

  /** The rows of a table: tabs between cells; lines that start with # are comments. */
  private static List<String[]> rows(Path table) throws IOException {
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
