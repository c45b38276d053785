package org.dianjiao.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DateTest {

  @Test
  void countsItsDaysByTheJulianDayNumber() {
    Body.Date august = new Body.Date("同治元年八月", "1862-08-25", "1862-09-23", false, "");
    assertThat(august.firstDay()).isEqualTo(2401378);
    assertThat(august.lastDay()).isEqualTo(2401407);
    assertThat(Body.Date.of("同治元年八月", 2401378, 2401407, false)).isEqualTo(august);
    assertThat(Body.Date.of("秦王政二十七年十月", 1641025, 1641053, false).start()).startsWith("-02");
  }

  @Test
  void hasDaysOrSaysWhyItHasNone() {
    assertThat(Body.Date.faulty("八月", "nothing tells its year").resolved()).isFalse();
    assertThatThrownBy(() -> new Body.Date("八月", "", "", false, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Body.Date("八月", "1862-08-25", "1862-09-23", false, "no"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Body.Date("八月", "1862-09-23", "1862-08-25", false, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Body.Date("八月", "1862-8-25", "1862-09-23", false, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
