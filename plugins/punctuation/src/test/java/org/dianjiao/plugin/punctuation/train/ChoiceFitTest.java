package org.dianjiao.plugin.punctuation.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.Choice;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.Paired;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;
import org.dianjiao.plugin.punctuation.model.Reason;
import org.junit.jupiter.api.Test;

class ChoiceFitTest {

  private static final int HINT = '則';

  /** A semicolon stands at half of the places where the model is too shy to say so. */
  @Test
  void offersARareMarkWhereItIsWorthIt() {
    SplittableRandom random = new SplittableRandom(1858);
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int[] codes = new int[40];
      byte[] labels = new byte[40];
      for (int at = 0; at < codes.length; at++) {
        codes[at] = random.nextInt(4) == 0 ? HINT : '甲';
        boolean rare = codes[at] == HINT && random.nextInt(10) < 6;
        labels[at] = (byte) (rare ? Mark.SEMICOLON : Mark.COMMA).label();
      }
      passages.add(new Passage("test", "", codes, labels, false, Pairs.unknown(codes.length)));
    }

    Choice choice = ChoiceFit.of(new Shy(Choice.plain()), passages, 0.5);

    Score plain = Score.of(new Shy(Choice.plain()), passages, 0.5);
    Score chosen = Score.of(new Shy(choice), passages, 0.5);
    assertThat(plain.mark(Mark.SEMICOLON).f1()).isZero();
    assertThat(chosen.mark(Mark.SEMICOLON).f1()).isGreaterThan(0.7);
    assertThat(chosen.exact().f1()).isGreaterThan(plain.exact().f1());
  }

  /** Always takes a comma to be a little likelier. */
  private record Shy(Choice choice) implements PunctuationModel {

    @Override
    public Reading read(Line line, int first, int end) {
      return new Reading() {
        @Override
        public float[] probabilities(int gap) {
          float[] probabilities = new float[Mark.ALL.size()];
          float rare = line.codes()[gap] == HINT ? 0.4f : 0.05f;
          probabilities[Mark.SEMICOLON.label()] = rare;
          probabilities[Mark.COMMA.label()] = 1 - rare;
          return probabilities;
        }

        @Override
        public float[] paired(int gap) {
          return new float[Paired.values().length];
        }

        @Override
        public List<Reason> reasons(int gap, Mark mark, int most) {
          return List.of();
        }
      };
    }
  }
}
