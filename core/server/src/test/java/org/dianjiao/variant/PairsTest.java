package org.dianjiao.variant;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianjiao.collation.Collation;
import org.dianjiao.collation.Kind;
import org.dianjiao.collation.Likeness;
import org.dianjiao.collation.Names;
import org.dianjiao.collation.Witness;
import org.junit.jupiter.api.Test;

class PairsTest {

  private static final Pairs PAIRS =
      new Pairs(
          RuleTable.read(
              """
              豫\t预\tborrowed\t豫备|豫行\tas 004 has it
              大澂\t大徵\tvariant\t\ta word
              澂\t-\tvariant\t\tleft alone
              人\t入\tmisprint\t\ta slip
              𠲽\t佛\tvariant\t\tFrance
              """));

  private static Kind kind(String a, String b) {
    Likeness likeness = new ProjectLikeness(Likeness.NONE, PAIRS);
    return Collation.of(new Witness("a", a), new Witness("b", b), likeness, Names.none())
        .differences()
        .get(0)
        .kind();
  }

  @Test
  void holdEitherWayForSingleCharactersOnly() {
    assertThat(PAIRS.of('豫')).extracting(Pairs.Pair::other).containsExactly((int) '预');
    assertThat(PAIRS.of('预')).extracting(Pairs.Pair::other).containsExactly((int) '豫');
    assertThat(PAIRS.of("𠲽".codePointAt(0))).hasSize(1);
    assertThat("大徵澂人入".codePoints()).allMatch(one -> PAIRS.of(one).isEmpty());
  }

  @Test
  void makeVariantsOfWhatWouldBeOtherWords() {
    assertThat(kind("此次豫备进京", "此次预备进京")).isEqualTo(Kind.VARIANT);
    assertThat(kind("此次人备进京", "此次入备进京")).isEqualTo(Kind.WORDING);
  }
}
