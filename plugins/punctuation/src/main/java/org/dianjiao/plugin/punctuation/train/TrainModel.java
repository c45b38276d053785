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
import org.dianjiao.plugin.punctuation.model.GapFeatures;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.PackedTable;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * The command that trains the model: counts features, learns one epoch with all that are frequent
 * enough, keeps the strongest, learns the other epochs with those, sets the temperature on the
 * development passages and writes the file. One thread; the same options give the same file.
 */
public final class TrainModel {

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("data", "../shared/data/punctuation"),
          Map.entry("output", "plugins/punctuation/data/model.bin"),
          Map.entry("parts", "3"),
          Map.entry("share", "1"),
          Map.entry("judou-copies", "1"),
          Map.entry("batch", "4"),
          Map.entry("epochs", "3"),
          Map.entry("seed", "1858"),
          Map.entry("bits", "26"),
          Map.entry("senses", "24"),
          Map.entry("hidden", "48"),
          Map.entry("least-count", "10"),
          Map.entry("least-sense-count", "10"),
          Map.entry("rows", "1000000"),
          Map.entry("sense-rows", "120000"),
          Map.entry("step", "0.05"),
          Map.entry("sense-step", "0.03"),
          Map.entry("rate", "0.03"),
          Map.entry("network-rate", "0.002"),
          Map.entry("feature-dropout", "0.2"));

  private static final int REPORT = 10_000;

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
    PackedTable packedScores = scores.pack((float) options.number("step"));
    PackedTable packedSenses = senses.pack((float) options.number("sense-step"));
    PunctuationModel model =
        Calibration.calibrate(
            new PunctuationModel(packedScores, packedSenses, network, 1), development);
    say("packed, temperature " + model.temperature() + ": " + score(model, development));
    Path output = Path.of(options.text("output"));
    say(packedScores.rows() + " rows of scores, " + packedSenses.rows() + " of senses");
    ModelFile.write(packedScores, packedSenses, network, model.temperature(), output);
    say("wrote " + output + ", " + Files.size(output) + " bytes");
  }

  private List<Passage> read(PassageReader reader, Path data) throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (int part = 1; part <= options.integer("parts"); part++) {
      passages.addAll(reader.read(data.resolve("train-" + part + ".tsv.xz")));
    }
    double share = options.number("share");
    passages.removeIf(passage -> random.nextDouble() >= share);
    int copies = options.integer("judou-copies");
    if (copies > 0) {
      List<Passage> official = reader.read(data.resolve("train-judou.tsv.xz"));
      for (int copy = 0; copy < copies; copy++) {
        passages.addAll(official);
      }
    }
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
    int epochs = options.integer("epochs");
    Trainer trainer =
        new Trainer(scores, senses, network, options.number("feature-dropout"), random);
    PunctuationModel model = new PunctuationModel(scores, senses, network, 1);
    int batch = options.integer("batch");
    long all = (long) epochs * passages.size();
    long seen = 0;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      shuffle(passages);
      for (int from = 0; from < passages.size(); from += batch) {
        int to = Math.min(passages.size(), from + batch);
        double slowing = 1 - 0.98 * seen / all;
        trainer.learn(
            passages.subList(from, to),
            (float) (options.number("rate") * slowing),
            (float) (options.number("network-rate") * slowing),
            random);
        if (seen / REPORT != (seen + to - from) / REPORT) {
          say(String.format(Locale.ROOT, "%d passages, loss %.4f", seen, trainer.takeLoss()));
        }
        seen += to - from;
      }
      say("epoch " + epoch + ": " + score(model, development));
      if (epoch == 1) {
        scores.keepStrongest(options.integer("rows"));
        senses.keepStrongest(options.integer("sense-rows"));
        say(scores.keptRows() + " rows kept: " + score(model, development));
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

  private static String score(PunctuationModel model, List<Passage> passages) {
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
