package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dianjiao.api.TextRange;
import org.junit.jupiter.api.Test;

class BareTextTest {

  @Test
  void leavesOutTheMarksAndNothingElse() {
    BareText bare = BareText.of("　　對曰：「奮獨有母，\n不幸失明。」 (a,b)");
    assertThat(bare.content()).isEqualTo("　　對曰奮獨有母\n不幸失明 (a,b)");
    assertThat(BareText.of("，。、；：？！「」『』《》〈〉“”‘’（）【】…—·").content()).isEmpty();
  }

  @Test
  void keepsTheBracketsOfAGlyphNote() {
    assertThat(BareText.of("大■〈口佛〉國，〈注〉").content()).isEqualTo("大■〈口佛〉國注");
    assertThat(BareText.of("各宪■行；〈注〉").content()).isEqualTo("各宪■行注");
    assertThat(BareText.of("■〈口，佛〉，■〈口英〉").content()).isEqualTo("■〈口，佛〉■〈口英〉");
    assertThat(BareText.of("■〈口\n佛〉").content()).isEqualTo("■口\n佛");
    assertThat(BareText.of("■〈口").content()).isEqualTo("■口");
    assertThat(BareText.of("國■").content()).isEqualTo("國■");
  }

  @Test
  void findsTheSmallestRangeOfTheFullText() {
    String full = "「天津，」「條約。」";
    BareText bare = BareText.of(full);
    assertThat(bare.range(0, 2).of(full)).isEqualTo("天津");
    assertThat(bare.range(1, 3).of(full)).isEqualTo("津，」「條");
    assertThat(bare.range(2, 2)).isEqualTo(TextRange.at(6));
    assertThat(bare.startOf(2)).isEqualTo(6);
    assertThat(bare.endOf(2)).isEqualTo(3);
    assertThat(bare.startOf(4)).isEqualTo(full.length());
    assertThat(bare.endOf(0)).isZero();
    assertThat(bare.bareOffset(4)).isEqualTo(2);
    assertThat(bare.bareOffset(full.length())).isEqualTo(4);
  }

  @Property
  void findsEveryOffsetBothWays(@ForAll("marked") String full) {
    BareText bare = BareText.of(full);
    int bareOffset = 0;
    for (int offset = 0; offset < full.length(); offset++) {
      assertThat(bare.bareOffset(offset)).isEqualTo(bareOffset);
      if (!BareText.isMark(full.charAt(offset))) {
        assertThat(bare.content().charAt(bareOffset)).isEqualTo(full.charAt(offset));
        assertThat(bare.startOf(bareOffset)).isEqualTo(offset);
        assertThat(bare.endOf(bareOffset + 1)).isEqualTo(offset + 1);
        bareOffset++;
      }
    }
    assertThat(bare.length()).isEqualTo(bareOffset);
    assertThat(bare.startOf(bareOffset)).isEqualTo(full.length());
  }

  @Provide
  Arbitrary<String> marked() {
    return Arbitraries.strings().withChars("天津條約，。「」 \n").ofMaxLength(30);
  }

  @Test
  void refusesPlacesOutside() {
    BareText bare = BareText.of("天，津");
    assertThatThrownBy(() -> bare.bareOffset(4))
        .hasMessage("offset 4 is outside a text of 3 units");
    assertThatThrownBy(() -> bare.startOf(3))
        .hasMessage("offset 3 is outside a bare text of 2 units");
    assertThatThrownBy(() -> bare.range(2, 1)).hasMessage("bare range from 2 to 1");
  }
}
