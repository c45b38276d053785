package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.document.History.id;

import java.util.Optional;
import java.util.Random;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevertTest {

  private final History history = new History("奕山桂良天津");

  private History revert(long revision) {
    return history.update("li", history.chronicle().revert(revision, history.now()).update());
  }

  @Test
  void whatWasDeletedComesBackAndLaterWorkStays() {
    history.replace("wang", 2, 4, "").replace("li", 4, 4, "。");
    assertThat(revert(2).now().text().toString()).isEqualTo("奕山桂良天津。");
  }

  @Test
  void whatWasInsertedGoesAlsoWhenItWasEditedSince() {
    history.replace("wang", 2, 2, "甲乙丙").replace("li", 3, 4, "").replace("li", 0, 0, "。");
    assertThat(revert(2).now().text().toString()).isEqualTo("。奕山桂良天津");
  }

  @Test
  void annotationsGoComeBackAndSayWhatTheySaid() {
    history.annotate("wang", "a", 0, 2);
    history.mark("wang", new Effect.EditAnnotation(id("a"), History.PLACE));
    history.mark("wang", new Effect.RemoveAnnotation(id("a")));
    history.replace("zhao", 0, 0, "大臣");
    assertThat(revert(4).now().annotations())
        .extracting(Annotation::anchor, Annotation::body)
        .containsExactly(org.assertj.core.api.Assertions.tuple(Anchor.of(2, 4), History.PLACE));
    assertThat(revert(3).now().annotations().get(0).body()).isEqualTo(History.PERSON);
    assertThat(revert(2).now().annotations()).isEmpty();
  }

  @Test
  void anAnnotationThatWasMovedGoesBack() {
    history.annotate("wang", "a", 0, 2);
    history.mark("wang", new Effect.MoveAnnotation(id("a"), 2, 4, false));
    assertThat(revert(3).now().annotations().get(0).anchor().start()).isZero();
  }

  private Anchor anchor(String name) {
    return history.now().annotation(id(name)).orElseThrow().anchor();
  }

  private Update reverting(long revision) {
    return history.chronicle().revert(revision, history.now()).update();
  }

  @Test
  void whatIsRevertedAlreadyIsNotRevertedAgain() {
    history.annotate("wang", "a", 0, 2).replace("wang", 2, 4, "");
    history.mark("wang", new Effect.RemoveAnnotation(id("a")));
    revert(3);
    revert(4);
    assertThat(history.chronicle().revert(3, history.now()).isEmpty()).isTrue();
    assertThat(history.chronicle().revert(4, history.now()).isEmpty()).isTrue();
  }

  @Test
  void whatIsDoneAgainCanBeRevertedAgain() {
    history.replace("wang", 2, 4, "");
    revert(2);
    revert(3);
    assertThat(revert(2).now().text().toString()).isEqualTo("奕山桂良天津");
    history.replace("zhao", 0, 1, "甲");
    revert(6);
    assertThat(revert(1).now().text().length()).isZero();
  }

  @Test
  void whatWasSaidAndWhereItWasPutStaysWhenSomebodyChangedThatSince() {
    history.annotate("wang", "a", 0, 2);
    history.mark("wang", new Effect.EditAnnotation(id("a"), History.PLACE));
    history.mark("wang", new Effect.MoveAnnotation(id("a"), 2, 4, false));
    history.mark("zhao", new Effect.EditAnnotation(id("a"), History.PERSON));
    history.mark("zhao", new Effect.MoveAnnotation(id("a"), 4, 6, false));
    assertThat(reverting(3).effects()).containsExactly(new Effect.Revert(3));
    assertThat(reverting(4).effects()).containsExactly(new Effect.Revert(4));
    assertThat(revert(2).now().annotations()).isEmpty();
  }

  @Test
  void anAnnotationThatWasRemovedAndIsBackGoesWhereItWasMovedFrom() {
    history.annotate("wang", "a", 0, 2);
    history.mark("li", new Effect.MoveAnnotation(id("a"), 2, 4, false));
    history.mark("wang", new Effect.RemoveAnnotation(id("a")));
    revert(4);
    assertThat(anchor("a")).isEqualTo(Anchor.of(2, 4));
    revert(3);
    assertThat(anchor("a")).isEqualTo(Anchor.of(0, 2));
    revert(2);
    assertThat(history.now().annotations()).isEmpty();
  }

  @Test
  void anAnnotationWhoseTextComesBackIsOnItAgain() {
    history.annotate("wang", "a", 2, 4).annotate("wang", "edge", 0, 3).annotate("wang", "p", 3, 3);
    history.replace("li", 2, 4, "").replace("zhao", 2, 2, "甲").replace("zhao", 0, 0, "乙");
    assertThat(anchor("a").orphaned()).isTrue();
    revert(5);
    assertThat(history.now().text().toString()).isEqualTo("乙奕山桂良甲天津");
    assertThat(anchor("a")).isEqualTo(Anchor.of(3, 5));
    assertThat(anchor("edge")).isEqualTo(Anchor.of(1, 4));
    assertThat(anchor("p")).isEqualTo(Anchor.of(4, 4));
  }

  @Test
  void anAnnotationThatHasOnlyThatTextLeftIsOnIt() {
    history.annotate("wang", "a", 1, 4);
    history.replace("li", 2, 3, "").replace("zhao", 1, 3, "");
    revert(3);
    assertThat(anchor("a")).isEqualTo(Anchor.of(1, 2));
  }

  @Test
  void twoDeletionsCanBeRevertedInAnyOrder() {
    history.annotate("wang", "a", 1, 5);
    history.replace("li", 1, 2, "").replace("zhao", 3, 4, "");
    revert(3);
    revert(4);
    assertThat(anchor("a")).isEqualTo(Anchor.of(1, 5));
    history.replace("li", 1, 2, "").replace("zhao", 3, 4, "");
    revert(8);
    revert(7);
    assertThat(anchor("a")).isEqualTo(Anchor.of(1, 5));
  }

  @Test
  void anAnnotationThatWasPutElsewhereMeanwhileStaysThere() {
    history.annotate("wang", "a", 2, 4).replace("li", 2, 4, "");
    history.mark("zhao", new Effect.MoveAnnotation(id("a"), 0, 2, false));
    revert(3);
    assertThat(anchor("a")).isEqualTo(Anchor.of(0, 2));
  }

  @Test
  void aDecisionIsOpenAgain() {
    history.propose("wang", "p", 2, 2, new Replace("，"));
    Suggestion proposal = history.now().proposals().get(0);
    Suggestion name = history.offered("s", 4, 6, new Annotate(History.PLACE));
    Decisions decisions = new Decisions(history.now(), "li");
    decisions.decide(proposal, Outcome.ACCEPTED, 0, Optional.empty());
    decisions.decide(name, Outcome.ACCEPTED, 0, Optional.empty());
    history.update("li", decisions.update());
    assertThat(history.now().text().toString()).isEqualTo("奕山，桂良天津");
    revert(3);
    assertThat(history.now().text().toString()).isEqualTo("奕山桂良天津");
    assertThat(history.now().annotations()).isEmpty();
    assertThat(history.now().proposals()).containsExactly(proposal);
  }

  @Test
  void aDecisionIsOpenAgainWhereItsTextIsNow() {
    history.propose("wang", "p", 2, 4, new Replace("者英"));
    Decisions decisions = new Decisions(history.now(), "li");
    decisions.decide(history.now().proposals().get(0), Outcome.ACCEPTED, 0, Optional.empty());
    history.update("li", decisions.update());
    history.replace("zhao", 0, 1, "").replace("zhao", 5, 5, "條約");
    revert(3);
    assertThat(history.now().text().toString()).isEqualTo("山桂良天津條約");
    assertThat(history.now().proposals())
        .extracting(Suggestion::anchor)
        .containsExactly(Anchor.of(1, 3));
  }

  @Test
  void aRejectedSuggestionMayBeOfferedAgain() {
    Suggestion mark = history.offered("s", 2, 2, new Replace("，"));
    Decisions decisions = new Decisions(history.now(), "li");
    decisions.decide(mark, Outcome.REJECTED, -1, Optional.empty());
    history.update("li", decisions.update());
    assertThat(revert(2).now().rejected(mark.fingerprint())).isFalse();
  }

  @Test
  void aReversalCanBeReverted() {
    history.replace("wang", 0, 2, "");
    revert(2);
    assertThat(history.now().text().toString()).isEqualTo("奕山桂良天津");
    assertThat(revert(3).now().text().toString()).isEqualTo("桂良天津");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void withNothingLaterTheTextIsAsItWas(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      String before = history.now().text().toString();
      int from = random.nextInt(before.length() + 1);
      int to = from + random.nextInt(before.length() - from + 1);
      history.edit("wang", ChangeSet.replace(before.length(), from, to, "甲\n乙"));
      revert(history.now().revision());
      assertThat(history.now().text().toString()).as("seed %d", seed).isEqualTo(before);
    }
  }
}
