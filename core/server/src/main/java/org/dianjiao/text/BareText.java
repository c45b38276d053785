package org.dianjiao.text;

import java.util.Arrays;
import org.dianjiao.api.TextRange;

/**
 * A text without its punctuation marks, with offsets both ways.
 *
 * <p>Only marks are left out: {@code ，。、；：？！「」『』《》〈〉“”‘’（）【】…—·}. Spaces and line feeds stay, as
 * does every other character; a variation selector behind a mark belongs to it. The brackets of a
 * glyph note are no marks: in {@code ■〈口佛〉} the bracket directly behind ■, all up to its closing
 * bracket on the same line, and that bracket describe one character and stay.
 *
 * <p>A place between two bare units may stand for several places of the full text, before, between
 * and behind the marks there. {@link #startOf} gives the last of them, {@link #endOf} the first, so
 * that a range of bare text becomes the smallest range of full text with the same characters.
 */
public final class BareText {

  private static final String MARKS = "，。、；：？！「」『』《》〈〉“”‘’（）【】…—·";

  private final String content;
  private final int fullLength;

  /** Offsets of what is left out of the full text, ascending. */
  private final int[] marks;

  private BareText(String content, int fullLength, int[] marks) {
    this.content = content;
    this.fullLength = fullLength;
    this.marks = marks;
  }

  /** The text without its marks. */
  public static BareText of(String full) {
    StringBuilder content = new StringBuilder(full.length());
    int[] marks = new int[full.length()];
    int count = 0;
    int note = 0;
    int i = 0;
    while (i < full.length()) {
      char unit = full.charAt(i);
      if (unit == '■') {
        note = Math.max(note, endOfGlyphNote(full, i + 1));
      }
      if (i >= note && isMark(unit)) {
        int end = behindSelectors(full, i + 1);
        while (i < end) {
          marks[count++] = i++;
        }
      } else {
        content.append(unit);
        i++;
      }
    }
    return new BareText(content.toString(), full.length(), Arrays.copyOf(marks, count));
  }

  private static int behindSelectors(String full, int start) {
    int end = start;
    while (end < full.length() && CodeUnits.isVariationSelector(full.codePointAt(end))) {
      end += Character.charCount(full.codePointAt(end));
    }
    return end;
  }

  /** Behind the note that begins at an offset, or the offset when no note begins there. */
  private static int endOfGlyphNote(String full, int start) {
    if (start == full.length() || full.charAt(start) != '〈') {
      return start;
    }
    int end = full.indexOf('〉', start);
    int line = full.indexOf('\n', start);
    return end < 0 || (line >= 0 && line < end) ? start : end + 1;
  }

  /** Whether a unit is a punctuation mark wherever it stands outside a glyph note. */
  public static boolean isMark(char unit) {
    return MARKS.indexOf(unit) >= 0;
  }

  /** Whether the unit at an offset of the full text is of a mark. */
  public boolean leavesOut(int fullOffset) {
    return Arrays.binarySearch(marks, fullOffset) >= 0;
  }

  /** The units without the marks. */
  public String content() {
    return content;
  }

  /** Number of units without the marks. */
  public int length() {
    return content.length();
  }

  /** The bare offset of an offset in the full text: how many bare units stand before it. */
  public int bareOffset(int fullOffset) {
    if (fullOffset < 0 || fullOffset > fullLength) {
      throw new IllegalArgumentException(
          "offset %d is outside a text of %d units".formatted(fullOffset, fullLength));
    }
    int index = Arrays.binarySearch(marks, fullOffset);
    return fullOffset - (index < 0 ? -index - 1 : index);
  }

  /** The offset in the full text before the bare unit at an offset, behind all marks there. */
  public int startOf(int bareOffset) {
    requireInside(bareOffset);
    return bareOffset + marksBefore(bareOffset + 1);
  }

  /** The offset in the full text behind the bare unit before an offset, before all marks there. */
  public int endOf(int bareOffset) {
    requireInside(bareOffset);
    return bareOffset + marksBefore(bareOffset);
  }

  /**
   * The smallest range of the full text that holds a range of bare units; an empty one lies behind
   * the marks there.
   */
  public TextRange range(int bareFrom, int bareTo) {
    if (bareFrom > bareTo) {
      throw new IllegalArgumentException("bare range from " + bareFrom + " to " + bareTo);
    }
    if (bareFrom == bareTo) {
      return TextRange.at(startOf(bareFrom));
    }
    return new TextRange(startOf(bareFrom), endOf(bareTo));
  }

  /** How many marks have fewer than so many bare units before them. */
  private int marksBefore(int bareUnits) {
    int low = 0;
    int high = marks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks[middle] - middle < bareUnits) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void requireInside(int bareOffset) {
    if (bareOffset < 0 || bareOffset > length()) {
      throw new IllegalArgumentException(
          "offset %d is outside a bare text of %d units".formatted(bareOffset, length()));
    }
  }
}
