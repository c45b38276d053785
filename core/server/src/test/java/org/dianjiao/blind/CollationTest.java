package org.dianjiao.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dianjiao.api.Body;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Verdict;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Edit;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;

/** What several people did, side by side, and what an adjudicator makes of it. */
class CollationTest {

  private static final Body PERSON = new Body.Tag("person");
  private static final Body PLACE = new Body.Tag("place");

  private static BlindRound round(Task task, int start, String... workers) {
    List<BlindCopy> copies = new ArrayList<>();
    for (String worker : workers) {
      copies.add(new BlindCopy("copy-of-" + worker, worker, Optional.of(2L)));
    }
    return new BlindRound(
        "round-of-the-test-1",
        "p",
        "source",
        1,
        start,
        start + 4,
        task,
        RoundState.MERGING,
        "manager",
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        copies);
  }

  private static List<Difference> marked(String base, String... texts) {
    return Collation.ofTexts(
        base, List.of(texts).stream().map(text -> Collation.marks(base, text)).toList());
  }

  private static String told(Difference difference) {
    return difference.id()
        + " "
        + difference.base()
        + ": "
        + String.join(" | ", difference.readings().stream().map(Reading::text).toList());
  }

  @Test
  void marksDifferByPlace() {
    assertThat(marked("甲，乙丙", "甲。乙，丙", "甲乙，丙"))
        .extracting(CollationTest::told)
        .containsExactly("1-2 ，: 。 | ", "3-3 : ， | ，");
    assertThat(marked("甲乙", "甲乙", "甲乙")).isEmpty();
    assertThatThrownBy(() -> Collation.marks("甲乙", "甲，丁"))
        .hasMessage("the texts differ in more than their marks");
  }

  @Test
  void editsThatTouchAreOneDifference() {
    List<Difference> differences =
        Collation.ofTexts(
            "甲乙丙丁戊",
            List.of(
                List.of(new Edit(1, 2, "己")),
                List.of(new Edit(2, 3, ""), new Edit(4, 5, "庚")),
                List.of()));
    assertThat(differences)
        .extracting(CollationTest::told)
        .containsExactly("1-3 乙丙: 己丙 | 乙 | 乙丙", "4-5 戊: 戊 | 庚 | 戊");
  }

  @Test
  void whatIsPutBackIsNoChange() {
    ChangeSet changes = ChangeSet.of(4, List.of(new Edit(1, 3, "乙己")));
    assertThat(Collation.changes("甲乙丙丁", changes)).containsExactly(new Edit(2, 3, "己"));
    ChangeSet nothing = ChangeSet.of(4, List.of(new Edit(1, 3, "乙丙")));
    assertThat(Collation.changes("甲乙丙丁", nothing)).isEmpty();
    ChangeSet half = ChangeSet.of(2, List.of(new Edit(0, 2, "𠲾")));
    assertThat(Collation.changes("𠲽", half)).containsExactly(new Edit(0, 2, "𠲾"));
  }

