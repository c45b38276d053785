package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksumTest {

  @Test
  void isTheOneOfTheProtocol() {
    assertThat(Text.of("天津條約𠀋\n第一款").checksum()).isEqualTo("35152bd2b5ff4e");
    assertThat(Text.EMPTY.checksum()).isEqualTo("00000000000000");
  }

  @Test
  void dependsOnTheUnitsAndNotOnHowTheTextCameToBe() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Text edited = Text.EMPTY;
    for (int i = 0; i < 2_000; i++) {
      int from = random.nextInt(edited.length() + 1);
      int to = Math.min(edited.length(), from + random.nextInt(20));
      edited = edited.replace(from, to, "約款\n𠀋。".repeat(random.nextInt(12)));
      if (i % 100 == 0) {
        assertThat(edited.checksum())
            .as("seed %d, step %d", seed, i)
            .isEqualTo(Checksum.of(edited.toString()).text());
      }
    }
  }

  @Test
  void tellsTextsApartThatDifferInOneUnitOrInOrder() {
    Text text = Text.of("甲乙丙丁".repeat(5_000));
    for (int at = 0; at < text.length(); at += 997) {
      String other = text.charAt(at) == '甲' ? "乙" : "甲";
      assertThat(text.replace(at, at + 1, other).checksum()).isNotEqualTo(text.checksum());
    }
    assertThat(Text.of("乙甲").checksum()).isNotEqualTo(Text.of("甲乙").checksum());
  }
}
