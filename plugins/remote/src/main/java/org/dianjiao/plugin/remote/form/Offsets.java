package org.dianjiao.plugin.remote.form;

import java.util.Arrays;
import org.dianjiao.api.TextRange;

/**
 * The offsets of one text on both sides of the border: ours count UTF-16 units, theirs those or
 * code points. Immutable.
 */
public final class Offsets {

  private final String text;

  /** Where each code point begins, and the end of the text; empty when both sides count units. */
  private final int[] starts;

  private Offsets(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /** The offsets of a text. */
  public static Offsets of(Encoding encoding, String text) {
    return new Offsets(
        text, encoding == Encoding.UTF_16 ? new int[0] : starts(text, text.length()));
  }

  private static int[] starts(String text, int length) {
    int[] starts = new int[text.codePointCount(0, length) + 1];
    int unit = 0;
    for (int i = 0; i < starts.length - 1; i++) {
      starts[i] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    starts[starts.length - 1] = length;
    return starts;
  }

  /** Our offset as they count it. */
  int theirs(int ours) {
    if (starts.length == 0) {
      return ours;
    }
    int found = Arrays.binarySearch(starts, ours);
    if (found < 0) {
      throw new Malformed(
          "offset %d is inside a character of the text of %d units".formatted(ours, text.length()));
    }
    return found;
  }

  /** Their offset as we count it; it lies in the text and in no character. */
  int ours(Field field) {
    int offset = field.integer();
    int last = starts.length == 0 ? text.length() : starts.length - 1;
    if (offset < 0 || offset > last) {
      throw field.wrong(
          "is %d, outside the text of %d %s"
              .formatted(offset, last, starts.length == 0 ? "UTF-16 units" : "code points"));
    }
    if (starts.length > 0) {
      return starts[offset];
    }
    if (offset > 0
        && offset < last
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))) {
      throw field.wrong("is " + offset + ", inside a surrogate pair");
    }
    return offset;
  }

  /** Reads a range. */
  TextRange range(Field field) {
    int start = ours(field.get("start"));
    int end = ours(field.get("end"));
    return field.make(() -> new TextRange(start, end));
  }
}
