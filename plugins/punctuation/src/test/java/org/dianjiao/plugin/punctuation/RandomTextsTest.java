package org.dianjiao.plugin.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.punctuation.density.Density;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The analyzer over nonsense made of everything that can go wrong in a text. */
class RandomTextsTest {

  private static final PunctuationAnalyzer PROOFREADER =
      Shipped.analyzer(
          new Proofreader(Shipped.MODEL, Density.AUTO, new Doubts(0.7, 0.7, 0.1, 0.5, 0.9)));
  private static final int WINDOW = 600;
  private static final String VARIATION_SELECTOR = "\uDB40\uDD00";
  private static final String CHARACTERS = "之者也曰乎以於俄國大清一二三年月日";
  private static final List<String> TOKENS =
      List.of(
          "<!--",
          "-->",
          "<!-- 註 -->",
          "<strong>",
          "</strong>",
          "<",
          ">",
          "■〈口佛〉",
          "■",
          "〈",
          "〉",
          "\n",
          "\n\n",
          "　",
          "　　　",
          " ",
          "，",
          "。",
          "：「",
          "」",
          "《",
          "》",
          "葛" + VARIATION_SELECTOR,
          "𠲽",
          "□",
          "A",
          "1858",
          "é",
          "\uE844",
          "”",
          "“",
          "『",
          "』",
          "，，",
          "かな",
          "カナ",
          "שלום",
          "\u202e",
          "👩\u200d👧",
          "\u0000",
          "\ud840",
          "\udc00",
          "\uD869\uDED6");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 11, 14})
  void keepsItsPromises(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String text = text(random, 2000);

    List<Proposal> whole = Shipped.proposals(text);
    keepsItsPromises(seed, text, Shipped.ANALYZER, whole);
    keepsItsPromises(seed, text, PROOFREADER, proposals(PROOFREADER, text, all(text)));
  }

  private static void keepsItsPromises(
      long seed, String text, PunctuationAnalyzer analyzer, List<Proposal> whole) {

    assertThat(Shipped.withoutMarks(Shipped.accept(text, whole)))
        .as("seed %d", seed)
        .isEqualTo(Shipped.withoutMarks(text));
    for (Proposal proposal : whole) {
      assertThat(cuts(text, proposal.range().start())).as("seed %d", seed).isFalse();
      assertThat(cuts(text, proposal.range().end())).as("seed %d", seed).isFalse();
      assertThat(proposal.explanation().codePoints().anyMatch(RandomTextsTest::isBroken))
          .as("seed %d: %s", seed, proposal.explanation())
          .isFalse();
    }
    for (int start = 0; start + 100 <= text.length(); start += 61) {
      TextRange focus = new TextRange(start, start + 100);
      int from = Math.max(0, focus.start() - WINDOW);
      int to = Math.min(text.length(), focus.end() + WINDOW);
      assertThat(proposals(analyzer, text.substring(from, to), focus.shift(-from)))
          .as("seed %d, focus %s", seed, focus)
          .isEqualTo(
              whole.stream()
                  .filter(one -> focus.contains(one.range()))
                  .map(one -> one.at(one.range().shift(-from)))
                  .toList());
    }
  }

  /** Whether a place is inside a character, or before a variation selector. */
  private static boolean cuts(String text, int place) {
    return text.startsWith(VARIATION_SELECTOR, place)
        || (place > 0
            && place < text.length()
            && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place)));
  }

  private static boolean isBroken(int code) {
    return Character.isISOControl(code) || Character.getType(code) == Character.SURROGATE;
  }

  private static TextRange all(String text) {
    return new TextRange(0, text.length());
  }

  private static List<Proposal> proposals(
      PunctuationAnalyzer analyzer, String text, TextRange focus) {
    return analyzer.analyze(Shipped.request(text, focus)).proposals();
  }

  private static String text(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      if (random.nextInt(6) == 0) {
        text.append(TOKENS.get(random.nextInt(TOKENS.size())));
      } else {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
    }
    return text.toString();
  }
}
