package org.dianjiao.exchange.authority;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The lines of a file in UTF-8, one after another; a byte order mark is dropped. */
final class SourceLines {

  private static final char MARK = '\uFEFF';

  private SourceLines() {}

  /** What is done with a line. */
  interface Step {
    void accept(int line, String text);
  }

  /**
   * Goes through a file; lines without words are left out.
   *
   * @throws IllegalArgumentException when it is not UTF-8, with the line
   */
  static void each(InputStream in, Step step) throws IOException {
    BufferedReader lines = new BufferedReader(reader(in));
    int number = 0;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.indexOf(MARK) == 0 ? line.substring(1) : line;
        if (!text.isBlank()) {
          step.accept(number, text);
        }
      }
    } catch (CharacterCodingException fault) {
      throw new IllegalArgumentException(
          "behind line %d: the file is not UTF-8; convert it first".formatted(number), fault);
    }
  }

  /** Decodes strictly. */
  static Reader reader(InputStream in) {
    return new InputStreamReader(
        in,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
