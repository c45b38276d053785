package org.dianjiao.plugin.punctuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.plugin.punctuation.density.Density;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PunctuationAnalyzerTest {

  private static final String CONFUCIUS = "子曰學而時習之不亦說乎有朋自遠方來不亦樂乎";

  @Test
  void punctuatesASentenceThatEveryoneKnows() {
    assertThat(Shipped.punctuate(CONFUCIUS)).matches("子曰：「學而時習之，不亦說乎[？！]有朋自遠方來，不亦樂乎[？！]」");
  }

  @Test
  void givesTheSameMarksInBothScripts() {
    String simplified = "子曰学而时习之不亦说乎有朋自远方来不亦乐乎";

    assertThat(Shipped.proposals(simplified).stream().map(Proposal::range))
        .isEqualTo(Shipped.proposals(CONFUCIUS).stream().map(Proposal::range).toList());
  }

  @Test
  void offersAFewCandidatesThatAddUpToAPause() {
    for (Proposal proposal : Shipped.proposals(CONFUCIUS)) {
      double sum = proposal.candidates().stream().mapToDouble(Candidate::confidence).sum();
      assertThat(proposal.candidates()).hasSizeBetween(1, 4);
      assertThat(sum).isBetween(0.45, 1.0001);
      assertThat(proposal.category()).isIn("mark", "quotation");
    }
  }

  @Test
  void explainsWithTheCharactersOfTheText() {
    String explanation = Shipped.proposals(CONFUCIUS).get(1).explanation();

    assertThat(explanation).startsWith("Pause between 習之 and 不亦 (0.").contains("; for ， speak ");
  }

  @Test
  void addsNoPauseWhereMarksStand() {
    String text = "子曰：學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？";

    assertThat(Shipped.proposals(text)).extracting(Proposal::category).containsOnly("quotation");
  }

  @Test
  void readsOnFromTheMarksThatStand() {
    assertThat(Shipped.punctuate("子曰：學而時習之，不亦說乎有朋自遠方來不亦樂乎"))
        .matches("子曰：「學而時習之，不亦說乎[？！]有朋自遠方來，不亦樂乎[？！]」");
  }

  @Test
  void proposesNoMarkInsideAName() {
    int place = CONFUCIUS.indexOf("不亦說");
    Marked name =
        new Marked(
            new TextRange(place - 1, place + 1),
            new Body.Identification(URI.create("local:P1"), "之不", "person"));
    TextRange all = new TextRange(0, CONFUCIUS.length());
    AnalysisRequest request =
        new AnalysisRequest(CONFUCIUS, all, 0, Locale.CHINESE, List.of(name), Cancellation.NEVER);

    assertThat(Shipped.proposals(CONFUCIUS)).anyMatch(one -> one.range().start() == place);
    assertThat(Shipped.ANALYZER.analyze(request).proposals())
        .noneMatch(one -> one.range().start() == place);
  }

  @Test
  void partsNamesSideBySideAsAList() {
    String text = "其後瑞典那威相繼立約";
    List<Marked> names = List.of(name(new TextRange(2, 4), "瑞典"), name(new TextRange(4, 6), "那威"));
    AnalysisRequest request =
        new AnalysisRequest(
            text, new TextRange(0, text.length()), 0, Locale.CHINESE, names, Cancellation.NEVER);

    assertThat(Shipped.ANALYZER.analyze(request).proposals())
        .filteredOn(one -> one.range().start() == 4)
        .singleElement()
        .matches(one -> one.best().label().equals("、"));
  }

  private static Marked name(TextRange range, String name) {
    return new Marked(range, new Body.Identification(URI.create("local:" + name), name, "polity"));
  }

  @Test
  void putsAColonBehindTheNumberOfAnArticle() {
    assertThat(Shipped.punctuate("　　第三條此後除兩國旱路於從前所定邊疆通商外今議准由海路之上海通商")).startsWith("　　第三條：此後");
    assertThat(Shipped.punctuate("　　第三條約內載明此後除兩國旱路於從前所定邊疆通商外今議准由海路之上海通商")).startsWith("　　第三條約內");
  }

  @ParameterizedTest
  @ValueSource(strings = {"咸豐九年三月二十日", "道光二十五年冬十二月", "二十八年春正月丁亥"})
  void keepsDatesWhole(String date) {
    assertThat(Shipped.punctuate("是時俄人來京" + date + "與之會議於黑龍江")).contains(date);
  }

  @Test
  void answersOnlyInTheFocus() {
    TextRange focus = new TextRange(9, 16);

    List<Proposal> proposals = Shipped.proposals(CONFUCIUS, focus);

    assertThat(proposals).isNotEmpty().allMatch(one -> focus.contains(one.range()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "　　　第一條",
        "俄罗斯\n",
        "<strong>邦交一</strong>\n",
        "　　咸豐九年三月二十日\n\n",
        "　　大清國皇上大■〈口佛〉國皇上欽定和約章程遺補六款",
        "　　中俄續增條約十五則附圖\n　　　第一條\n",
      })
  void leavesHeadingsAlone(String text) {
    assertThat(Shipped.proposals(text)).isEmpty();
  }

  @Test
  void endsAParagraphThatLooksNothingLikeAHeading() {
    assertThat(Shipped.punctuate("　　居住兩國通商日期亦隨該商人之便不必定限\n")).endsWith("不必定限。\n");
  }

  @Test
  void saysNothingToTextWithoutChinese() {
    assertThat(Shipped.proposals("")).isEmpty();
    assertThat(Shipped.proposals("之")).isEmpty();
    assertThat(Shipped.proposals(" \u3000\n\u3000 ")).isEmpty();
    assertThat(Shipped.proposals("The quick brown fox jumps over the lazy dog")).isEmpty();
  }

  @Test
  void stopsWhenNobodyWaits() {
    String text = CONFUCIUS.repeat(1000);
    AtomicInteger polls = new AtomicInteger();
    AnalysisRequest request =
        new AnalysisRequest(
            text,
            new TextRange(0, text.length()),
            0,
            Locale.CHINESE,
            List.of(),
            () -> polls.incrementAndGet() > 2);

    Analysis analysis = Shipped.ANALYZER.analyze(request);

    assertThat(analysis.covered()).isEqualTo(TextRange.at(0));
    assertThat(analysis.proposals()).isEmpty();
    assertThat(polls).hasValue(3);
  }

  @Test
  void readsTenThousandCharactersInLessThanHalfItsBudget() {
    String text = CONFUCIUS.repeat(10_000 / CONFUCIUS.length() + 1).substring(0, 10_000);
    Shipped.proposals(text);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();

    assertThat(Shipped.proposals(text)).isNotEmpty();

    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void refusesAConfidenceThatIsNone() {
    assertThatThrownBy(() -> new Punctuator(Shipped.MODEL, 1.5, Density.AUTO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("min-confidence 1.5 is outside 0–1");
  }
}
