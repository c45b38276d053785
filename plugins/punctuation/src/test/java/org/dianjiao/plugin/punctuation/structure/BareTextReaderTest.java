package org.dianjiao.plugin.punctuation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dianjiao.plugin.punctuation.Shipped;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.junit.jupiter.api.Test;

class BareTextReaderTest {

  @Test
  void readsADescribedGlyphAsOneCharacter() {
    BareLine line = only("大■〈口佛〉國欽差");

    assertThat(characters(line)).isEqualTo("大□国钦差");
    assertThat(line.line().ends()[1]).isEqualTo("大■〈口佛〉".length());
  }

  @Test
  void readsABareBlackSquareAsAMissingCharacter() {
    assertThat(characters(only("各憲■行"))).isEqualTo("各宪□行");
  }

  @Test
  void passesOverTagsAndComments() {
    assertThat(characters(only("<!-- 註 -->邦<strong>交</strong>一"))).isEqualTo("邦交一");
  }

  @Test
  void takesALongCommentForText() {
    String comment = "<!--" + "註".repeat(Markup.LONGEST_COMMENT) + "-->";

    assertThat(only(comment).size()).isGreaterThanOrEqualTo(Markup.LONGEST_COMMENT);
  }

  @Test
  void leavesAVariationSelectorWithItsCharacter() {
    String text = "葛\uDB40\uDD00城";
    BareLine line = only(text);

    assertThat(line.size()).isEqualTo(2);
    assertThat(line.line().ends()[0]).isEqualTo(3);
  }

  @Test
  void countsARareCharacterOnce() {
    BareLine line = only("𠲽國");

    assertThat(line.size()).isEqualTo(2);
    assertThat(line.line().starts()[1]).isEqualTo(2);
  }

  @Test
  void knowsTheMarksThatStand() {
    BareLine line = only("曰：「諾。」遂行");

    assertThat(characters(line)).isEqualTo("曰诺遂行");
    assertThat(line.line().known()[0]).isEqualTo((byte) Mark.COLON.label());
    assertThat(line.line().known()[1]).isEqualTo((byte) Mark.FULL_STOP.label());
    assertThat(line.open().get(0)).isFalse();
    assertThat(line.open().get(2)).isTrue();
    assertThat(line.marked()).isTrue();
  }

  @Test
  void closesAGapWithAQuoteOrASpaceInIt() {
    BareLine line = only("見《史記》列傳 言之");

    assertThat(line.open().get(0)).as("before 《").isFalse();
    assertThat(line.open().get(2)).as("behind 》").isFalse();
    assertThat(line.open().get(4)).as("at a space").isFalse();
    assertThat(line.open().get(1)).as("inside the title").isTrue();
  }

  @Test
  void keepsAGapWithAnHonorificSpaceOpen() {
    BareLine line = only("徑行　大清之軍機大臣");

    assertThat(line.open().get(1)).isTrue();
    assertThat(line.indentation()).isZero();
  }

  @Test
  void closesGapsBesideOtherScripts() {
    BareLine line = only("共1858年");

    assertThat(line.open().get(0)).isFalse();
    assertThat(line.open().get(4)).isFalse();
    assertThat(line.open().get(5)).isTrue();
  }

  @Test
  void givesEachLineItsIndentation() {
    List<BareLine> lines = BareTextReader.read("　　　第三條\n\n此後除兩國", Shipped.TABLE);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).indentation()).isEqualTo(3);
    assertThat(lines.get(1).indentation()).isZero();
    assertThat(lines.get(1).start()).isEqualTo(8);
  }

  private static BareLine only(String text) {
    List<BareLine> lines = BareTextReader.read(text, Shipped.TABLE);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static String characters(BareLine line) {
    return new String(line.line().codes(), 0, line.size());
  }
}
