package org.dianjiao.plugin.punctuation.density;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianjiao.plugin.punctuation.model.Line;
import org.junit.jupiter.api.Test;

class StandingMarksTest {

  @Test
  void saysNothingWithoutMarks() {
    assertThat(factor(200, 0)).isEqualTo(1);
  }

  @Test
  void findsFewMarksSparseAndManyDense() {
    assertThat(factor(200, 5)).isBetween(0.95, 1.05);
    assertThat(factor(200, 12)).isLessThan(0.7);
    assertThat(factor(200, 3)).isGreaterThan(1.3);
  }

  @Test
  void doesNotCountWhatNobodyPunctuated() {
    Line line = line(400, 5, 100);

    assertThat(marks(line).factor(line.ends()[100])).isBetween(0.95, 1.05);
  }

  @Test
  void doesNotHearMarksFarAway() {
    Line line = line(1000, 12, 300);

    assertThat(marks(line).factor(line.ends()[300])).isLessThan(0.7);
    assertThat(marks(line).factor(line.ends()[900])).isEqualTo(1);
  }

  private static double factor(int size, int clause) {
    Line line = line(size, clause, size);
    return marks(line).factor(line.ends()[size / 2]);
  }

  /** A line with a mark behind every so many characters, up to a gap. */
  private static Line line(int size, int clause, int until) {
    Line line = Line.of(new int[size]);
    for (int gap = clause - 1; clause > 0 && gap < until; gap += clause) {
      line.known()[gap] = 1;
    }
    return line;
  }

  /** Compared with a model that expects a mark behind every fifth character. */
  private static StandingMarks marks(Line line) {
    StandingMarks marks = new StandingMarks();
    marks.add(line, 0, line.size(), gap -> 0.2);
    return marks;
  }
}
