package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.junit.jupiter.api.Test;

class MarkLayerTest {

  private static final MarksOf PLUGIN = MarksOf.plugin(new Maker.ByPlugin("plugin", "1"));

  /** The source's comma, wang's stop, the plugin's colon that li accepted in a comma's place. */
  private final History history = new History("議將，從前，使臣");

  {
    history.replace("wang", 8, 8, "。");
    accept("colon", 5, 6, "：");
  }

  private void accept(String name, int start, int end, String text) {
    Suggestion suggestion = history.offered(name, start, end, new Replace(text));
    Decisions decisions = new Decisions(history.now(), "li");
    decisions.decide(suggestion, Outcome.ACCEPTED, 0, Optional.empty());
    history.update("li", decisions.update());
  }

  private String text() {
    return history.now().text().toString();
  }

  private MarkLayer layer(TextRange... approved) {
    return MarkLayer.of(
        text(), history.chronicle().blame(history.now().revision(), 0, 99, 99), List.of(approved));
  }

  private void take(MarksOf whose, Optional<TextRange> passage) {
    history.update("zhao", history.chronicle().takeMarks(whose, passage, history.now()).update());
  }

  @Test
  void saysOfEachMarkWhoMadeItHowSureAndWhetherItIsApproved() {
    assertThat(text()).isEqualTo("議將，從前：使臣。");
    List<MarkLayer.Mark> marks = layer(new TextRange(3, 6)).marks();
    assertThat(marks).extracting(MarkLayer.Mark::text).containsExactly("，", "：", "。");
    assertThat(marks).extracting(MarkLayer.Mark::approved).containsExactly(false, true, false);
    Act accepted = marks.get(1).act();
    assertThat(accepted.origin().account()).isEqualTo("li");
    assertThat(accepted.confidence()).isEqualTo(OptionalDouble.of(0.5));
    assertThat(layer().counts())
        .containsExactly(
            new MarkLayer.Count(MarksOf.SOURCE, "，", 1, 0),
            new MarkLayer.Count(PLUGIN, "：", 1, 0),
            new MarkLayer.Count(MarksOf.person("wang"), "。", 1, 0));
  }

  @Test
  void whatAPluginsMarkStoodInPlaceOfComesBack() {
    take(PLUGIN, Optional.empty());
    assertThat(text()).isEqualTo("議將，從前，使臣。");
    assertThat(layer().counts())
        .contains(new MarkLayer.Count(MarksOf.SOURCE, "，", 2, 0))
        .noneMatch(count -> count.origin().equals(PLUGIN));
  }

  @Test
  void takesMarksOfOneOriginAndOnlyInThePassage() {
    take(MarksOf.SOURCE, Optional.empty());
    assertThat(text()).isEqualTo("議將從前：使臣。");
    take(MarksOf.ALL, Optional.of(new TextRange(5, 8)));
    assertThat(text()).isEqualTo("議將從前：使臣");
    take(
        new MarksOf(false, Optional.empty(), Optional.of("plugin"), Optional.of("2")),
        Optional.empty());
    assertThat(text()).isEqualTo("議將從前：使臣");
  }

  @Test
  void whoeverUndoesTheTakersWorkHasTheMarksAgain() {
    take(MarksOf.ALL, Optional.empty());
    Deeds zhao = new Deeds(Optional.of("zhao"), Optional.empty(), Optional.empty(), 1, 4);
    history.update("wang", history.chronicle().undo(zhao, history.now()).update());
    assertThat(text()).isEqualTo("議將，從前：使臣。");
    assertThat(layer().counts()).hasSize(3);
  }

  @Test
  void bracketsOfAGlyphNoteThatSomebodyTookAwayDoNotComeBack() {
    History glyph = new History("■〈口佛〉，國");
    glyph.replace("wang", 0, 5, "𠲽");
    glyph.update(
        "zhao",
        glyph
            .chronicle()
            .takeMarks(MarksOf.person("wang"), Optional.empty(), glyph.now())
            .update());
    assertThat(glyph.now().text().toString()).isEqualTo("𠲽，國");
  }

  @Test
  void refusesWhatIsOfNobodyOrOutside() {
    assertThatThrownBy(
            () -> new MarksOf(true, Optional.of("wang"), Optional.empty(), Optional.empty()))
        .hasMessage("name one whose marks are meant: the source, an account or a plugin");
    assertThatThrownBy(() -> take(MarksOf.ALL, Optional.of(new TextRange(2, 10))))
        .hasMessage("passage 2–10 ends behind the 9 units of revision 3");
  }
}
