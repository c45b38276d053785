package org.dianjiao.plugin.punctuation.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dianjiao.plugin.punctuation.SharedFolder;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.Paired;
import org.junit.jupiter.api.Test;

class PassageTest {

  @Test
  void takesTheFirstMarkBehindACharacter() throws IOException {
    Passage passage = parse("d1\t漢書\t漢\thistory\t\t1\t對曰：「奮獨有母，不幸失明。」");

    assertThat(new String(passage.codes(), 0, passage.size())).isEqualTo("对曰奋独有母不幸失明");
    assertThat(passage.labels()[1]).isEqualTo((byte) Mark.COLON.label());
    assertThat(passage.labels()[5]).isEqualTo((byte) Mark.COMMA.label());
    assertThat(passage.labels()[9]).isEqualTo((byte) Mark.FULL_STOP.label());
    assertThat(passage.pausesOnly()).isFalse();
    assertThat(passage.pairs().isKnown(Paired.QUOTE_OPENS)).isTrue();
    assertThat(passage.pairs().isKnown(Paired.TITLE_OPENS)).isFalse();
    assertThat(passage.pairs().stands(Paired.QUOTE_OPENS, 1)).isTrue();
    assertThat(passage.pairs().stands(Paired.QUOTE_CLOSES, 9)).isTrue();
    assertThat(passage.pairs().halves()).containsOnlyOnce((byte) 1).containsOnlyOnce((byte) 2);
  }

  @Test
  void trustsOnlyThePausesOfOfficialRecords() throws IOException {
    assertThat(parse("q1\t實錄\t清\tjudou-official\t\t0\t丁丑。敕諭。").pausesOnly()).isTrue();
  }

  @Test
  void refusesALineWithOtherFields() {
    assertThatThrownBy(() -> parse("d1\t漢書"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 fields instead of 7 in: d1\t漢書");
  }

  @Test
  void readsPackedFiles() throws IOException {
    Path file = SharedFolder.resolve("data/punctuation/dev.tsv.xz");

    List<Passage> passages = new PassageReader(table()).read(file);

    assertThat(passages).hasSize(642);
    assertThat(passages.stream().mapToInt(Passage::size).sum()).isEqualTo(159_228);
  }

  private static Passage parse(String line) throws IOException {
    return Passage.parse(line, table()).orElseThrow();
  }

  private static CharacterTable table() throws IOException {
    return CharacterTable.read(Path.of("data/t2s-chars.tsv"));
  }
}
