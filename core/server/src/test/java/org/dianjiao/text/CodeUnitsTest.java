package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeUnitsTest {

  private static final String VS17 = "\uDB40\uDD00";
  private static final String VS256 = "\uDB40\uDDEF";

  /** 大 at 0, 𠲽 at 1, 國 at 3, 辻 and its selector at 4, 皇 at 7. */
  private static final Text TEXT = Text.of("大𠲽國辻" + VS17 + "皇");

  @Test
  void refusesToCutACharacter() {
    assertRefused(2, 2, "甲", "change at 2 cuts the character U+20CBD in two");
    assertRefused(0, 2, "", "change at 2 cuts the character U+20CBD in two");
    assertRefused(2, 3, "", "change at 2 cuts the character U+20CBD in two");
    assertRefused(6, 7, "", "change at 6 cuts the character U+E0100 in two");
  }

  @Test
  void refusesToInsertHalfACharacter() {
    assertRefused(3, 3, "甲乙丙\uD842", "insert at 3 holds half a character at its unit 3");
    assertRefused(0, 1, "\uDCBD甲", "insert at 0 holds half a character at its unit 0");
    assertRefused(0, 1, "\uDCBD\uD842", "insert at 0 holds half a character at its unit 0");
  }

  @Test
  void refusesToPartACharacterFromItsSelector() {
    assertRefused(5, 5, "甲", "change at 5 parts U+8FBB from its variation selector U+E0100");
    assertRefused(4, 5, "", "change at 5 parts U+8FBB from its variation selector U+E0100");
    assertRefused(4, 5, "葛", "change at 5 parts U+8FBB from its variation selector U+E0100");
    assertRefused(0, 5, "葛", "change at 5 parts U+8FBB from its variation selector U+E0100");
    Text astral = Text.of("𠲽\uFE00");
    assertThatThrownBy(() -> CodeUnits.check(ChangeSet.replace(3, 2, 2, "a"), astral))
        .hasMessage("change at 2 parts U+20CBD from its variation selector U+FE00");
  }

  @Test
  void takesAndGivesSelectorsWhole() {
    assertAllowed(1, 3, "𠸄");
    assertAllowed(4, 7, "");
    assertAllowed(5, 7, "");
    assertAllowed(5, 7, VS256);
    assertAllowed(4, 4, "葛" + VS256);
    assertAllowed(1, 1, "\uFE0F");
    assertAllowed(8, 8, VS17);
    assertAllowed(7, 7, "甲");
  }

  @Test
  void treatsASelectorWithoutACharacterAsOne() {
    Text lone = Text.of(VS17 + "甲\n" + VS17);
    for (int at : new int[] {0, 2, 3, 4, 6}) {
      assertThatCode(() -> CodeUnits.check(ChangeSet.replace(6, at, at, "乙"), lone))
          .as("insert at %d", at)
          .doesNotThrowAnyException();
    }
    assertThatCode(() -> CodeUnits.check(ChangeSet.replace(6, 0, 2, ""), lone))
        .doesNotThrowAnyException();
  }

  @Test
  void findsTheBoundaries() {
    assertThat(IntStream.rangeClosed(0, 8).filter(at -> CodeUnits.isBoundary(TEXT, at)))
        .containsExactly(0, 1, 3, 4, 7, 8);
    assertThat(CodeUnits.floor(TEXT, 6)).isEqualTo(4);
    assertThat(CodeUnits.floor(TEXT, 7)).isEqualTo(7);
    assertThat(CodeUnits.ceiling(TEXT, 5)).isEqualTo(7);
    assertThat(CodeUnits.ceiling(TEXT, 2)).isEqualTo(3);
    assertThatThrownBy(() -> CodeUnits.isBoundary(TEXT, 9))
        .hasMessage("offset 9 is outside a text of 8 units");
  }

  @Test
  void knowsTheVariationSelectors() {
    assertThat(IntStream.of(0xFE00, 0xFE0F, 0xE0100, 0xE01EF))
        .allMatch(CodeUnits::isVariationSelector);
    assertThat(IntStream.of(0xFDFF, 0xFE10, 0xE00FF, 0xE01F0))
        .noneMatch(CodeUnits::isVariationSelector);
  }

  @Test
  void canFailAfterARebaseOnlyForASelectorThatSomebodyElsePut() {
    Text text = Text.of("葛城");
    ChangeSet delete = ChangeSet.replace(2, 0, 1, "");
    ChangeSet choose = ChangeSet.replace(2, 1, 1, VS17);
    ChangeSet rebased = delete.map(choose, false);
    Text chosen = choose.apply(text);
    CodeUnits.check(delete, text);
    CodeUnits.checkHalves(rebased, chosen);
    assertThatThrownBy(() -> CodeUnits.check(rebased, chosen)).isInstanceOf(MalformedChange.class);
  }

  @Test
  void refusesAChangeForAnotherText() {
    assertThatThrownBy(() -> CodeUnits.check(ChangeSet.empty(7), TEXT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("change set of length 7 does not fit a text of length 8");
  }

  private static void assertRefused(int from, int to, String insert, String message) {
    ChangeSet changes = ChangeSet.replace(TEXT.length(), from, to, insert);
    assertThatThrownBy(() -> CodeUnits.check(changes, TEXT))
        .isInstanceOf(MalformedChange.class)
        .hasMessage(message);
  }

  private static void assertAllowed(int from, int to, String insert) {
    ChangeSet changes = ChangeSet.replace(TEXT.length(), from, to, insert);
    assertThatCode(() -> CodeUnits.check(changes, TEXT)).doesNotThrowAnyException();
  }
}
