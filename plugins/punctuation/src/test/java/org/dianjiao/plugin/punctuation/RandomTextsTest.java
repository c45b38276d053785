package org.dianjiao.plugin.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The analyzer over nonsense made of everything that can go wrong in a text. */
class RandomTextsTest {

  private static final int WINDOW = 300;
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
          "\uE844");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void keepsItsPromises(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String text = text(random, 1500);

    List<Proposal> whole = Shipped.proposals(text);

    assertThat(Shipped.withoutMarks(Shipped.accept(text, whole)))
        .as("seed %d", seed)
        .isEqualTo(Shipped.withoutMarks(text));
    for (Proposal proposal : whole) {
      int place = proposal.range().start();
      assertThat(text.startsWith(VARIATION_SELECTOR, place)).as("seed %d", seed).isFalse();
      assertThat(place < text.length() && Character.isLowSurrogate(text.charAt(place)))
          .as("seed %d", seed)
          .isFalse();
    }
    for (int start = 0; start + 100 <= text.length(); start += 37) {
      TextRange focus = new TextRange(start, start + 100);
      int from = Math.max(0, focus.start() - WINDOW);
      int to = Math.min(text.length(), focus.end() + WINDOW);
      assertThat(Shipped.proposals(text.substring(from, to), focus.shift(-from)))
          .as("seed %d, focus %s", seed, focus)
          .isEqualTo(
              whole.stream()
                  .filter(one -> focus.contains(one.range()))
                  .map(one -> one.at(one.range().shift(-from)))
                  .toList());
    }
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
