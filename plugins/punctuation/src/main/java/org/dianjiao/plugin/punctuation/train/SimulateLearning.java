package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.plugin.punctuation.PunctuationPlugin;
import org.dianjiao.plugin.punctuation.model.CharacterTable;

/**
 * The command that measures learning on the job. In each work a simulated reviewer goes through the
 * first characters, through the plugin as the server would; what is behind them is then answered
 * with what was learned and without.
 */
public final class SimulateLearning {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data", "../shared/data/punctuation",
          "plugin-data", "plugins/punctuation/data",
          "files", "dev.tsv.xz",
          "characters", "500,1000,2000,4000",
          "manner", "edition");

  /** A work that has fewer passages left says nothing. */
  private static final int LEAST_LEFT = 3;

  private final Analyzer analyzer;
  private final List<Integer> steps;
  private final Map<Integer, List<double[]>> falls = new TreeMap<>();

  SimulateLearning(Analyzer analyzer, List<Integer> steps) {
    this.analyzer = analyzer;
    this.steps = List.copyOf(steps);
  }

  /** Runs the command; the README of the plugin explains the options. */
  public static void main(String[] arguments) throws Exception {
    Options options = Options.parse(arguments, DEFAULTS);
    Path data = Path.of(options.text("data"));
    PassageReader reader = new PassageReader(CharacterTable.read(data.resolve("t2s-chars.tsv")));
    Manner manner = Manner.valueOf(options.text("manner").toUpperCase(Locale.ROOT));
    List<Integer> steps =
        Stream.of(options.text("characters").split(",", -1)).map(Integer::valueOf).toList();
    Path state = Files.createTempDirectory("learning");
    Simulated context = Simulated.delivered(Path.of(options.text("plugin-data")), state, true);
    try (Analyzer analyzer = new PunctuationPlugin().start(context)) {
      SimulateLearning simulation = new SimulateLearning(analyzer, steps);
      for (String file : options.text("files").split(",", -1)) {
        for (Map.Entry<String, List<Passage>> work : reader.works(data.resolve(file)).entrySet()) {
          List<Passage> passages = work.getValue().stream().map(manner::of).toList();
          simulation.work(work.getKey(), passages).forEach(System.out::println);
        }
      }
      simulation.means().forEach(System.out::println);
    } finally {
      delete(state);
    }
  }

  /** Simulates one work, and says what came out after each number of characters. */
  List<String> work(String name, List<Passage> passages) throws Exception {
    List<Manuscript> manuscripts = passages.stream().map(Manuscript::new).toList();
    SimulatedReviewer reviewer = new SimulatedReviewer(analyzer, name);
    List<String> lines = new ArrayList<>();
    int read = 0;
    int characters = 0;
    for (int step : steps) {
      while (characters < step && read < manuscripts.size()) {
        characters += manuscripts.get(read).size();
        reviewer.review(manuscripts.get(read++));
      }
      if (manuscripts.size() - read >= LEAST_LEFT) {
        lines.add(measure(name, step, manuscripts.subList(read, manuscripts.size())));
      }
    }
    return lines;
  }

  private String measure(String work, int step, List<Manuscript> rest) throws Exception {
    Mistakes without = new Mistakes();
    Mistakes with = new Mistakes();
    for (Manuscript manuscript : rest) {
      without.add(manuscript, analyzer, "");
      with.add(manuscript, analyzer, work);
    }
    double[] fall = {
      1 - with.share() / without.share(), 1 - with.lack() / without.lack(),
    };
    falls.computeIfAbsent(step, characters -> new ArrayList<>()).add(fall);
    return String.format(
        Locale.ROOT,
        "%s after %d: wrong gaps %.4f -> %.4f (%+.1f %%), 1 - mark F1 %.4f -> %.4f (%+.1f %%)",
        work,
        step,
        without.share(),
        with.share(),
        -100 * fall[0],
        without.lack(),
        with.lack(),
        -100 * fall[1]);
  }

  /** By how much the errors fell after some characters, in the mean over the works. */
  double fall(int step) {
    return falls.get(step).stream().mapToDouble(fall -> fall[0]).average().orElse(0);
  }

  private double lackFall(int step) {
    return falls.get(step).stream().mapToDouble(fall -> fall[1]).average().orElse(0);
  }

  private List<String> means() {
    return falls.keySet().stream()
        .map(
            step ->
                String.format(
                    Locale.ROOT,
                    "mean of %d works after %d: wrong gaps %+.1f %%, 1 - mark F1 %+.1f %%",
                    falls.get(step).size(),
                    step,
                    -100 * fall(step),
                    -100 * lackFall(step)))
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