  @Test
  void editsOfAChangeMakeItsText() {
    Random random = new Random(11);
    for (int turn = 0; turn < 500; turn++) {
      String base = text(random, 8);
      String after = text(random, 8);
      int from = random.nextInt(base.length() + 1);
      ChangeSet changes = ChangeSet.replace(base.length(), from, base.length(), after);
      List<Edit> edits = Collation.changes(base, changes);
      assertThat(ChangeSet.of(base.length(), edits).apply(Text.of(base)))
          .as("turn " + turn)
          .isEqualTo(changes.apply(Text.of(base)));
    }
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int units = random.nextInt(most); units > 0; units--) {
      text.append("甲乙丙".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  @Test
  void namesThatOverlapAreOneDifferenceAndNeighboursAreTwo() {
    List<Difference> differences =
        Collation.ofNames(
            "張良入關中",
            List.of(
                List.of(new Name(0, 2, PERSON), new Name(3, 5, PLACE)),
                List.of(new Name(0, 1, PERSON), new Name(2, 3, PLACE), new Name(3, 5, PLACE))));
    assertThat(differences).extracting(Difference::id).containsExactly("0-2", "2-3", "3-5");
    assertThat(differences).extracting(Difference::agreed).containsExactly(false, false, true);
  }

  @Test
  void aReadingIsAcceptedAndTheOthersAreRejected() {
    BlindRound round = round(Task.PUNCTUATE, 10, "one", "other", "third");
    List<Difference> differences = marked("甲乙", "甲，乙", "甲。乙", "甲，乙");
    List<Verdict> verdicts =
        Adjudication.verdicts(round, differences, Map.of("1-1", Ruling.reading("third")));
    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED);
    assertThat(verdicts.get(0).suggestion().maker().isPerson("one")).isTrue();
    assertThat(verdicts.get(1).suggestion().maker().isPerson("other")).isTrue();
    assertThat(verdicts).extracting(v -> v.suggestion().start()).containsExactly(11, 11);
  }

  @Test
  void whatAllReadAlikeIsTakenUnlessItIsRejected() {
    BlindRound round = round(Task.PUNCTUATE, 0, "one", "other");
    List<Difference> differences = marked("甲乙", "甲，乙", "甲，乙");
    assertThat(Adjudication.verdicts(round, differences, Map.of()))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.ACCEPTED);
    Ruling neither = new Ruling(Ruling.Choice.NEITHER, Optional.empty(), Optional.empty());
    assertThat(Adjudication.verdicts(round, differences, Map.of("1-1", neither)))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.REJECTED);
  }

  @Test
  void whatIsNotDecidedIsNotGuessed() {
    BlindRound round = round(Task.PUNCTUATE, 0, "one", "other");
    List<Difference> differences = marked("甲乙", "甲，乙", "甲乙");
    assertThatThrownBy(() -> Adjudication.verdicts(round, differences, Map.of()))
        .hasMessage("1-1 is not decided");
  }

  @Test
  void aReadingThatLeftThePlaceAloneRejectsWhatOthersPutThere() {
    BlindRound round = round(Task.PUNCTUATE, 0, "one", "other");
    List<Difference> differences = marked("甲乙", "甲，乙", "甲乙");
    assertThat(Adjudication.verdicts(round, differences, Map.of("1-1", Ruling.reading("other"))))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.REJECTED);
  }

  @Test
  void oneCorrectionStandsForAllReadings() {
    BlindRound round = round(Task.PUNCTUATE, 0, "one", "other");
    List<Difference> differences = marked("甲乙", "甲，乙", "甲。乙");
    Ruling own = new Ruling(Ruling.Choice.OWN, Optional.empty(), Optional.of("、"));
    assertThat(Adjudication.verdicts(round, differences, Map.of("1-1", own)))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.CORRECTED, Outcome.REJECTED);
    Ruling asItWas = new Ruling(Ruling.Choice.OWN, Optional.empty(), Optional.of(""));
    assertThat(Adjudication.verdicts(round, differences, Map.of("1-1", asItWas)))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.REJECTED, Outcome.REJECTED);
  }

  @Test
  void namesAreTakenOneByOne() {
    BlindRound round = round(Task.ANNOTATE, 5, "one", "other");
    List<Difference> differences =
        Collation.ofNames(
            "張良入關", List.of(List.of(new Name(0, 2, PERSON)), List.of(new Name(0, 1, PERSON))));
    List<Verdict> verdicts =
        Adjudication.verdicts(round, differences, Map.of("0-2", Ruling.reading("one")));
    assertThat(verdicts)
        .extracting(v -> v.suggestion().surface() + " " + v.outcome())
        .containsExactly("張 REJECTED", "張良 ACCEPTED");
  }

  @Test
  void aPlaceThatChangedIsLeftAlone() {
    BlindRound round = round(Task.PUNCTUATE, 0, "one", "other");
    List<Difference> differences = marked("甲乙", "甲，乙", "甲乙");
    var reading =
        Adjudication.verdicts(round, differences, Map.of("1-1", Ruling.reading("one")))
            .get(0)
            .suggestion();
    assertThat(Adjudication.moved(reading, ChangeSet.replace(2, 0, 0, "天地")))
        .hasValueSatisfying(moved -> assertThat(moved.start()).isEqualTo(3));
    assertThat(Adjudication.moved(reading, ChangeSet.replace(2, 1, 1, "；"))).isEmpty();
  }
}
