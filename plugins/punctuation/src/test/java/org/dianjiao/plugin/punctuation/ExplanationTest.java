package org.dianjiao.plugin.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.Reason;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final String TEXT = "辦理事宜與俄國";
  private static final Line LINE = Line.of(TEXT.codePoints().toArray());
  private static final List<Candidate> CANDIDATES =
      List.of(candidate("，", 0.8), candidate("。", 0.11), candidate("；", 0.02));

  @Test
  void namesPlaceProbabilityReasonsAndAlternatives() {
    List<Reason> reasons =
        List.of(new Reason(new int[] {-2, -1}, 2), new Reason(new int[] {1, 3}, 1));

    assertThat(
            new Explanation(TEXT, LINE, 3)
                .of(CANDIDATES, 0.93, reasons, Mark.COMMA, List.of(), List.of()))
        .isEqualTo(
            "Pause between 事宜 and 與俄 (0.93); for ， speak 事宜｜, ｜與…國;" + " also possible 。 (0.11)");
  }

  @Test
  void saysEachStringOnce() {
    List<Reason> reasons =
        List.of(
            new Reason(new int[] {-2, -1}, 3),
            new Reason(new int[] {-1}, 2),
            new Reason(new int[] {2, 3}, 1));

    assertThat(
            new Explanation(TEXT, LINE, 3)
                .of(CANDIDATES.subList(0, 1), 0.93, reasons, Mark.COMMA, List.of(), List.of()))
        .isEqualTo("Pause between 事宜 and 與俄 (0.93); for ， speak 事宜｜");
  }

  @Test
  void namesTheEndOfTheLine() {
    assertThat(
            new Explanation(TEXT, LINE, 6)
                .of(
                    CANDIDATES.subList(1, 2),
                    0.99,
                    List.of(),
                    Mark.FULL_STOP,
                    List.of(),
                    List.of()))
        .isEqualTo("Pause at the end of the line, behind 俄國 (0.99)");
  }

  private static Candidate candidate(String mark, double confidence) {
    return new Candidate(new Replace(mark), confidence, mark);
  }
}
