package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.FeatureModel;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.NetworkFile;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * The command that measures a model: precision, recall and F1 of pauses and of each mark, by genre
 * and by period, how far its confidence is to be trusted, and how fast it is.
 */
public final class EvaluateModel {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data", "../shared/data/punctuation",
          "model", "plugins/punctuation/data/model.bin",
          "network", "plugins/punctuation/data/network.bin",
          "files", "dev.tsv.xz,test-public.tsv.xz,seed002.gold.tsv,seeds.gold.tsv",
          "threshold", "0.5");

  private EvaluateModel() {}

  /** Runs the command; the README of the plugin explains the options. */
  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments, DEFAULTS);
    Path data = Path.of(options.text("data"));
    PassageReader reader = new PassageReader(CharacterTable.read(data.resolve("t2s-chars.tsv")));
    PunctuationModel model = model(options);
    double threshold = options.number("threshold");
    for (String file : options.text("files").split(",", -1)) {
      List<Passage> passages = reader.read(data.resolve(file));
      long started = processorTime();
      Score all = Score.of(model, passages, threshold);
      double seconds = (processorTime() - started) / 1e9;
      long characters = passages.stream().mapToLong(Passage::size).sum();
      System.out.println(file + ": " + all.line());
      System.out.print(all.marks());
      System.out.print(all.trust());
      parts(model, passages, threshold, Passage::genre);
      parts(model, passages, threshold, Passage::period);
      System.out.printf(Locale.ROOT, "  %.0f characters a second%n", characters / seconds);
    }
  }

  /** The joint model, or the feature model alone where there is no network. */
  private static PunctuationModel model(Options options) throws IOException {
    FeatureModel features = ModelFile.read(Path.of(options.text("model")));
    Path network = Path.of(options.text("network"));
    return Files.exists(network) ? NetworkFile.read(network, features) : features;
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void parts(
      PunctuationModel model,
      List<Passage> passages,
      double threshold,
      Function<Passage, String> part) {
    Map<String, Score> scores = new TreeMap<>();
    for (Passage passage : passages) {
      scores.computeIfAbsent(part.apply(passage), name -> new Score(threshold)).add(passage, model);
    }
    scores.forEach((name, score) -> System.out.println("  " + name + ": " + score.line()));
  }
}
