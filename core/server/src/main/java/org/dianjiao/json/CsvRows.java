package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** Reads comma separated values (RFC 4180) row by row. Thread safe. */
public final class CsvRows {

  private static final CsvMapper MAPPER =
      CsvMapper.csvBuilder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private CsvRows() {}

  /** What is done with a row. */
  @FunctionalInterface
  public interface Step {
    /** Takes the row that begins in a line, counted from 1. */
    void accept(int line, List<String> cells);
  }

  /**
   * Goes through all rows, the first one among them.
   *
   * @throws MalformedJson when a row cannot be told apart
   */
  public static void each(Reader in, Step step) throws IOException {
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).with(CsvSchema.emptySchema()).readValues(in)) {
      int line = 1;
      while (rows.hasNextValue()) {
        String[] cells = rows.nextValue();
        step.accept(line, List.of(cells));
        line = Math.max(line + 1, rows.getCurrentLocation().getLineNr());
      }
    } catch (JsonProcessingException fault) {
      throw MalformedJson.of(fault);
    }
  }
}
