package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.document.History.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Provenance.Suggested;
import org.dianjiao.document.Provenance.Written;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.junit.jupiter.api.Test;

class ChronicleTest {

  private final History history = new History("奕山桂良天津");

  private String text() {
    return history.now().text().toString();
  }

  private Deeds deeds(Optional<String> account, Optional<String> plugin) {
    return new Deeds(account, plugin, Optional.empty(), 1, history.now().revision());
  }

  private Chronicle.Outcome undone(Optional<String> account, Optional<String> plugin) {
    Chronicle.Outcome outcome = history.chronicle().undo(deeds(account, plugin), history.now());
    history.update("keeper", outcome.update());
    return outcome;
  }

  private void accept(Suggestion... suggestions) {
    Decisions decisions = new Decisions(history.now(), "li");
    for (Suggestion suggestion : suggestions) {
      decisions.decide(suggestion, Outcome.ACCEPTED, 0, Optional.empty());
    }
    history.update("li", decisions.update());
  }

  @Test
  void allThatAPluginDidGoesAndWhatPeopleDidStays() {
    accept(
        history.offered("mark-1", 2, 2, new Replace("，")),
        history.offered("name-1", 2, 4, new Annotate(History.PERSON)),
        history.offered("mark-2", 4, 6, new Replace("大沽")));
    history.replace("wang", 3, 3, "大臣");
    assertThat(text()).isEqualTo("奕山，大臣桂良大沽");
    Chronicle.Outcome outcome = undone(Optional.empty(), Optional.of("plugin"));
    assertThat(text()).isEqualTo("奕山大臣桂良天津");
    assertThat(history.now().annotations()).isEmpty();
    assertThat(outcome.removed()).isEqualTo(3);
    assertThat(outcome.restored()).isEqualTo(2);
    assertThat(outcome.annotations()).isEqualTo(1);
  }

  @Test
  void whatAPersonAcceptedIsTheirWorkAndBothNarrowIt() {
    accept(history.offered("mark-1", 2, 2, new Replace("，")));
    assertThat(deeds(Optional.of("wang"), Optional.of("plugin")).include(act())).isFalse();
    assertThat(deeds(Optional.of("li"), Optional.of("plugin")).include(act())).isTrue();
    undone(Optional.of("li"), Optional.empty());
    assertThat(text()).isEqualTo("奕山桂良天津");
  }

  private Act act() {
    return history.chronicle().blame(history.now().revision(), 2, 3, 9).get(0).act();
  }

  @Test
  void anAnnotationThatSomebodyElseRewordedStays() {
    history.annotate("wang", "a", 0, 2);
    history.annotate("wang", "b", 2, 4);
    history.mark("li", new Effect.EditAnnotation(id("a"), History.PLACE));
    undone(Optional.of("wang"), Optional.empty());
    assertThat(history.now().annotations())
        .extracting(Annotation::id, Annotation::body)
        .containsExactly(org.assertj.core.api.Assertions.tuple(id("a"), History.PLACE));
  }

