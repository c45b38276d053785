package org.dianjiao.plugin.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Marked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every plugin owes its host. */
class ConductTest {

  private static final int WINDOW = 100;

  @TempDir static Path state;

  private static Analyzer analyzer;

  @BeforeAll
  static void start() throws Exception {
    analyzer = Fixture.start(state);
  }

  @Test
  void answersAWindowAsItAnswersTheWholeText() throws Exception {
    for (String text : texts()) {
      List<Proposal> whole = Fixture.propose(analyzer, text);
      Random random = new Random(7);
      for (int i = 0; i < 200; i++) {
        int start = boundary(text, random.nextInt(text.length()));
        int end = boundary(text, Math.min(text.length(), start + random.nextInt(300)));
        TextRange focus = new TextRange(start, Math.max(start, end));
        TextRange window =
            new TextRange(
                boundary(text, Math.max(0, start - WINDOW)),
                Math.min(text.length(), focus.end() + WINDOW));
        List<Proposal> seen =
            analyzer
                .analyze(Fixture.request(window.of(text), focus.shift(-window.start()), List.of()))
                .proposals();
        assertThat(seen.stream().map(each -> each.at(each.range().shift(window.start()))))
            .as("focus %s, seed 7", focus)
            .containsExactlyElementsOf(
                whole.stream().filter(each -> focus.contains(each.range())).toList());
      }
    }
  }

  @Test
  void doesNotRepeatWhatWasAccepted() throws Exception {
    for (String text : texts()) {
      List<Marked> accepted =
          Fixture.propose(analyzer, text).stream().map(Fixture::accepted).toList();
      assertThat(Fixture.propose(analyzer, text, accepted)).isEmpty();
    }
  }

  @Test
  void givesTheSameAnswerToFourThreads() throws Exception {
    String text = Fixture.seed("000_e7da4800d09583c2.txt");
    List<Proposal> alone = Fixture.propose(analyzer, text);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<Proposal>> question = () -> Fixture.propose(analyzer, text);
      for (Future<List<Proposal>> answer :
          threads.invokeAll(List.of(question, question, question, question))) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void comesBackEmptyHandedWhenCancelled() throws Exception {
    String text = "上海".repeat(5_000);
    Analysis analysis =
        analyzer.analyze(
            new AnalysisRequest(
                text, new TextRange(5, text.length()), 0, Locale.ROOT, List.of(), () -> true));
    assertThat(analysis).isEqualTo(new Analysis(TextRange.at(5), List.of()));
  }

  @Test
  void survivesOddTextsAndCoversTheFocus() throws Exception {
    List<String> odd = new ArrayList<>(List.of("", "上", " ", "plain ASCII", "\uD842", "■〈", "上海"));
    odd.addAll(List.of("海\uD842", "\uDB40\uDD00", "上海\uFE00", "𠲽\uDB40\uDD00", "上海\uD842"));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String alphabet = "上海黑龙龍江将將军軍大清国國中■〈口佛〉𠲽\uE844\uDB40\uDD00\uFE00\n 　a";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      odd.add(text.toString());
    }
    for (String text : odd) {
      TextRange focus = new TextRange(0, text.length());
      Analysis analysis = analyzer.analyze(Fixture.request(text, focus, List.of()));
      assertThat(analysis.covered()).as("seed %d", seed).isEqualTo(focus);
      for (Proposal proposal : analysis.proposals()) {
        assertThat(boundary(text, proposal.range().end()))
            .as("seed %d: %s in %s", seed, proposal, text)
            .isEqualTo(proposal.range().end());
      }
    }
  }

  @Test
  void readsTenThousandUnitsWithinItsBudget() throws Exception {
    String text = Fixture.seed("000_e7da4800d09583c2.txt").substring(0, 10_000);
    long start = System.nanoTime();
    Fixture.propose(analyzer, text);
    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf("10,000 units: %d ms%n", spent.toMillis());
    assertThat(spent).isLessThan(Duration.ofSeconds(2));
  }

  private static List<String> texts() throws Exception {
    List<String> texts = new ArrayList<>(List.of("上海中国上海𠲽", "黑龙江".repeat(40)));
    for (Path seed : Fixture.seeds()) {
      texts.add(Files.readString(seed));
    }
    return texts;
  }

  /** The nearest offset at or before this one that splits no character. */
  private static int boundary(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return inside ? offset - 1 : offset;
  }
}
