package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * The command that measures a model: precision, recall and F1 of pauses and of each mark, on the
 * development and test passages and on the project's own texts.
 */
public final class EvaluateModel {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data", "../shared/data/punctuation",
          "model", "plugins/punctuation/data/model.bin",
          "threshold", "0.5");

  private static final List<String> FILES =
      List.of("dev.tsv.xz", "test-public.tsv.xz", "seed002.gold.tsv", "seeds.gold.tsv");

  private EvaluateModel() {}

  /** Runs the command; the README of the plugin explains the options. */
  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments, DEFAULTS);
    Path data = Path.of(options.text("data"));
    PassageReader reader = new PassageReader(CharacterTable.read(data.resolve("t2s-chars.tsv")));
    PunctuationModel model = ModelFile.read(Path.of(options.text("model")));
    double threshold = options.number("threshold");
    for (String file : FILES) {
      List<Passage> passages = reader.read(data.resolve(file));
      Score all = Score.of(model, passages, threshold);
      System.out.println(file + ": " + all.line());
      System.out.print(all.marks());
      genres(model, passages, threshold)
          .forEach((genre, score) -> System.out.println("  " + genre + ": " + score.line()));
    }
  }

  private static Map<String, Score> genres(
      PunctuationModel model, List<Passage> passages, double threshold) {
    Map<String, Score> genres = new TreeMap<>();
    for (Passage passage : passages) {
      genres.computeIfAbsent(passage.genre(), genre -> new Score(threshold)).add(passage, model);
    }
    return genres;
  }
}
