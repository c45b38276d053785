package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table as comma separated values (RFC 4180): UTF-8, lines end with CR LF, words stand in
 * quotation marks. What a spreadsheet would take for a formula is written as text, with a leading
 * {@code '} (OWASP ASVS 5.0, 1.2.10). Thread safe.
 */
public final class Csv {

  /** What spreadsheets begin a formula by, wide forms too, perhaps behind spaces. */
  private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";

  private static final String LINES = "\t\r\n";

  private static final ObjectWriter WRITER =
      CsvMapper.csvBuilder()
          .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
          .build()
          .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

  private Csv() {}

  /**
   * A table.
   *
   * @param rows each with as many cells as the first one; a number stays a number, anything else
   *     becomes words
   */
  public static String text(List<List<Object>> rows) {
    List<List<Object>> safe = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      safe.add(row.stream().map(Csv::cell).toList());
    }
    try {
      return WRITER.writeValueAsString(safe);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("cannot write a table of " + rows.size() + " rows", fault);
    }
  }

  private static Object cell(Object value) {
    if (value instanceof Number) {
      return value;
    }
    String words = String.valueOf(value);
    boolean formula = begins(words, LINES) || begins(words.strip(), SIGNS);
    return formula ? "'" + words : words;
  }

  private static boolean begins(String words, String with) {
    return !words.isEmpty() && with.indexOf(words.charAt(0)) >= 0;
  }
}
