package org.dianjiao.plugin.punctuation.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.plugin.punctuation.PunctuationPlugin;
import org.dianjiao.plugin.punctuation.SharedFolder;
import org.dianjiao.plugin.punctuation.Shipped;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decisions in a project change there: by a reviewer who wants other marks than the model. */
class SimulateLearningTest {

  private static final Path DATA = Path.of("data");
  private static final String PROJECT = "P";
  private static final int REVIEWED = 3;
  private static final int MEASURED = 6;

  private static List<Manuscript> texts;
  private static List<Decision> log;

  @TempDir Path folder;

  @BeforeAll
  static void review(@TempDir Path state) throws Exception {
    Path file = SharedFolder.resolve("data/punctuation/dev.tsv.xz");
    List<Passage> passages =
        new PassageReader(Shipped.TABLE).works(file).values().iterator().next();
    texts =
        passages.subList(0, MEASURED).stream().map(Manner.BREAKS::of).map(Manuscript::new).toList();
    log = new ArrayList<>();
    try (Analyzer analyzer = start(state, true)) {
      SimulatedReviewer reviewer = new SimulatedReviewer(noted(analyzer), PROJECT);
      for (Manuscript text : texts.subList(0, REVIEWED)) {
        reviewer.review(text);
      }
    }
  }

  private static Analyzer start(Path state, boolean learning) throws Exception {
    return new PunctuationPlugin().start(Simulated.delivered(DATA, state, learning));
  }

  private static Analyzer noted(Analyzer analyzer) {
    return new Analyzer() {
      @Override
      public Analysis analyze(AnalysisRequest request) throws Exception {
        return analyzer.analyze(request);
      }

      @Override
      public void decided(Decision decision) {
        log.add(decision);
        analyzer.decided(decision);
      }
    };
  }

  private static double wrong(Analyzer analyzer, String project) throws Exception {
    Mistakes mistakes = new Mistakes();
    for (Manuscript text : texts.subList(REVIEWED, MEASURED)) {
      mistakes.add(text, analyzer, project);
    }
    return mistakes.share();
  }

  private static String command(Analyzer analyzer, String command) throws Exception {
    MarkedText text = new MarkedText("", "", Locale.forLanguageTag("lzh"), List.of());
    Settings sure = new Sure();
    return ((Commands) analyzer)
        .run(new CommandRequest(command, sure, text, TextRange.at(0), progress(), PROJECT))
        .report();
  }

  /** The person is sure. */
  private record Sure() implements Settings {
    @Override
    public String string(String name) {
      throw new IllegalArgumentException(name);
    }

    @Override
    public double number(String name) {
      throw new IllegalArgumentException(name);
    }

    @Override
    public boolean flag(String name) {
      return name.equals("sure");
    }
  }

  private static Progress progress() {
    return new Progress() {
      @Override
      public void done(long parts, long total) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  private static byte[] file(Path state) throws IOException {
    try (Stream<Path> files = Files.list(state)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return Files.readAllBytes(all.get(0));
    }
  }

  @Test
  void makesFewerMistakesInItsProjectAndNoneElse() throws Exception {
    try (Analyzer analyzer = start(folder, true)) {
      double before = wrong(analyzer, PROJECT);
      log.forEach(analyzer::decided);
      assertThat(wrong(analyzer, PROJECT)).isLessThan(0.7 * before);
      assertThat(wrong(analyzer, "another")).isEqualTo(before);
      assertThat(wrong(analyzer, "")).isEqualTo(before);
    }
  }

  @Test
  void keepsTheSameBytesHoweverItIsTold() throws Exception {
    Path once = Files.createDirectory(folder.resolve("once"));
    Path often = Files.createDirectory(folder.resolve("often"));
    Path restarted = Files.createDirectory(folder.resolve("restarted"));
    try (Analyzer analyzer = start(once, true)) {
      log.forEach(analyzer::decided);
    }
    try (Analyzer analyzer = start(often, true)) {
      for (int i = 0; i < log.size(); i++) {
        log.subList(Math.max(0, i - 5), i + 1).forEach(analyzer::decided);
      }
      log.forEach(analyzer::decided);
    }
    for (int from = 0; from < log.size(); from += 50) {
      try (Analyzer analyzer = start(restarted, true)) {
        log.subList(from, Math.min(log.size(), from + 50)).forEach(analyzer::decided);
      }
    }
    assertThat(file(often)).isEqualTo(file(once));
    assertThat(file(restarted)).isEqualTo(file(once));
  }

  @Test
  void isTheModelAloneWhenSwitchedOffAndGoesOnWhenSwitchedOn() throws Exception {
    double learned;
    try (Analyzer analyzer = start(folder, true)) {
      log.forEach(analyzer::decided);
    }
    try (Analyzer analyzer = start(folder, true)) {
      learned = wrong(analyzer, PROJECT);
    }
    byte[] before = file(folder);
    try (Analyzer analyzer = start(folder, false)) {
      assertThat(wrong(analyzer, PROJECT)).isEqualTo(wrong(analyzer, "")).isGreaterThan(learned);
      assertThat(command(analyzer, "learned")).startsWith("Learning is switched off");
    }
    assertThat(file(folder)).isEqualTo(before);
    try (Analyzer analyzer = start(folder, true)) {
      assertThat(wrong(analyzer, PROJECT)).isEqualTo(learned);
    }
  }

  @Test
  void forgetsAlsoWhenTheSameIsToldAgain() throws Exception {
    try (Analyzer analyzer = start(folder, true)) {
      log.forEach(analyzer::decided);
      assertThat(command(analyzer, "learned")).contains(log.size() + " decisions", "，", "rarer");
      assertThat(command(analyzer, "forget")).contains(log.size() + " decisions");
      assertThat(command(analyzer, "forget")).contains("nothing to forget");
    }
    try (Analyzer analyzer = start(folder, true)) {
      log.forEach(analyzer::decided);
      assertThat(command(analyzer, "learned")).startsWith("Nothing was learned");
      assertThat(wrong(analyzer, PROJECT)).isEqualTo(wrong(analyzer, ""));
    }
  }
}
