package org.dianjiao.plugin.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.punctuation.density.Density;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody would write: silence where there is nothing to say, and no more than usual. */
class BadInputTest {

  private static final String CONFUCIUS = "子曰學而時習之不亦說乎有朋自遠方來不亦樂乎";
  private static final int MILLION = 1_000_000;
  private static final long MEMORY = 100_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n\n",
        "，。、；：？！「」『』《》“”",
        "　　　 　\n   ",
        "The Treaty of Tientsin, signed June 1858; articles 1-12.",
        "これはひらがなのぶんしょうです",
        "カタカナダケノブン",
        "שלום עולם \u202eABC",
        "👩\u200d👩\u200d👧👍🏽",
        "\u0000\u0000\u0001",
        "\ud840\ud840\udc00\udc00\udc00",
        "□□□■■■",
        "■〈口佛〉",
        "<!-- 註 --><strong></strong>",
      })
  void saysNothing(String text) {
    assertThat(Shipped.proposals(text)).isEmpty();
  }

  static Stream<String> pieces() {
    return Stream.of(
        CONFUCIUS, "曰：「諾。", "之 ", "■〈", "<!--", "<", "，", "「", "𠀀", "葛\udb40\udd00", "俄國Россія");
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void looksOnlyAroundTheFocusOfAMillionUnitsInOneLine(String piece) {
    String text = piece.repeat(MILLION / piece.length() + 1).substring(0, MILLION);
    int middle = MILLION / 2 - MILLION / 2 % piece.length();
    TextRange focus = new TextRange(middle, middle + 10 * piece.length());
    for (Proposer part :
        List.of(
            new Punctuator(Shipped.MODEL, 0.5, Density.AUTO),
            new Proofreader(Shipped.MODEL, Density.AUTO, Doubts.USUAL))) {
      PunctuationAnalyzer analyzer = Shipped.analyzer(part);
      long before = allocated();

      List<Proposal> found = analyzer.analyze(Shipped.request(text, focus)).proposals();

      assertThat(allocated() - before).as("bytes").isLessThan(MEMORY);
      int from = middle - 600 - 600 % piece.length();
      String window = text.substring(from, middle + 10 * piece.length() + 600);
      assertThat(analyzer.analyze(Shipped.request(window, focus.shift(-from))).proposals())
          .isEqualTo(found.stream().map(one -> one.at(one.range().shift(-from))).toList());
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
