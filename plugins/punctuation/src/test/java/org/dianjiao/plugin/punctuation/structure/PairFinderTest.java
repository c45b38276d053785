package org.dianjiao.plugin.punctuation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.Shipped;
import org.dianjiao.plugin.punctuation.structure.PairFinder.Sort;
import org.junit.jupiter.api.Test;

/** Pairs from a model that computes what it says from the characters. */
class PairFinderTest {

  private static final double LEAST = 0.4;

  @Test
  void closesASpeechWhereItProbablyEnds() {
    assertThat(found("對曰奮獨有母不幸失明遂去", "曰", "明")).containsExactly("「奮獨有母不幸失明」");
  }

  @Test
  void leavesASpeechWithoutAnEndAlone() {
    assertThat(found("對曰奮獨有母不幸失明遂去", "曰", "")).isEmpty();
  }

  @Test
  void endsASpeechBeforeTheNextOneBegins() {
    assertThat(found("王曰可矣對曰未也遂止", "曰", "矣也")).containsExactly("「可矣」", "「未也」");
  }

  @Test
  void putsAnotherFormIntoAQuotationThatStands() {
    assertThat(found("王曰：「吾聞人言可矣乃來。」遂止", "言", "矣")).containsExactly("『可矣』");
    assertThat(found("王曰：“吾闻人言可矣乃来。”遂止", "言", "矣")).containsExactly("‘可矣’");
  }

  @Test
  void givesAnOpeningThatStandsItsEnd() {
    assertThat(found("王曰：「可矣遂止", "", "矣")).containsExactly("可矣」");
  }

  @Test
  void addsNothingToAQuotationThatIsWhole() {
    assertThat(found("王曰：「可矣。」遂止", "曰", "矣")).isEmpty();
    assertThat(found("王曰：「可矣" + "之".repeat(200) + "。」遂止", "曰", "矣")).isEmpty();
  }

  @Test
  void neverCrossesWhatStands() {
    assertThat(found("王曰吾聞「人言可矣」乃來遂止", "曰", "言")).isEmpty();
  }

  @Test
  void findsTitles() {
    assertThat(pairs("見史記列傳言之", Sort.TITLE, "見", "傳")).containsExactly("《史記列傳》");
  }

  @Test
  void isBalancedAndTheSameInAWindow() {
    SplittableRandom random = new SplittableRandom(1858);
    for (int round = 0; round < 40; round++) {
      String text = text(random, 1600);
      BareLine line = line(text);
      List<Pair> all = finder(line, text, Sort.QUOTATION, "曰言", "矣也").find(0, line.size(), LEAST);
      for (Pair one : all) {
        assertThat(all).noneMatch(other -> !other.equals(one) && one.conflicts(other));
      }
      int start = random.nextInt(600, 900);
      String cut = text.substring(start - 500, start + 600);
      BareLine small = line(cut);
      int first = small.firstGapFrom(500);
      int end = small.firstGapFrom(600);
      List<String> seen =
          written(
              finder(small, cut, Sort.QUOTATION, "曰言", "矣也").find(first, end, LEAST), small, cut);
      List<String> wanted =
          written(
              finder(line, text, Sort.QUOTATION, "曰言", "矣也")
                  .find(line.firstGapFrom(start), line.firstGapFrom(start + 100), LEAST),
              line,
              text);
      assertThat(seen).as("round %d", round).isEqualTo(wanted);
    }
  }

  private static String text(SplittableRandom random, int length) {
    String characters = "之者也曰乎以於矣言國大人王不可謂";
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(characters.charAt(random.nextInt(characters.length())));
      if (random.nextInt(40) == 0) {
        text.append("「」『』".charAt(random.nextInt(4)));
      }
    }
    return text.toString();
  }

  private static List<String> found(String text, String openers, String closers) {
    return pairs(text, Sort.QUOTATION, openers, closers);
  }

  private static List<String> pairs(String text, Sort sort, String openers, String closers) {
    BareLine line = line(text);
    return written(
        finder(line, text, sort, openers, closers).find(0, line.size(), LEAST), line, text);
  }

  private static BareLine line(String text) {
    return BareTextReader.read(text, Shipped.TABLE).get(0);
  }

  private static PairFinder finder(
      BareLine line, String text, Sort sort, String openers, String closers) {
    return new PairFinder(
        line,
        text,
        sort,
        gap -> {
          String character = text.substring(line.line().starts()[gap], line.line().ends()[gap]);
          float opens = openers.contains(character) ? 0.9f : 0.001f;
          float closes = closers.contains(character) ? 0.7f : 0.001f;
          return new float[] {opens, closes, opens, closes};
        });
  }

  /** Each pair as what is to be written, around the characters in it. */
  private static List<String> written(List<Pair> pairs, BareLine line, String text) {
    List<String> written = new ArrayList<>();
    for (Pair pair : pairs) {
      String inside =
          text.substring(line.line().ends()[pair.open()], line.line().ends()[pair.close()])
              .replaceAll("[：「」『』“”‘’]", "");
      written.add(
          (pair.opens() ? "" : pair.opening()) + inside + (pair.closes() ? "" : pair.closing()));
    }
    return written;
  }
}
