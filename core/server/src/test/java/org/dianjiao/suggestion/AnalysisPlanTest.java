package org.dianjiao.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisPlanTest {

  private static TextRange range(int start, int end) {
    return new TextRange(start, end);
  }

  @Test
  void rangesThatTouchBecomeOne() {
    AnalysisPlan plan =
        AnalysisPlan.CLEAN
            .with(List.of(range(0, 2)))
            .with(List.of(range(5, 7)))
            .with(List.of(range(9, 10)))
            .with(List.of(range(2, 5)));
    assertThat(plan.dirty()).containsExactly(range(0, 7), range(9, 10));
  }

  @Test
  void manyRangesAtOnceAreTheSameAsOneAfterTheOther() {
    Random random = new Random(7);
    for (int turn = 0; turn < 500; turn++) {
      List<TextRange> ranges = new ArrayList<>();
      AnalysisPlan oneByOne = AnalysisPlan.CLEAN;
      for (int count = random.nextInt(12); count >= 0; count--) {
        int start = random.nextInt(60);
        TextRange range = range(start, start + random.nextInt(5));
        ranges.add(range);
        oneByOne = oneByOne.with(List.of(range));
      }
      assertThat(AnalysisPlan.CLEAN.with(ranges)).isEqualTo(oneByOne);
      boolean[] covered = new boolean[70];
      ranges.forEach(r -> Arrays.fill(covered, r.start(), r.end(), true));
      for (int unit = 0; unit < covered.length; unit++) {
        int at = unit;
        assertThat(oneByOne.dirty().stream().anyMatch(r -> r.start() <= at && at < r.end()))
            .isEqualTo(covered[unit]);
      }
    }
  }

  @Test
  void whatWasCoveredIsCutOut() {
    AnalysisPlan plan = AnalysisPlan.CLEAN.with(List.of(range(0, 10))).with(List.of(range(20, 30)));
    assertThat(plan.without(range(4, 22)).dirty()).containsExactly(range(0, 4), range(22, 30));
    assertThat(plan.without(range(0, 30))).isEqualTo(AnalysisPlan.CLEAN);
  }

  @Test
  void aDeletionLeavesAPlaceToLookAtUntilItWasCovered() {
    AnalysisPlan plan = AnalysisPlan.CLEAN.map(ChangeSet.replace(10, 4, 6, ""), 0, 0);
    assertThat(plan.dirty()).containsExactly(range(4, 4));
    assertThat(plan.without(range(0, 8))).isEqualTo(AnalysisPlan.CLEAN);
  }

  @Test
  void aChangeMakesDirtyWhatHasItInItsContext() {
    AnalysisPlan plan = AnalysisPlan.CLEAN.map(ChangeSet.replace(100, 50, 50, "，"), 10, 3);
    assertThat(plan.dirty()).containsExactly(range(47, 61));
  }

  @Test
  void dirtyRangesMoveWithTheText() {
    AnalysisPlan plan =
        AnalysisPlan.CLEAN
            .with(List.of(range(20, 30)))
            .map(ChangeSet.replace(100, 0, 0, "天津"), 0, 0);
    assertThat(plan.dirty()).containsExactly(range(0, 2), range(22, 32));
  }

  @Test
  void aWindowGivesContextAndKeepsCharactersWhole() {
    Text text = Text.of("𠲽天津𠲽條約");
    AnalysisPlan.Window window =
        AnalysisPlan.CLEAN.with(List.of(range(2, 4))).next(text, 1, 1, 100).orElseThrow();
    assertThat(window.focus()).isEqualTo(range(2, 4));
    assertThat(window.text()).isEqualTo(range(0, 6));
  }

  @Test
  void aFocusEndsAtALineWhenItIsTooLong() {
    Text text = Text.of("一二三\n四五六\n七八九");
    Optional<AnalysisPlan.Window> window =
        AnalysisPlan.CLEAN.with(List.of(range(0, 11))).next(text, 0, 0, 6);
    assertThat(window.orElseThrow().focus()).isEqualTo(range(0, 4));
  }

  @Test
  void nothingDirtyMeansNoWindow() {
    assertThat(AnalysisPlan.CLEAN.next(Text.of("文"), 5, 5, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void windowAfterWindowEverythingIsLookedAt(long seed) {
    Random random = new Random(seed);
    StringBuilder units = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      units.append(random.nextInt(12) == 0 ? "\n" : random.nextInt(5) == 0 ? "𠲽" : "文");
    }
    Text text = Text.of(units.toString());
    AnalysisPlan plan = AnalysisPlan.CLEAN.with(List.of(range(0, text.length())));
    int asked = 0;
    while (!plan.equals(AnalysisPlan.CLEAN)) {
      AnalysisPlan.Window window = plan.next(text, 7, 5, 30).orElseThrow();
      assertThat(window.text().contains(window.focus())).as("seed %d", seed).isTrue();
      assertThat(window.focus().start()).as("seed %d", seed).isEqualTo(asked);
      asked = window.focus().end();
      plan = plan.without(window.focus());
    }
    assertThat(asked).as("seed %d", seed).isEqualTo(text.length());
  }
}
