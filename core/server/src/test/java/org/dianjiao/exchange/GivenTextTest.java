package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.Edit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTextTest {

  @Test
  void countsTheByteOrderMarkAndBothHalvesOfALineEnd() {
    GivenText file = GivenText.of("\ufeff甲\ud840\udc00\r\n乙");
    assertThat(file.text()).isEqualTo("甲\ud840\udc00\n乙");
    assertThat(file.codePoints(0)).isEqualTo(1);
    assertThat(file.codePoints(3)).isEqualTo(3);
    assertThat(file.codePoints(4)).isEqualTo(5);
    assertThat(file.codePoints(5)).isEqualTo(6);
    assertThat(file.surface(new TextRange(1, 5))).isEqualTo("\ud840\udc00\r\n乙");
    assertThat(file.surface(new TextRange(0, 3))).isEqualTo("甲\ud840\udc00");
  }

  @Test
  void takesALoneCarriageReturnForALineEnd() {
    assertThat(GivenText.of("a\r\r\nb\n\rc").text()).isEqualTo("a\n\nb\n\nc");
  }

  @Test
  void changesNothingButWhatIsEdited() {
    GivenText file = GivenText.of("\ufeff甲乙\r\n丙\r丁\n");
    List<Edit> edits = List.of(new Edit(2, 2, "。"), new Edit(3, 4, "三"), new Edit(7, 7, "末"));
    assertThat(file.with(edits).given()).isEqualTo("\ufeff甲乙。\r\n三\r丁\n末");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThatThrownBy(() -> GivenText.read(new byte[] {'a', (byte) 0xb5, (byte) 0xe3}))
        .isInstanceOfSatisfying(
            UnreadableText.class,
            fault ->
                assertThat(fault.in("f.txt")).startsWith("f.txt:1:2: byte 1: B5 is not UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsEveryRangeByItsCodePoints(long seed) throws Exception {
    Random random = new Random(seed);
    String[] pieces = {"\ufeff", "\r", "\n", "\r\n", "甲", "\ud840\udc00", "葛\udb40\udd00", "a"};
    StringBuilder given = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      given.append(pieces[random.nextInt(pieces.length)]);
    }
    GivenText file = GivenText.read(given.toString().getBytes(StandardCharsets.UTF_8));
    int[] points = file.given().codePoints().toArray();
    for (int start = 0; start <= file.text().length(); start++) {
      if (start > 0 && Character.isHighSurrogate(file.text().charAt(start - 1))) {
        continue;
      }
      int from = file.codePoints(start);
      String rest = new String(points, from, points.length - from);
      assertThat(file.surface(new TextRange(start, file.text().length())))
          .as("seed %d, offset %d", seed, start)
          .isEqualTo(rest);
    }
  }
}
