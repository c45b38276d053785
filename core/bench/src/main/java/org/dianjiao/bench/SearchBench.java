package org.dianjiao.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dianjiao.search.Found;
import org.dianjiao.search.IndexedText;
import org.dianjiao.search.Question;
import org.dianjiao.search.Relatives;
import org.dianjiao.search.SourceRelatives;
import org.dianjiao.search.Switches;
import org.dianjiao.search.TagFilter;
import org.dianjiao.search.TextIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a question to the search index takes, also in processor time, which neighbours do not
 * lengthen; and how long an edit takes until it is found. The corpus is a file of text, cut into
 * documents of 100,000 characters; its name is the system property {@code search.corpus}. The index
 * is made once, and kept in the folder of the build. Run in the root of the project.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 3)
public class SearchBench {

  private static final int CHARACTERS = 10_000_000;
  private static final int DOCUMENT = 100_000;
  private static final int HITS = 50;
  private static final int MILLIS = 60_000;

  /** What is asked: one frequent character, phrases of frequent ones, a rare one, two words. */
  @Param({"之", "之不", "不可以", "天子之", "後不", "于是□之", "俄罗斯", "天下 先王"})
  private String words;

  /** Which switches are on. */
  @Param({"exact", "usual", "all"})
  private String switches;

  private Path folder;
  private TextIndex index;
  private Question question;
  private String text;
  private long revision = 1;
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final List<Long> processor = new ArrayList<>();

  /** Indexes the corpus. */
  @Setup
  public void prepare() throws IOException {
    String corpus = Files.readString(Path.of(System.getProperty("search.corpus", "corpus.txt")));
    folder = Path.of("core/bench/target/search-bench");
    index = TextIndex.open(folder);
    List<String> documents = new ArrayList<>();
    boolean indexed = !index.revisions().isEmpty();
    long began = System.nanoTime();
    for (int from = 0; from < CHARACTERS; from += DOCUMENT) {
      int start = from % (corpus.length() - DOCUMENT);
      String document = corpus.substring(start, start + DOCUMENT);
      text = from == 0 ? document : text;
      documents.add("d" + from);
      if (!indexed) {
        index.put(new IndexedText("p", "d" + from, 1, document, List.of()));
      }
    }
    index.refresh();
    index.commit();
    long size;
    try (Stream<Path> files = Files.list(folder)) {
      size = files.mapToLong(file -> file.toFile().length()).sum();
    }
    Relatives relatives = new SourceRelatives();
    question =
        new Question(
            "p",
            documents,
            Question.phrases(words, switches(), relatives),
            TagFilter.NONE,
            0,
            HITS,
            MILLIS);
    Found found = index.ask(question);
    System.out.printf(
        "prepared in %.1f s, %.1f MB; %s %s: %d matches in %d documents%n",
        (System.nanoTime() - began) / 1e9,
        size / 1e6,
        words,
        switches,
        found.total(),
        found.counts().size());
  }

  private Switches switches() {
    return switch (switches) {
      case "exact" -> Switches.EXACT;
      case "usual" -> new Switches(false, false, true, true, false, true);
      default -> new Switches(true, true, true, true, true, true);
    };
  }

  /** Leaves the index for the next question. */
  @TearDown
  public void close() {
    index.abandon();
    if (!processor.isEmpty()) {
      processor.sort(Comparator.naturalOrder());
      System.out.printf(
          "processor time of one question: median %.1f ms, p95 %.1f ms%n",
          processor.get(processor.size() / 2) / 1e6,
          processor.get(processor.size() * 95 / 100) / 1e6);
    }
  }

  /** A question and the first matches. */
  @Benchmark
  public Found ask() {
    long before = clock.getCurrentThreadCpuTime();
    Found found = index.ask(question);
    processor.add(clock.getCurrentThreadCpuTime() - before);
    return found;
  }

  /** An edit in the middle of a document, until it can be found. */
  @Benchmark
  public long follow() {
    int middle = DOCUMENT / 2;
    String edited =
        Character.isLowSurrogate(text.charAt(middle))
            ? text
            : text.substring(0, middle) + "某" + text.substring(middle);
    index.put(new IndexedText("p", "d0", ++revision, revision % 2 == 0 ? edited : text, List.of()));
    index.refresh();
    return revision;
  }
}
