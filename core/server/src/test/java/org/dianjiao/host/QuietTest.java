package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.Test;

class QuietTest {

  private static final Limits LIMITS =
      Json.readSettings("quiet-millis: 100\nquiet-window-millis: 800", Limits.class);

  @Test
  void isShortAfterAnEditOfOnePassageAndLongerWhenThereIsMuchToRead() {
    assertThat(Quiet.millis(LIMITS, 1, 60, 0)).isEqualTo(100);
    assertThat(Quiet.millis(LIMITS, 0, 60, 0)).isEqualTo(100);
    assertThat(Quiet.millis(LIMITS, 3, 60, 0)).isEqualTo(1_700);
    assertThat(Quiet.millis(LIMITS, 5_000, 60, 0)).isEqualTo(3_300);
  }

  @Test
  void isAsLongAsASlowPluginThinks() {
    assertThat(Quiet.millis(LIMITS, 1, 800, 0)).isEqualTo(100);
    assertThat(Quiet.millis(LIMITS, 1, 2_500, 0)).isEqualTo(2_500);
    assertThat(Quiet.millis(LIMITS, 1, 60_000, 0)).isEqualTo(4_000);
  }

  @Test
  void isNotPutOffForEverByWhoTypesOn() {
    assertThat(Quiet.millis(LIMITS, 1, 60, 390)).isEqualTo(100);
    assertThat(Quiet.millis(LIMITS, 1, 60, 450)).isEqualTo(50);
    assertThat(Quiet.millis(LIMITS, 1, 60, 9_000)).isEqualTo(1);
  }
}
