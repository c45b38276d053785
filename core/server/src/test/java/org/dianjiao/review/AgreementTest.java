package org.dianjiao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.dianjiao.text.Edit;
import org.junit.jupiter.api.Test;

/** Figures that were worked out by hand, or stand in the papers that define the measures. */
class AgreementTest {

  private static final Offset<Double> THIRD_PLACE = within(0.0005);

  private static List<String> labels(String spaced) {
    return List.of(spaced.split(" "));
  }

  /** What several people gave to the same things; a point where somebody gave nothing. */
  private static List<List<String>> units(String... people) {
    List<List<String>> given = List.of(people).stream().map(AgreementTest::labels).toList();
    return IntStream.range(0, given.get(0).size())
        .mapToObj(
            unit -> given.stream().map(one -> one.get(unit)).filter(l -> !l.equals(".")).toList())
        .toList();
  }

  @Test
  void onlyMarksOfProposalsAreTakenWhereTheyWouldStand() {
    Markings marked =
        Markings.of(
            "甲曰乙丙",
            List.of(new Edit(1, 2, "曰：「"), new Edit(3, 3, "，\uFE00"), new Edit(3, 4, "丁。")));
    assertThat(marked.gaps()).containsExactly("", "", "：「", "，", "");
    assertThat(marked).isEqualTo(Markings.of("甲曰：「乙，\uFE00丙"));
  }

  @Test
  void cohensKappaOfATableOfTwentyFiveTenFifteen() {
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();
    add(20, "yes", "yes", one, other);
    add(5, "yes", "no", one, other);
    add(10, "no", "yes", one, other);
    add(15, "no", "no", one, other);
    assertThat(CohenKappa.of(one, other)).hasValueCloseTo(0.4, THIRD_PLACE);
    assertThat(CohenKappa.of(other, one)).hasValueCloseTo(0.4, THIRD_PLACE);
  }

  private static void add(int times, String a, String b, List<String> one, List<String> other) {
    one.addAll(Collections.nCopies(times, a));
    other.addAll(Collections.nCopies(times, b));
  }

  @Test
  void cohensKappaIsOneForTheSameAndSaysNothingOfOneLabel() {
    assertThat(CohenKappa.of(labels("a b a"), labels("a b a"))).hasValueCloseTo(1.0, THIRD_PLACE);
    assertThat(CohenKappa.of(labels("a a"), labels("a a"))).isEmpty();
    assertThat(CohenKappa.of(List.of(), List.of())).isEmpty();
    assertThatThrownBy(() -> CohenKappa.of(labels("a"), labels("a b")))
        .hasMessage("1 labels cannot be compared with 2");
  }

  @Test
  void krippendorffsExampleOfTwoPeopleAndTwoLabels() {
    assertThat(KrippendorffAlpha.of(units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")))
        .hasValueCloseTo(0.095, THIRD_PLACE);
  }

  @Test
  void krippendorffsExampleOfTwoPeopleAndFiveLabels() {
    assertThat(KrippendorffAlpha.of(units("a a b b d c c c e d d a", "b a b b b c c c e d d d")))
        .hasValueCloseTo(0.692, THIRD_PLACE);
  }

  @Test
  void krippendorffsExampleOfFourPeopleWhoLeftSomethingOut() {
    assertThat(
            KrippendorffAlpha.of(
                units(
                    "1 2 3 3 2 1 4 1 2 . . .",
                    "1 2 3 3 2 2 4 1 2 5 . 3",
                    ". 3 3 3 2 3 4 2 2 5 1 .",
                    "1 2 3 3 2 4 4 1 2 5 1 .")))
        .hasValueCloseTo(0.743, THIRD_PLACE);
  }

  @Test
  void alphaSaysNothingWhereNobodyCouldDisagree() {
    assertThat(KrippendorffAlpha.of(units("a a", "a a"))).isEmpty();
    assertThat(KrippendorffAlpha.of(units("a b", ". ."))).isEmpty();
  }

  @Test
  void marksStandBetweenTheUnitsOfTheBareText() {
    Markings markings = Markings.of("「甲，」乙。");
    assertThat(markings.bare()).isEqualTo("甲乙");
    assertThat(markings.gaps()).containsExactly("「", "，」", "。");
  }

  @Test
  void marksMakeTheTextAgain() {
    Random random = new Random(5);
    for (int turn = 0; turn < 500; turn++) {
      StringBuilder text = new StringBuilder();
      for (int units = random.nextInt(20); units > 0; units--) {
        text.append("甲乙丙\n，。「」".charAt(random.nextInt(8)));
      }
      Markings markings = Markings.of(text.toString());
      StringBuilder again = new StringBuilder(markings.gaps().get(0));
      for (int unit = 0; unit < markings.bare().length(); unit++) {
        again.append(markings.bare().charAt(unit)).append(markings.gaps().get(unit + 1));
      }
      assertThat(again.toString()).isEqualTo(text.toString());
    }
  }

  @Test
  void twoPeopleWhoAgreeAboutOneOfTwoBoundaries() {
    MarkAgreement agreement = MarkAgreement.of(Markings.of("甲，乙。丙"), Markings.of("甲乙、丙，"));
    assertThat(agreement.boundaries().both()).isEqualTo(1);
    assertThat(agreement.boundaries().f1()).isCloseTo(0.5, THIRD_PLACE);
    assertThat(agreement.boundaries().kappa()).hasValueCloseTo(0.0, THIRD_PLACE);
    assertThat(agreement.marks().keySet()).containsExactly('，', '、', '。');
    assertThat(agreement.marks().get('，').f1()).isZero();
    assertThat(agreement.kappa()).hasValueCloseTo(-1.0 / 11, THIRD_PLACE);
  }

  @Test
  void theSameMarksAgreeInEverything() {
    Markings marks = Markings.of("甲，乙。丙");
    MarkAgreement agreement = MarkAgreement.of(marks, marks);
    assertThat(agreement.boundaries().f1()).isEqualTo(1);
    assertThat(agreement.kappa()).hasValueCloseTo(1.0, THIRD_PLACE);
    assertThatThrownBy(() -> MarkAgreement.of(marks, Markings.of("甲，乙。丁")))
        .hasMessage("the texts differ in more than their marks");
  }
}
