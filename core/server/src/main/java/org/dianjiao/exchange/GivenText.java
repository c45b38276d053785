package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.Edit;

/**
 * A text as a file gives it, and the same text as documents have it: without a byte order mark,
 * with LF at the ends of lines. Knows where a place of the document's text lies in the file.
 *
 * <p>A place at the end of a line lies before the line's CR LF, never between the two.
 */
public final class GivenText {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String given;
  private final String text;

  /** For each place in the text, and its end, the units of the file before it. */
  private final int[] units;

  /** For each place in the text, and its end, the code points of the file before it. */
  private final int[] codePoints;

  private GivenText(String given, String text, int[] units, int[] codePoints) {
    this.given = given;
    this.text = text;
    this.units = units;
    this.codePoints = codePoints;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableText when it is not UTF-8
   */
  public static GivenText read(byte[] utf8) {
    return of(Utf8.decode(utf8, 0));
  }

  /** The text of a file, with all that stands in it. */
  public static GivenText of(String given) {
    StringBuilder text = new StringBuilder(given.length());
    int[] units = new int[given.length() + 1];
    int[] codePoints = new int[given.length() + 1];
    int points = 0;
    int next = 0;
    if (!given.isEmpty() && given.charAt(0) == BYTE_ORDER_MARK) {
      points = 1;
      next = 1;
    }
    while (next < given.length()) {
      char unit = given.charAt(next);
      boolean pair = unit == '\r' && next + 1 < given.length() && given.charAt(next + 1) == '\n';
      units[text.length()] = next;
      codePoints[text.length()] = points;
      text.append(unit == '\r' ? '\n' : unit);
      boolean half =
          Character.isHighSurrogate(unit)
              && next + 1 < given.length()
              && Character.isLowSurrogate(given.charAt(next + 1));
      points += pair ? 2 : half ? 0 : 1;
      next += pair ? 2 : 1;
    }
    units[text.length()] = next;
    codePoints[text.length()] = points;
    return new GivenText(given, text.toString(), units, codePoints);
  }

  /** The text as documents have it. */
  public String text() {
    return text;
  }

  /** The text as the file has it. */
  public String given() {
    return given;
  }

  /** How many code points of the file stand before a place in the text. */
  public int codePoints(int offset) {
    return codePoints[offset];
  }

  /** What stands in the file at a range of the text. */
  public String surface(TextRange range) {
    return given.substring(units[range.start()], units[range.end()]);
  }

  /**
   * The file with edits of the text applied, and everything else exactly as it is.
   *
   * @param edits whose ranges do not overlap
   */
  public GivenText with(List<Edit> edits) {
    List<Edit> ordered = new ArrayList<>(edits);
    ordered.sort(Comparator.comparingInt(Edit::from));
    StringBuilder changed = new StringBuilder(given.length());
    int done = 0;
    for (Edit edit : ordered) {
      changed.append(given, done, units[edit.from()]).append(edit.insert());
      done = units[edit.to()];
    }
    return of(changed.append(given, done, given.length()).toString());
  }
}
