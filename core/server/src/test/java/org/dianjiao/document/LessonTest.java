package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;

class LessonTest {

  private final History history = new History("奕山𠲽天津會");

  private Lesson lesson(Outcome outcome, int candidate, Suggestion suggestion) {
    return lesson(outcome, candidate, Optional.empty(), suggestion);
  }

  private Lesson lesson(
      Outcome outcome, int candidate, Optional<Action> correction, Suggestion suggestion) {
    Document before = history.now();
    Decisions decisions = new Decisions(before, "li");
    decisions.decide(suggestion, outcome, candidate, correction);
    history.update("li", decisions.update());
    List<Lesson> lessons = Lesson.of(before.text(), history.change(history.now().revision()));
    assertThat(lessons).hasSize(1);
    return lessons.get(0);
  }

  @Test
  void tellsTheTextAsItWasWhenThePersonDecided() {
    Decision told =
        lesson(Outcome.ACCEPTED, 1, history.offered("a", 4, 4, new Replace("，"), new Replace("。")))
            .decision("P", "D", 3, 2);
    assertThat(told.context()).isEqualTo("山𠲽天津");
    assertThat(told.proposal().range()).isEqualTo(TextRange.at(3));
    assertThat(told.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(told.candidate()).isEqualTo(1);
    assertThat(told.correction()).isEmpty();
    assertThat(told.id()).isEqualTo("D.2.0");
  }

  @Test
  void cutsNoCharacterOfTheContext() {
    Lesson lesson =
        lesson(Outcome.REJECTED, -1, history.offered("a", 4, 6, new Annotate(History.PLACE)));
    Decision told = lesson.decision("P", "D", 1, 0);
    assertThat(told.context()).isEqualTo("𠲽天津");
    assertThat(told.proposal().range().of(told.context())).isEqualTo("天津");
    assertThat(lesson.decision("P", "D", 100, 100).context()).isEqualTo("奕山𠲽天津會");
  }

  @Test
  void tellsWhatWasPutThereInstead() {
    Decision told =
        lesson(
                Outcome.CORRECTED,
                -1,
                Optional.of(new Replace("；")),
                history.offered("a", 2, 2, new Replace("，")))
            .decision("P", "D", 0, 1);
    assertThat(told.correction()).contains(new Replace("；"));
    assertThat(told.project()).isEqualTo("P");
    assertThat(told.candidate()).isEqualTo(-1);
  }

  @Test
  void tellsThatADecisionWasTakenBackInTheTextAsItIsThen() {
    Suggestion suggestion = history.offered("a", 2, 2, new Replace("，"));
    lesson(Outcome.ACCEPTED, 0, suggestion);
    Text before = history.now().text();
    history.replace("li", 2, 3, "", new Effect.Reopen(suggestion));
    Decision told = Lesson.of(before, history.change(3)).get(0).decision("P", "D", 2, 2);
    assertThat(told.outcome()).isEqualTo(Outcome.REOPENED);
    assertThat(told.context()).isEqualTo("奕山𠲽");
  }

  @Test
  void teachesNobodyWhatAPersonProposed() {
    history.propose("li", "one", 0, 2, new Replace("奕"));
    Decisions decisions = new Decisions(history.now(), "ren");
    Suggestion proposed = history.now().proposal(History.id("one")).orElseThrow();
    decisions.decide(proposed, Outcome.ACCEPTED, 0, Optional.empty());
    Text before = history.now().text();
    history.update("ren", decisions.update());
    assertThat(Lesson.of(before, history.change(3))).isEmpty();
  }
}
