package org.dianjiao.plugin.punctuation.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dianjiao.plugin.punctuation.SharedFolder;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.junit.jupiter.api.Test;

/** How well the shipped model agrees with the editors of the project's own texts. */
class GoldenTest {

  private static final double THRESHOLD = 0.5;

  @Test
  void findsThePausesOfTheTreatyOf1858() throws IOException {
    Score score = score("punctuation/seed002.gold.tsv");

    assertThat(score.pauseF1()).as(score.line()).isGreaterThan(0.60);
    assertThat(score.microF1()).as(score.line()).isGreaterThan(0.42);
  }

  @Test
  void findsThePausesOfTheOtherTexts() throws IOException {
    Score score = score("punctuation/seeds.gold.tsv");

    assertThat(score.pauseF1()).as(score.line()).isGreaterThan(0.60);
    assertThat(score.microF1()).as(score.line()).isGreaterThan(0.42);
  }

  private static Score score(String name) throws IOException {
    CharacterTable table = CharacterTable.read(Path.of("data/t2s-chars.tsv"));
    List<Passage> passages =
        new PassageReader(table).read(SharedFolder.resolve("data").resolve(name));
    return Score.of(ModelFile.read(Path.of("data/model.bin")), passages, THRESHOLD);
  }
}
