package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.NetworkFile;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/** The command that measures a model and writes the report. */
public final class EvaluateModel {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data", "../shared/data/punctuation",
          "model", "plugins/punctuation/data/model.bin",
          "network", "plugins/punctuation/data/network.bin",
          "files", "dev.tsv.xz,test-public.tsv.xz,seed002.gold.tsv,seeds.gold.tsv",
          "threshold", "0.5",
          "report", "plugins/punctuation/REPORT.md");

  private static final int TURNS = 5;

  private EvaluateModel() {}

  /** Runs the command; the README of the plugin explains the options. */
  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments, DEFAULTS);
    Path data = Path.of(options.text("data"));
    PassageReader reader = new PassageReader(CharacterTable.read(data.resolve("t2s-chars.tsv")));
    Path model = Path.of(options.text("model"));
    Path network = Path.of(options.text("network"));
    PunctuationModel joint = NetworkFile.read(network, ModelFile.read(model));
    Report report = new Report(joint, options.number("threshold"));
    List<Passage> last = List.of();
    for (String file : options.text("files").split(",", -1)) {
      last = reader.read(data.resolve(file));
      report.add(file, last);
      report.add(Proposed.of(List.of(model, network, data.resolve("t2s-chars.tsv")), last));
    }
    String text =
        String.format(
            Locale.ROOT,
            "# Report on the model of punctuation%n%n"
                + "Written by `EvaluateModel`; a mark is proposed where a pause has a probability of %s"
                + " or more. The last mark of each passage is left out, and 「」 and 《》 count only where"
                + " the edition is known to have them; each half of a pair is taken by itself, at 0.5 or"
                + " more. Files of %,d and %,d bytes; %,.0f characters a second on one core (median of"
                + " %d turns over the last file, model alone).%n%n%s",
            options.text("threshold"),
            Files.size(model),
            Files.size(network),
            speed(joint, last),
            TURNS,
            report.text());
    Files.writeString(Path.of(options.text("report")), text);
    System.out.print(text);
  }

  /** Characters a second of processor time. */
  private static double speed(PunctuationModel model, List<Passage> passages) {
    long characters = passages.stream().mapToLong(Passage::size).sum();
    List<Double> speeds = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      long started = processorTime();
      for (Passage passage : passages) {
        PunctuationModel.Reading reading = model.read(Line.of(passage.codes()), 0, passage.size());
        for (int gap = 0; gap < passage.size(); gap++) {
          reading.probabilities(gap);
        }
      }
      speeds.add(characters * 1e9 / (processorTime() - started));
    }
    return speeds.stream().sorted().toList().get(TURNS / 2);
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
