package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.MalformedChange;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private final History history = new History("奕山𠲽天津會");

  private Decisions decisions() {
    return new Decisions(history.now(), "li");
  }

  private static void accept(Decisions decisions, Suggestion suggestion) {
    decisions.decide(suggestion, Outcome.ACCEPTED, 0, Optional.empty());
  }

  @Test
  void manyAcceptedSuggestionsAreOneChange() {
    Decisions decisions = decisions();
    accept(decisions, history.offered("a", 0, 2, new Annotate(History.PERSON)));
    accept(decisions, history.offered("b", 2, 2, new Replace("，")));
    accept(decisions, history.offered("c", 4, 6, new Annotate(History.PLACE)));
    accept(decisions, history.offered("d", 7, 7, new Replace("。")));
    history.update("li", decisions.update());
    assertThat(decisions.decided()).isEqualTo(4);
    assertThat(history.now().revision()).isEqualTo(2);
    assertThat(history.now().text().toString()).isEqualTo("奕山，𠲽天津會。");
    assertThat(history.now().annotations())
        .extracting(Annotation::anchor)
        .extracting(place -> history.now().text().slice(place.start(), place.end()))
        .containsExactly("奕山", "天津");
  }

  @Test
  void takesTheNamedCandidateOrTheCorrection() {
    Decisions decisions = decisions();
    Suggestion mark = history.offered("a", 2, 2, new Replace("，"), new Replace("。"));
    decisions.decide(mark, Outcome.ACCEPTED, 1, Optional.empty());
    decisions.decide(
        history.offered("b", 7, 7, new Replace("，")),
        Outcome.CORRECTED,
        -1,
        Optional.of(new Replace("；")));
    assertThat(history.update("li", decisions.update()).now().text().toString())
        .isEqualTo("奕山。𠲽天津會；");
  }

  @Test
  void theSecondSuggestionForOnePlaceIsLeftAlone() {
    Decisions decisions = decisions();
    accept(decisions, history.offered("a", 2, 2, new Replace("，")));
    accept(decisions, history.offered("b", 2, 2, new Replace("。")));
    accept(decisions, history.offered("c", 4, 6, new Replace("大沽")));
    accept(decisions, history.offered("d", 5, 7, new Replace("口")));
    assertThat(decisions.leftAlone())
        .extracting(Decisions.LeftAlone::suggestion)
        .containsExactly(History.id("b"), History.id("d"));
    assertThat(history.update("li", decisions.update()).now().text().toString())
        .isEqualTo("奕山，𠲽大沽會");
  }

  @Test
  void onesOwnProposalIsLeftAloneWithTheReason() {
    history.propose("li", "p", 2, 2, new Replace("，"));
    Decisions decisions = decisions();
    accept(decisions, history.now().proposals().get(0));
    assertThat(decisions.decided()).isZero();
    assertThat(decisions.leftAlone().get(0).reason()).contains("your own");
  }

  @Test
  void aProposalWhoseTextChangedIsNotAcceptedBlindly() {
    history.propose("wang", "p", 3, 7, new Replace("大沽口"));
    history.replace("chen", 5, 6, "京");
    Suggestion proposal = history.now().proposals().get(0);
    Decisions decisions = decisions();
    accept(decisions, proposal);
    assertThat(decisions.decided()).isZero();
    assertThat(decisions.leftAlone().get(0).reason())
        .isEqualTo("its text has changed since it was proposed for “" + proposal.surface() + "”");
    decisions.decide(proposal, Outcome.CORRECTED, -1, Optional.of(new Replace("大沽")));
    assertThat(decisions.decided()).isEqualTo(1);
  }

  @Test
  void anInsertionIsAcceptedWhateverIsTypedNextToIt() {
    history.propose("wang", "p", 2, 2, new Replace("，"));
    history.replace("chen", 2, 2, "者");
    Decisions decisions = decisions();
    accept(decisions, history.now().proposals().get(0));
    assertThat(history.update("li", decisions.update()).now().text().toString())
        .isEqualTo("奕山，者𠲽天津會");
  }

  @Test
  void aRejectionChangesNoTextAndIsRemembered() {
    Decisions decisions = decisions();
    Suggestion mark = history.offered("a", 2, 2, new Replace("，"));
    decisions.decide(mark, Outcome.REJECTED, -1, Optional.empty());
    assertThat(decisions.update().changes().isEmpty()).isTrue();
    assertThat(history.update("li", decisions.update()).now().rejected(mark.fingerprint()))
        .isTrue();
  }

  @Test
  void refusesToCutACharacter() {
    Decisions decisions = decisions();
    accept(decisions, history.offered("a", 3, 3, new Replace("，")));
    assertThatThrownBy(decisions::update).isInstanceOf(MalformedChange.class);
  }
}
