package org.dianjiao.plugin.punctuation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PackedTableTest {

  @Test
  void addsAKeptRowAndNothingForAnother() {
    long[] kept = {1L << 3, 0, 1L << 1 | 1L << 63, 0};
    PackedTable table = new PackedTable(2, 0.5f, kept, new byte[] {1, 2, 3, 4, 5, 6});

    assertThat(sum(table, 3)).containsExactly(0.5f, 1f);
    assertThat(sum(table, 129)).containsExactly(1.5f, 2f);
    assertThat(sum(table, 191)).containsExactly(2.5f, 3f);
    assertThat(sum(table, 4)).containsExactly(0f, 0f);
    assertThat(table.bits()).isEqualTo(8);
  }

  @Test
  void refusesWeightsThatDoNotFitItsRows() {
    assertThatThrownBy(() -> new PackedTable(2, 1, new long[] {3}, new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 weights for 2 rows of 2");
  }

  private static float[] sum(PackedTable table, int row) {
    float[] sum = new float[2];
    table.add(row, sum, 0);
    return sum;
  }
}
