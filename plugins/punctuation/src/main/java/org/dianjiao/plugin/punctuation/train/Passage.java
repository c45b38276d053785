package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.Optional;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * A passage with the marks of an edition: its characters, simplified, and behind each the label of
 * its mark. The arrays are not copied and never changed.
 *
 * @param pausesOnly whether the labels say only pause or no pause, not which mark
 * @param pairs where quotations and titles open and close
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers; equality is never asked for
record Passage(
    String genre, String period, int[] codes, byte[] labels, boolean pausesOnly, Pairs pairs) {

  private static final String PAUSES_ONLY_GENRE = "judou-official";

  /** Reads a line of the training data: seven fields with tabs between, the last with marks. */
  static Optional<Passage> parse(String line, CharacterTable table) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 7) {
      throw new IllegalArgumentException(fields.length + " fields instead of 7 in: " + line);
    }
    String genre = fields[3];
    int[] text = fields[6].codePoints().toArray();
    int[] codes = new int[text.length];
    byte[] labels = new byte[text.length];
    byte[] halves = new byte[text.length];
    int size = 0;
    for (int code : text) {
      Optional<Mark> mark = Mark.of(code);
      if (mark.isPresent()) {
        if (size > 0 && labels[size - 1] == 0) {
          labels[size - 1] = (byte) mark.get().label();
        }
      } else if (Pairs.bit(code) != 0) {
        if (size > 0) {
          halves[size - 1] |= (byte) Pairs.bit(code);
        }
      } else {
        codes[size++] = table.simplify(code);
      }
    }
    if (size == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Passage(
            genre,
            fields[2],
            Arrays.copyOf(codes, size),
            Arrays.copyOf(labels, size),
            genre.equals(PAUSES_ONLY_GENRE),
            new Pairs(
                Arrays.copyOf(halves, size), fields[5].equals("1"), fields[6].contains("《"))));
  }

  int size() {
    return codes.length;
  }
}
