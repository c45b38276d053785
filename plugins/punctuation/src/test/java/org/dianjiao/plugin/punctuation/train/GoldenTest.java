package org.dianjiao.plugin.punctuation.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.dianjiao.plugin.punctuation.SharedFolder;
import org.dianjiao.plugin.punctuation.Shipped;
import org.junit.jupiter.api.Test;

/** How well the shipped model agrees with the editors of the project's own texts. */
class GoldenTest {

  private static final double THRESHOLD = 0.5;

  @Test
  void findsThePausesOfTheTreatyOf1858() throws IOException {
    Score score = score("punctuation/seed002.gold.tsv");

    assertThat(score.pauses().f1()).as(score.line()).isGreaterThan(0.65);
    assertThat(score.exact().f1()).as(score.line()).isGreaterThan(0.44);
  }

  @Test
  void findsThePausesOfTheOtherTexts() throws IOException {
    Score score = score("punctuation/seeds.gold.tsv");

    assertThat(score.pauses().f1()).as(score.line()).isGreaterThan(0.68);
    assertThat(score.exact().f1()).as(score.line()).isGreaterThan(0.53);
  }

  private static Score score(String name) throws IOException {
    List<Passage> passages =
        new PassageReader(Shipped.TABLE).read(SharedFolder.resolve("data").resolve(name));
    return Score.of(Shipped.MODEL, passages, THRESHOLD);
  }
}
