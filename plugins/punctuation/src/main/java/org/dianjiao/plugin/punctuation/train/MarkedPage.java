package org.dianjiao.plugin.punctuation.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Choice;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.NetworkFile;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * The command that writes a page on which a text stands with the marks of the model beside those of
 * an edition: what both have, what only one has, and where each has another.
 */
public final class MarkedPage {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data", "../shared/data/punctuation",
          "model", "plugins/punctuation/data/model.bin",
          "network", "plugins/punctuation/data/network.bin",
          "file", "seed002.gold.tsv",
          "threshold", "0.5",
          "title", "The unpunctuated treaty",
          "page", "docs/treaty.html");

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; color: #1c1c1c; background: #fdfcf8; }
      p[lang] { font-family: "Noto Serif CJK SC", "Source Han Serif SC", serif; font-size: 1.25rem; line-height: 2.1; }
      ins, del, b { padding: 0 .1em; border-radius: .2em; text-decoration: none; font-weight: normal; }
      ins { background: #cfe3f7; color: #0b3d6b; border-bottom: 2px solid #0b3d6b; }
      del { background: #f9d6cc; color: #8a1f00; text-decoration: line-through; }
      b { background: #f3e6a8; color: #5c4700; border-bottom: 2px dotted #5c4700; }
      </style>
      <h1>%1$s</h1>
      <p>%2$s</p>
      <p>A mark without colour stands in the edition and is proposed. <ins>，</ins> only the edition has it;
      <del>，</del> only the plugin proposes it; <b>，→。</b> the plugin proposes the first, the edition has the second. The last
      mark of each passage is given. Written by the command <code>MarkedPage</code> (<code>plugins/punctuation</code>).</p>
      """;

  private MarkedPage() {}

  /** Runs the command; the README of the plugin explains the options. */
  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments, DEFAULTS);
    Path data = Path.of(options.text("data"));
    CharacterTable table = CharacterTable.read(data.resolve("t2s-chars.tsv"));
    PunctuationModel model =
        NetworkFile.read(
            Path.of(options.text("network")), ModelFile.read(Path.of(options.text("model"))));
    double threshold = options.number("threshold");
    Score score = new Score(threshold);
    StringBuilder paragraphs = new StringBuilder();
    try (BufferedReader lines = Files.newBufferedReader(data.resolve(options.text("file")))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Passage passage = Passage.parse(line, table).orElseThrow();
        PunctuationModel.Reading reading = model.read(Line.of(passage.codes()), 0, passage.size());
        score.add(passage, reading, model.choice());
        paragraphs.append("<p lang=\"lzh\">");
        write(passage, characters(line), reading, model.choice(), threshold, paragraphs);
        paragraphs.append("</p>\n");
      }
    }
    String figures =
        String.format(
            Locale.ROOT,
            "%,d characters. Pauses: precision %.3f, recall %.3f, F1 %.3f; exact marks F1 %.3f.",
            score.characters(),
            score.pauses().precision(),
            score.pauses().recall(),
            score.pauses().f1(),
            score.exact().f1());
    Files.writeString(
        Path.of(options.text("page")),
        HEAD.formatted(escaped(options.text("title")), figures) + paragraphs);
  }

  /** The characters of a passage as the edition writes them. */
  private static int[] characters(String line) {
    return line.substring(line.lastIndexOf('\t') + 1)
        .codePoints()
        .filter(code -> Mark.of(code).isEmpty() && Pairs.bit(code) == 0)
        .toArray();
  }

  private static void write(
      Passage passage,
      int[] characters,
      PunctuationModel.Reading reading,
      Choice choice,
      double threshold,
      StringBuilder out) {
    for (int gap = 0; gap < passage.size(); gap++) {
      out.append(escaped(Character.toString(characters[gap])));
      Mark wanted = Mark.ALL.get(passage.labels()[gap]);
      float[] probabilities = reading.probabilities(gap);
      boolean last = gap == passage.size() - 1;
      Mark offered = 1 - probabilities[0] >= threshold ? choice.best(probabilities) : Mark.NONE;
      out.append(both(wanted, last ? wanted : offered));
    }
  }

  private static String both(Mark wanted, Mark offered) {
    if (wanted == offered) {
      return wanted.text();
    }
    if (offered == Mark.NONE) {
      return "<ins>" + wanted.text() + "</ins>";
    }
    return wanted == Mark.NONE
        ? "<del>" + offered.text() + "</del>"
        : "<b>" + offered.text() + "→" + wanted.text() + "</b>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