  @Test
  void annotationsThatAPersonTookAwayOrChangedAreAsTheyWereWithTheirAuthors() {
    history.annotate("wang", "a", 0, 2).annotate("wang", "b", 2, 4).annotate("wang", "c", 4, 6);
    history.mark("li", new Effect.RemoveAnnotation(id("a")));
    history.mark("li", new Effect.EditAnnotation(id("b"), History.PLACE));
    history.mark("li", new Effect.MoveAnnotation(id("c"), 0, 1, false));
    history.replace("zhao", 0, 0, "大臣");
    undone(Optional.of("li"), Optional.empty());
    assertThat(history.now().annotations())
        .extracting(Annotation::anchor, Annotation::body, Annotation::author)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Anchor.of(2, 4), History.PERSON, "wang"),
            org.assertj.core.api.Assertions.tuple(Anchor.of(4, 6), History.PERSON, "wang"),
            org.assertj.core.api.Assertions.tuple(Anchor.of(6, 8), History.PERSON, "wang"));
  }

  @Test
  void anAnnotationIsOnItsTextAgainWhenTheTextComesBack() {
    history.annotate("wang", "a", 2, 4);
    history.replace("li", 1, 5, "");
    assertThat(history.now().annotations().get(0).anchor().orphaned()).isTrue();
    undone(Optional.of("li"), Optional.empty());
    assertThat(history.now().annotations().get(0).anchor()).isEqualTo(Anchor.of(2, 4));
  }

  @Test
  void anAnnotationWhoseEdgeWasReplacedIsOnAllOfItsTextAgainWhenAnUndoingIsReverted() {
    history.annotate("wang", "a", 1, 4);
    history.replace("zhao", 3, 4, "樑").replace("li", 1, 3, "");
    assertThat(history.now().annotations().get(0).anchor()).isEqualTo(Anchor.of(1, 2));
    undone(Optional.of("zhao"), Optional.empty());
    assertThat(text()).isEqualTo("奕良天津");
    history.update("keeper", history.chronicle().revert(5, history.now()).update());
    assertThat(text()).isEqualTo("奕樑天津");
    assertThat(history.now().annotations().get(0).anchor()).isEqualTo(Anchor.of(1, 2));
  }

  @Test
  void anAnnotationKeepsWhatTookThePlaceOfItsEdgeWhenItsOtherTextComesBack() {
    history.annotate("wang", "a", 1, 4);
    history.replace("zhao", 3, 4, "樑").replace("li", 1, 3, "");
    undone(Optional.of("li"), Optional.empty());
    assertThat(text()).isEqualTo("奕山桂樑天津");
    assertThat(history.now().annotations().get(0).anchor()).isEqualTo(Anchor.of(1, 4));
  }

  @Test
  void anAnnotationThatWasTakenAwayComesBackToWhatItsTextBecameMeanwhile() {
    history.annotate("wang", "a", 1, 4).mark("li", new Effect.RemoveAnnotation(id("a")));
    history.replace("zhao", 3, 4, "樑").replace("zhao", 1, 3, "");
    undone(Optional.of("li"), Optional.empty());
    assertThat(history.now().annotations().get(0).anchor()).isEqualTo(Anchor.of(1, 2));
  }

  @Test
  void workUndoneBringsBackWasUndoneAndCanBeUndoneAgain() {
    history.replace("li", 2, 4, "");
    undone(Optional.of("li"), Optional.empty());
    history.update("keeper", history.chronicle().revert(3, history.now()).update());
    assertThat(text()).isEqualTo("奕山天津");
    undone(Optional.of("li"), Optional.empty());
    assertThat(text()).isEqualTo("奕山桂良天津");
  }

  @Test
  void tellsWhoOrWhatBroughtEachUnitInAlsoAtAnEarlierRevision() {
    accept(history.offered("mark-1", 2, 2, new Replace("，")));
    history.replace("wang", 0, 1, "弈");
    Chronicle chronicle = history.chronicle();
    assertThat(chronicle.blame(3, 0, 4, 9))
        .extracting(Chronicle.Run::start, Chronicle.Run::end, run -> run.act().revision())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(0, 1, 3L),
            org.assertj.core.api.Assertions.tuple(1, 2, 1L),
            org.assertj.core.api.Assertions.tuple(2, 3, 2L),
            org.assertj.core.api.Assertions.tuple(3, 4, 1L));
    assertThat(chronicle.blame(3, 0, 1, 9).get(0).act().origin()).isEqualTo(new Written("wang"));
    assertThat(chronicle.blame(3, 2, 3, 9).get(0).act().origin())
        .isEqualTo(new Suggested(new Maker.ByPlugin("plugin", "1"), "li"));
    assertThat(chronicle.blame(1, 0, 6, 9)).hasSize(1);
    assertThat(chronicle.blame(3, 0, 7, 2)).hasSize(2);
  }

  @Test
  void textThatIsRestoredIsStillItsWriters() {
    history.replace("wang", 2, 2, "大臣").replace("li", 0, 8, "");
    Chronicle.Outcome outcome =
        history.chronicle().restore(2, Optional.of(new TextRange(1, 5)), history.now());
    history.update("keeper", outcome.update());
    assertThat(text()).isEqualTo("山大臣桂");
    assertThat(history.chronicle().blame(4, 1, 3, 9))
        .containsExactly(new Chronicle.Run(1, 3, new Act(2, new Written("wang"))));
    Provenance provenance = new Provenance();
    history.changes.forEach(provenance::add);
    assertThat(provenance.runs().get(1).origin()).isEqualTo(new Written("wang"));
  }

  @Test
  void aRestorationKeepsAnnotationsOnTextThatStays() {
    history.annotate("wang", "a", 4, 6).replace("wang", 0, 2, "弈訢");
    history.annotate("wang", "b", 0, 2);
    Chronicle.Outcome outcome = history.chronicle().restore(1, Optional.empty(), history.now());
    history.update("keeper", outcome.update());
    assertThat(text()).isEqualTo("奕山桂良天津");
    assertThat(history.now().annotations())
        .extracting(Annotation::id, annotation -> annotation.anchor().orphaned())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(id("b"), true),
            org.assertj.core.api.Assertions.tuple(id("a"), false));
  }

  @Test
  void refusesRevisionsAndPassagesThatAreNotThere() {
    Chronicle chronicle = history.chronicle();
    assertThatThrownBy(() -> chronicle.text(2)).hasMessage("revision 2 is not among 0–1");
    assertThatThrownBy(() -> chronicle.difference(0, 7)).hasMessage("revision 7 is not among 0–1");
    assertThatThrownBy(() -> chronicle.restore(1, Optional.of(new TextRange(3, 9)), history.now()))
        .hasMessage("passage 3–9 is empty or not in the 6 units of revision 1");
    assertThatThrownBy(() -> deeds(Optional.empty(), Optional.empty()))
        .hasMessageContaining("name an account or a plugin");
    assertThatThrownBy(() -> new Deeds(Optional.of("li"), Optional.empty(), Optional.empty(), 3, 2))
        .hasMessage("revisions 3–2 are reversed or begin below 1");
  }

  @Test
  void fortyThousandAcceptedMarksAreOneChangeAndEditsBetweenThemStay() {
    int marks = 40_000;
    History large = new History("天".repeat(5 * marks));
    for (int first = 0; first < marks; first += 5_000) {
      Decisions decisions = new Decisions(large.now(), "li");
      for (int i = 0; i < 5_000; i++) {
        int place = first * 6 + i * 5;
        decisions.decide(
            large.offered("mark-" + (first + i), place, place, new Replace("，")),
            Outcome.ACCEPTED,
            0,
            Optional.empty());
      }
      large.update("li", decisions.update());
    }
    for (int i = 0; i < 50; i++) {
      large.replace("wang", i * 1_000, i * 1_000 + 1, "地");
    }
    Chronicle.Outcome outcome =
        large
            .chronicle()
            .undo(
                new Deeds(Optional.empty(), Optional.of("plugin"), Optional.empty(), 1, 59),
                large.now());
    large.update("keeper", outcome.update());
    List<Chronicle.Run> human = new ArrayList<>();
    for (Chronicle.Run run : large.chronicle().blame(60, 0, 300_000, Integer.MAX_VALUE)) {
      if (run.act().origin().equals(new Written("wang"))) {
        human.add(run);
      }
    }
    assertThat(large.now().text().toString()).doesNotContain("，");
    assertThat(human).hasSize(50);
  }

  @Test
  void undoingARewordingLeavesAnAnnotationThereThatWasRemovedAndBroughtBack() {
    history.annotate("wang", "a", 0, 2);
    history.mark("zhao", new Effect.EditAnnotation(id("a"), History.PLACE));
    history.mark("li", new Effect.RemoveAnnotation(id("a")));
    history.update(
        "li", history.chronicle().revert(history.now().revision(), history.now()).update());
    undone(Optional.of("zhao"), Optional.empty());
    assertThat(history.now().annotations())
        .extracting(Annotation::body)
        .containsExactly(History.PERSON);
  }
}
