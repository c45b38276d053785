package org.dianjiao.characters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrthographyTest {

  private final Orthography orthography = Orthography.load();

  @Test
  void simplifiesWithOneForm() {
    assertThat(simplified("中國與俄國議約後，於黑龍江裏餘里")).isEqualTo("中国与俄国议约后，于黑龙江里余里");
    assertThat(simplified("線條鍾鐘託奕訢麼衆畫閒乾坤")).isEqualTo("线条钟钟托奕䜣么众画闲乾坤");
  }

  @Test
  void leavesWhatIsSimplifiedAndWhatHasNoOtherForm() {
    assertThat(simplified("中国与俄国议约后炮砲A")).isEqualTo("中国与俄国议约后炮砲A");
    assertThat(simplified("乾隆以来沈葆桢好像坏么覆")).isEqualTo("乾隆以来沈葆桢好像坏么覆");
  }

  @Test
  void offersEveryTraditionalFormAndTheCharacterWhereItIsOneItself() {
    assertThat(traditional('里')).startsWith("裏").contains("里");
    assertThat(traditional('后')).containsExactly("後", "后");
    assertThat(traditional('余')).containsExactly("餘", "余");
    assertThat(traditional('复')).contains("復", "複").doesNotContain("复");
    assertThat(traditional('发')).containsExactlyInAnyOrder("發", "髮");
    assertThat(traditional('江')).containsExactly("江");
  }

  @Test
  void knowsWhatBetraysAnOrthography() {
    assertThat(orthography.onlySimplified('国')).isTrue();
    assertThat(orthography.onlyTraditional('國')).isTrue();
    assertThat("后里余於江".codePoints())
        .noneMatch(orthography::onlySimplified)
        .noneMatch(orthography::onlyTraditional);
  }

  @Test
  void knowsWhatIsOrdinaryWhere() {
    assertThat(Repertoire.GB2312.contains('国')).isTrue();
    assertThat(Repertoire.BIG5.contains('国')).isFalse();
    assertThat(Repertoire.BIG5_COMMON.contains('國')).isTrue();
    assertThat(Repertoire.BIG5_COMMON.contains('砲')).isTrue();
  }

  private String simplified(String text) {
    return text.codePoints()
        .map(orthography::simplified)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private List<String> traditional(int codePoint) {
    return orthography.traditional(codePoint).stream().map(Character::toString).toList();
  }
}
