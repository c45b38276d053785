package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(1)",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        " =1"
      })
  void whatASpreadsheetWouldTakeForAFormulaIsText(String cell) {
    CsvTable table = new CsvTable("title");
    table.row(cell);
    assertThat(table.text()).isEqualTo("\"title\"\r\n\"'" + cell + "\"\r\n");
  }

  @Test
  void aQuoteEndsNoCellAndNumbersStayNumbers() {
    CsvTable table = new CsvTable("title");
    table.row("a\",=1,\"b", -3, 0.5);
    assertThat(table.text()).isEqualTo("\"title\"\r\n\"a\"\",=1,\"\"b\",-3,0.5\r\n");
  }
}
