package org.dianjiao.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void writesWordsInQuotationMarksAndNumbersAsTheyAre() {
    List<List<Object>> rows =
        List.of(List.of("title", "n", "share"), List.of("天津，\"條約\",\n第一款𠀋", -3, 0.25));
    assertThat(Csv.text(rows))
        .isEqualTo("\"title\",\"n\",\"share\"\r\n\"天津，\"\"條約\"\",\n第一款𠀋\",-3,0.25\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        " =1",
        "＝1",
        "＋1",
        "－1",
        "＠x"
      })
  void writesWhatASpreadsheetWouldTakeForAFormulaAsText(String words) {
    assertThat(Csv.text(List.of(List.of(words)))).isEqualTo("\"'" + words + "\"\r\n");
  }

  @Test
  void leavesOtherWordsAlone() {
    assertThat(Csv.text(List.of(List.of("1=1", "", "'", " 1"))))
        .isEqualTo("\"1=1\",\"\",\"'\",\" 1\"\r\n");
  }

  @Test
  void aTableWithoutRowsIsEmpty() {
    assertThat(Csv.text(List.of())).isEmpty();
  }
}
