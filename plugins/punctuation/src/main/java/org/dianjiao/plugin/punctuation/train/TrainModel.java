package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;
import org.dianjiao.plugin.punctuation.model.FeatureModel;
import org.dianjiao.plugin.punctuation.model.GapFeatures;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.PackedTable;

/**
 * The command that trains the model: counts features, learns one epoch with all that are frequent
 * enough, keeps the strongest, learns the rest of the epochs with those, rounds the weights until
 * the file is small enough, and sets the temperature on the development passages. One thread; the
 * same options give the same file.
 */
public final class TrainModel {

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("data", "../shared/data/punctuation"),
          Map.entry("output", "plugins/punctuation/data/model.bin"),
          Map.entry("parts", "3"),
          Map.entry("share", "1"),
          Map.entry("judou-copies", "2"),
          Map.entry("seed", "1858"),
          Map.entry("epochs", "1.3"),
          Map.entry("batch", "2"),
          Map.entry("bits", "26"),
          Map.entry("least-count", "20"),
          Map.entry("least-sense-count", "30"),
          Map.entry("senses", "24"),
          Map.entry("hidden", "48"),
          Map.entry("rate", "0.035"),
          Map.entry("network-rate", "0.002"),
          Map.entry("feature-dropout", "0.3"),
          Map.entry("rows", "3500000"),
          Map.entry("sense-rows", "200000"),
          Map.entry("step", "0.05"),
          Map.entry("sense-step", "0.04"),
          Map.entry("most-bytes", "12000000"));

  private static final int REPORT = 10_000;
  private static final float COARSER = 1.2f;

  private final Options options;
  private final SplittableRandom random;
  private final ContextNetwork network;
  private final long started = System.nanoTime();

  private TrainModel(Options options) {
    this.options = options;
    this.random = new SplittableRandom(options.integer("seed"));
    this.network = new ContextNetwork(options.integer("senses"), options.integer("hidden"));
  }

  /** Runs the command; the README of the plugin explains the options. */
  public static void main(String[] arguments) throws IOException {
    new TrainModel(Options.parse(arguments, DEFAULTS)).run();
  }

  private void run() throws IOException {
    say("options " + options);
    Path data = Path.of(options.text("data"));
    PassageReader reader = new PassageReader(CharacterTable.read(data.resolve("t2s-chars.tsv")));
    List<Passage> development = reader.read(data.resolve("dev.tsv.xz"));
    List<Passage> passages = read(reader, data);
    say(passages.size() + " passages, " + characters(passages) + " characters");
    TrainingTable scores =
        table(
            ContextNetwork.MARKS,
            count(passages, GapFeatures.MOST),
            options.integer("least-count"));
    TrainingTable senses =
        table(
            network.senses(),
            count(passages, GapFeatures.PLAIN),
            options.integer("least-sense-count"));
    senses.scatter(0.05f, random);
    say(
        scores.keptRows()
            + " rows of scores and "
            + senses.keptRows()
            + " of senses occur often enough");
    learn(scores, senses, passages, development);
    FeatureModel model = save(scores, senses, development);
    say("temperature " + model.temperature() + ": " + score(model, development));
  }

  /** Packs and writes the model, with ever larger steps until the file is small enough. */
  private FeatureModel save(TrainingTable scores, TrainingTable senses, List<Passage> development)
      throws IOException {
    Path output = Path.of(options.text("output"));
    float step = (float) options.number("step");
    PackedTable packedSenses = senses.pack((float) options.number("sense-step"));
    while (true) {
      PackedTable packedScores = scores.pack(step);
      FeatureModel model =
          Calibration.calibrate(
              new FeatureModel(packedScores, packedSenses, network, 1), development);
      ModelFile.write(packedScores, packedSenses, network, model.temperature(), output);
      long size = Files.size(output);
      say(packedScores.rows() + " rows in steps of " + step + ": " + size + " bytes");
      if (size <= options.integer("most-bytes")) {
        return model;
      }
      step *= COARSER;
    }
  }

  private List<Passage> read(PassageReader reader, Path data) throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (int part = 1; part <= options.integer("parts"); part++) {
      passages.addAll(reader.read(data.resolve("train-" + part + ".tsv.xz")));
    }
    int copies = options.integer("judou-copies");
    if (copies > 0) {
      List<Passage> official = reader.read(data.resolve("train-judou.tsv.xz"));
      for (int copy = 0; copy < copies; copy++) {
        passages.addAll(official);
      }
    }
    double share = options.number("share");
    passages.removeIf(passage -> random.nextDouble() >= share);
    return passages;
  }

  private TrainingTable table(int width, RowCounts counts, int leastCount) {
    return new TrainingTable(options.integer("bits"), width, counts, leastCount);
  }

  /** Counts the first {@code most} features of every gap. */
  private RowCounts count(List<Passage> passages, int most) {
    int bits = options.integer("bits");
    RowCounts counts = new RowCounts(bits);
    int[] rows = new int[GapFeatures.MOST];
    for (Passage passage : passages) {
      for (int gap = 0; gap < passage.size(); gap++) {
        int count = GapFeatures.write(passage.codes(), 0, passage.size(), gap, bits, rows, 0);
        for (int i = 0; i < Math.min(count, most); i++) {
          counts.add(rows[i]);
        }
      }
    }
    return counts;
  }

  private void learn(
      TrainingTable scores,
      TrainingTable senses,
      List<Passage> passages,
      List<Passage> development) {
    Trainer trainer =
        new Trainer(scores, senses, network, options.number("feature-dropout"), random);
    FeatureModel model = new FeatureModel(scores, senses, network, 1);
    long all = Math.round(options.number("epochs") * passages.size());
    for (long seen = 0; seen < all; seen += passages.size()) {
      shuffle(passages);
      int end = (int) Math.min(passages.size(), all - seen);
      learn(trainer, passages.subList(0, end), seen, all);
      say("epoch of " + end + " passages: " + score(model, development));
      if (seen == 0) {
        scores.keepStrongest(options.integer("rows"));
        senses.keepStrongest(options.integer("sense-rows"));
        say(scores.keptRows() + " rows kept: " + score(model, development));
      }
    }
  }

  private void learn(Trainer trainer, List<Passage> passages, long seen, long all) {
    int batch = options.integer("batch");
    for (int from = 0; from < passages.size(); from += batch) {
      int to = Math.min(passages.size(), from + batch);
      double slowing = 1 - 0.98 * (seen + from) / all;
      trainer.learn(
          passages.subList(from, to),
          (float) (options.number("rate") * slowing),
          (float) (options.number("network-rate") * slowing),
          random);
      if (from / REPORT != to / REPORT) {
        say(String.format(Locale.ROOT, "%d passages, loss %.4f", seen + to, trainer.takeLoss()));
      }
    }
  }

  private void shuffle(List<Passage> passages) {
    for (int i = passages.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Passage passage = passages.get(i);
      passages.set(i, passages.get(other));
      passages.set(other, passage);
    }
  }

  private static String score(FeatureModel model, List<Passage> passages) {
    return Score.of(model, passages, 0.5).line();
  }

  private static long characters(List<Passage> passages) {
    return passages.stream().mapToLong(Passage::size).sum();
  }

  private void say(String line) {
    long seconds = (System.nanoTime() - started) / 1_000_000_000;
    System.out.printf("%5d s  %s%n", seconds, line);
  }
}
