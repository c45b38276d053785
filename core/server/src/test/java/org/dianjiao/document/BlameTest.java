package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.document.History.id;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;

class BlameTest {

  /** Lines 0–2, 3–5, 6–8. */
  private final History history = new History("一二\n三四\n五六");

  private Set<String> workers(int from, int to) {
    Blame blame = new Blame();
    history.changes.forEach(blame::add);
    return blame.workers(from, to);
  }

  @Test
  void importingIsNotWork() {
    assertThat(workers(0, 8)).isEmpty();
  }

  @Test
  void whatAFileBroughtInIsNobodysWorkUntilSomebodyTouchesIt() {
    Blame blame = new Blame();
    blame.add(
        new Change(
            1,
            "importer",
            "client",
            1,
            ChangeSet.replace(0, 0, 0, "一二\n三四"),
            List.of(
                Effect.Import.plain("Text"),
                new Effect.AddAnnotation(id("a"), 0, 1, false, History.PERSON)),
            Instant.EPOCH));
    assertThat(blame.workers(0, 5)).isEmpty();
    assertThat(blame.touched()).containsExactly(false, false);
    Effect removed = new Effect.RemoveAnnotation(id("a"));
    blame.add(
        new Change(2, "wang", "client", 2, ChangeSet.empty(5), List.of(removed), Instant.EPOCH));
    assertThat(blame.workers(0, 2)).containsExactly("wang");
    assertThat(blame.touched()).containsExactly(true, false);
  }

  @Test
  void typingIsWorkOnThatLineOnly() {
    history.replace("wang", 4, 4, "甲");
    assertThat(workers(3, 6)).containsExactly("wang");
    assertThat(workers(0, 2)).isEmpty();
    assertThat(workers(7, 9)).isEmpty();
  }

  @Test
  void deletingAndAnnotatingAreWork() {
    history.replace("wang", 0, 1, "").annotate("li", "a", 2, 4);
    assertThat(workers(0, 1)).containsExactly("wang");
    assertThat(workers(2, 4)).containsExactly("li");
  }

  @Test
  void joinedLinesHaveTheWorkersOfBoth() {
    history.replace("wang", 1, 1, "甲").replace("li", 5, 5, "乙").replace("zhao", 3, 4, "");
    assertThat(history.now().text().toString()).isEqualTo("一甲二三乙四\n五六");
    assertThat(workers(0, 6)).containsExactlyInAnyOrder("wang", "li", "zhao");
  }

  @Test
  void linesThatWerePartedKeepTheirWorkers() {
    history.replace("wang", 1, 1, "甲").replace("li", 2, 2, "\n");
    assertThat(workers(0, 2)).containsExactlyInAnyOrder("wang", "li");
    assertThat(workers(3, 4)).containsExactlyInAnyOrder("wang", "li");
    assertThat(workers(5, 7)).isEmpty();
  }

  @Test
  void acceptingAPluginsSuggestionIsReviewAndCorrectingItIsWork() {
    decide(history.offered("s", 1, 1, new Replace("，")), Outcome.ACCEPTED, Optional.empty());
    assertThat(workers(0, 3)).isEmpty();
    decide(
        history.offered("t", 0, 0, new Replace("，")),
        Outcome.CORRECTED,
        Optional.of(new Replace("。")));
    assertThat(workers(0, 3)).containsExactly("reviewer");
  }

  @Test
  void acceptingAProposalMakesItTheProposersWork() {
    history.propose("wang", "p", 1, 1, new Replace("，"));
    decide(history.now().proposals().get(0), Outcome.ACCEPTED, Optional.empty());
    assertThat(workers(0, 2)).contains("wang").doesNotContain("reviewer");
  }

  private void decide(
      Suggestion suggestion, Outcome outcome, Optional<org.dianjiao.api.Action> correction) {
    Decisions decisions = new Decisions(history.now(), "reviewer");
    decisions.decide(suggestion, outcome, outcome == Outcome.ACCEPTED ? 0 : -1, correction);
    history.update("reviewer", decisions.update());
  }

  @Test
  void refusesAChangeThatIsNotTheNextOne() {
    history.mark("wang", new Effect.Approve(id("ok"), 0, 2, false));
    Change second = history.change(2);
    assertThatThrownBy(() -> new Blame().add(second))
        .hasMessage("blame is at revision 0; change leads to 2");
  }

  @Test
  void rewordingMovingAndRemovingAnAnnotationIsWorkWhereItStands() {
    history.annotate("wang", "a", 0, 1).annotate("wang", "b", 0, 2).annotate("wang", "c", 6, 8);
    history.mark("li", new Effect.EditAnnotation(id("a"), History.PLACE));
    history.mark("zhao", new Effect.MoveAnnotation(id("b"), 3, 5, false));
    history.mark("sun", new Effect.RemoveAnnotation(id("c")));
    assertThat(workers(0, 2)).containsExactlyInAnyOrder("wang", "li", "zhao");
    assertThat(workers(3, 5)).containsExactly("zhao");
    assertThat(workers(6, 8)).containsExactlyInAnyOrder("wang", "sun");
  }

  @Test
  void acceptingAPluginsAnnotationIsReviewAndAPersonsIsTheirWork() {
    Annotate place = new Annotate(History.PLACE);
    decide(history.offered("s", 0, 1, place), Outcome.ACCEPTED, Optional.empty());
    assertThat(workers(0, 2)).isEmpty();
    history.propose("wang", "p", 3, 5, place);
    decide(history.now().proposals().get(0), Outcome.ACCEPTED, Optional.empty());
    assertThat(workers(3, 5)).containsExactly("wang");
    decide(history.offered("t", 6, 7, place), Outcome.CORRECTED, Optional.of(place));
    assertThat(workers(6, 8)).containsExactly("reviewer");
  }

  @Test
  void takingADecisionBackIsReviewAndTakingTypingBackIsWork() {
    decide(history.offered("s", 1, 1, new Replace("，")), Outcome.ACCEPTED, Optional.empty());
    decide(
        history.offered("t", 5, 6, new Annotate(History.PLACE)),
        Outcome.ACCEPTED,
        Optional.empty());
    history.replace("wang", 8, 8, "甲");
    revert(2);
    revert(3);
    assertThat(history.now().text().toString()).isEqualTo("一二\n三四\n五甲六");
    assertThat(history.now().annotationCount()).isZero();
    assertThat(workers(0, 5)).isEmpty();
    revert(4);
    assertThat(workers(6, 8)).containsExactlyInAnyOrder("wang", "reviewer");
  }

  private void revert(long revision) {
    history.update("reviewer", history.chronicle().revert(revision, history.now()).update());
  }

  @Test
  void whatWasDoneToALineIsKnownAlsoWhenItIsNobodysWork() {
    decide(history.offered("s", 1, 1, new Replace("，")), Outcome.ACCEPTED, Optional.empty());
    Blame blame = new Blame();
    history.changes.forEach(blame::add);
    assertThat(blame.touched()).containsExactly(true, false, false);
  }
}
