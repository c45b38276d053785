package org.dianjiao.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.characters.Relation.Kind;
import org.junit.jupiter.api.Test;

class VariantsTest {

  private final Variants variants = Variants.load();

  @Test
  void namesWhoSaysThatTwoCharactersAreVariants() {
    assertThat(variants.between('于', '於'))
        .contains(
            new Relation('于', Kind.VARIANT, '於', List.of("dypytz")),
            new Relation('於', Kind.SIMPLIFIED, '于', List.of("opencc", "unihan")));
  }

  @Test
  void givesTheSameRelationsFromEitherSide() {
    assertThat(variants.between('砲', '炮'))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(variants.between('炮', '砲'));
  }

  @Test
  void tellsTheDirectionAndTheOtherOne() {
    Relation relation =
        variants.of('后').stream()
            .filter(each -> each.kind() == Kind.SIMPLIFIED && each.to() == '后')
            .findFirst()
            .orElseThrow();
    assertThat(relation.from()).isEqualTo('後');
    assertThat(relation.other('后')).isEqualTo('後');
    assertThat(relation.other('後')).isEqualTo('后');
  }

  @Test
  void takesNoSecondStep() {
    assertThat(variants.between('怱', '匆')).isNotEmpty();
    assertThat(variants.between('怱', '蔥')).isEmpty();
    assertThat(variants.between('裏', '後')).isEmpty();
  }

  @Test
  void knowsWhichCharacterIsBorrowedForWhich() {
    assertThat(variants.between('蚤', '早'))
        .contains(new Relation('早', Kind.BORROWED, '蚤', List.of("hydcd")));
  }

  @Test
  void knowsPairsThatOnlyLookAlike() {
    assertThat(variants.notCognate('㓝', '刑')).isTrue();
    assertThat(variants.notCognate('刑', '㓝')).isTrue();
    assertThat(variants.notCognate('于', '於')).isFalse();
  }

  @Test
  void readsCharactersOutsideTheBasicPlane() {
    int history = "𠪱".codePointAt(0);
    assertThat(variants.between(history, '歷')).isNotEmpty();
    assertThat(variants.of(history)).allMatch(relation -> relation.other(history) != history);
  }

  @Test
  void hasEveryRowOfTheSources() {
    List<Relation> all = Stream.of(Kind.values()).flatMap(variants::all).toList();
    assertThat(all).hasSize(64_981);
    assertThat(all.stream().flatMap(relation -> relation.sources().stream()).distinct())
        .allSatisfy(name -> assertThat(variants.source(name).licence()).isNotEmpty());
  }

  @Test
  void saysNothingOfACharacterThatNobodyKnows() {
    assertThat(variants.of('A')).isEmpty();
    assertThat(variants.between('A', 'B')).isEmpty();
    assertThatThrownBy(() -> variants.source("kangxi")).hasMessage("no source kangxi");
  }
}
