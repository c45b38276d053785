package org.dianjiao.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.ShippedEntities;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginManifest.Window;
import org.dianjiao.plugin.ProjectTables;
import org.dianjiao.plugin.names.NamesPlugin;

/**
 * How long it takes to find the names of 1,000,000 characters, against the entries that ship and
 * made-up ones with 300,000 labels: the first text of the demo project, over and over, in slices as
 * jobs ask for them and as one question. Prints seconds, of the thread that is asked, of all
 * threads with the compiler and the collector, and on the clock. Takes none or the number of runs.
 * Run in the root of the project.
 */
public final class NamesBench {

  private static final Path PLUGIN = Path.of("plugins/names");
  private static final Path TEXT = Path.of("config/demo/000_e7da4800d09583c2.txt");
  private static final int CHARACTERS = 1_000_000;
  private static final int LABELS = 300_000;
  private static final int SLICE = 5_000;
  private static final int WARM_UP = 6;
  private static final int RUNS = 9;
  private static final double NANOS = 1e9;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Analyzer analyzer;
  private final String text;
  private final Window window;

  private NamesBench(Analyzer analyzer, String text, Window window) {
    this.analyzer = analyzer;
    this.text = text;
    this.window = window;
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int runs = arguments.length == 0 ? RUNS : Integer.parseInt(arguments[0]);
    PluginFolder folder = PluginFolder.open(PLUGIN);
    Path state = Files.createTempDirectory("names-bench");
    PluginInstance instance = PluginInstance.of("names", folder, Map.of(), state);
    String text = Files.readString(TEXT);
    text = text.repeat(CHARACTERS / text.length() + 1).substring(0, CHARACTERS);
    Tables tables = new Tables(rows());
    double[] before = times();
    try (Analyzer analyzer = new NamesPlugin().start(instance.context(tables))) {
      System.out.printf(Locale.ROOT, "started in %.2f s of its thread%n", since(before)[0]);
      NamesBench bench = new NamesBench(analyzer, text, folder.manifest().window());
      bench.measure("slices of %,d".formatted(SLICE), SLICE, runs);
      bench.measure("one question", CHARACTERS, runs);
    }
  }

  private static List<List<String>> rows() {
    List<Entry> entries = new ArrayList<>(ShippedEntities.read());
    entries.addAll(MadeUpPersons.with(LABELS));
    return entries.stream().map(EntityRows::cells).toList();
  }

  /** The server's file, as the host gives it. */
  private record Tables(List<List<String>> server) implements ProjectTables {

    @Override
    public List<List<String>> rows(String project, String name) {
      return project.isEmpty() && name.equals("authority") ? server : List.of();
    }

    @Override
    public long version(String project, String name) {
      return rows(project, name).isEmpty() ? 0 : 1;
    }
  }

  private void measure(String how, int slice, int runs) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      find(slice);
    }
    double[][] taken = new double[runs][];
    int found = 0;
    for (int i = 0; i < runs; i++) {
      double[] before = times();
      found = find(slice);
      taken[i] = since(before);
    }
    String[] names = {"thread", "all threads", "clock"};
    System.out.printf("%s, %d runs, %,d proposals%n", how, runs, found);
    for (int kind = 0; kind < names.length; kind++) {
      int one = kind;
      double[] sorted = Arrays.stream(taken).mapToDouble(run -> run[one]).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "  %-12s median %.2f s, from %.2f to %.2f s%n",
          names[kind],
          sorted[runs / 2],
          sorted[0],
          sorted[runs - 1]);
    }
  }

  /** Asks for all of the text and counts what is proposed. */
  private int find(int slice) throws Exception {
    int found = 0;
    for (int from = 0; from < text.length(); from += slice) {
      int to = Math.min(text.length(), from + slice);
      int start = Math.max(0, from - window.before());
      int end = Math.min(text.length(), to + window.after());
      AnalysisRequest request =
          new AnalysisRequest(
              text.substring(start, end),
              new TextRange(from - start, to - start),
              0,
              Locale.forLanguageTag("lzh"),
              List.of(),
              Cancellation.NEVER);
      found += analyzer.analyze(request).proposals().size();
    }
    return found;
  }

  /** Seconds until now, of this thread, of all of this process, and on the clock. */
  private static double[] times() {
    return new double[] {
      CLOCK.getCurrentThreadCpuTime() / NANOS,
      ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS,
      System.nanoTime() / NANOS
    };
  }

  private static double[] since(double[] before) {
    double[] now = times();
    for (int kind = 0; kind < now.length; kind++) {
      now[kind] -= before[kind];
    }
    return now;
  }
}
