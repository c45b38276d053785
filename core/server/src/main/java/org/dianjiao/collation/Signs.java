package org.dianjiao.collation;

import java.util.Arrays;
import org.dianjiao.text.CodeUnits;

/**
 * A text as the signs that collation aligns: characters with what belongs to them. A variation
 * selector or combining mark belongs to the character before it; a glyph note such as {@code ■〈口佛〉}
 * is one sign. Everything between two signs is light: marks, spaces, line ends, comments and tags.
 */
final class Signs {

  private static final int LONGEST_NOTE = 16;
  private static final int LONGEST_TAG = 1_000;

  private final String text;
  private final int[] from;
  private final int[] to;
  private final int[] keys;

  private Signs(String text, int[] from, int[] to, int[] keys) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.keys = keys;
  }

  /** The signs of a text. */
  static Signs of(String text, Likeness likeness) {
    int[] from = new int[text.length()];
    int[] to = new int[text.length()];
    int[] keys = new int[text.length()];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int light = behindLight(text, at, codePoint);
      if (light > at) {
        at = light;
        continue;
      }
      int note = behindNote(text, at);
      int end = note > at ? note : behindMarksOf(text, at + Character.charCount(codePoint));
      from[count] = at;
      to[count] = end;
      keys[count++] =
          note > at ? keyOfNote(text.substring(at, note), likeness) : likeness.key(codePoint);
      at = end;
    }
    return new Signs(
        text, Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(keys, count));
  }

  private static int behindLight(String text, int at, int codePoint) {
    if (codePoint == '<') {
      if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at + 4);
        return end < 0 ? at + 1 : end + 3;
      }
      int end = text.indexOf('>', at);
      return end - at < LONGEST_TAG && beginsTag(text, at + 1, end) ? end + 1 : at + 1;
    }
    return isLight(codePoint) ? at + Character.charCount(codePoint) : at;
  }

  private static boolean beginsTag(String text, int at, int end) {
    int name = text.startsWith("/", at) ? at + 1 : at;
    return name < end && (text.charAt(name) | 0x20) >= 'a' && (text.charAt(name) | 0x20) <= 'z';
  }

  private static boolean isLight(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.MATH_SYMBOL,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> false;
    };
  }

  private static int behindMarksOf(String text, int at) {
    int end = at;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      int type = Character.getType(codePoint);
      boolean belongs =
          CodeUnits.isVariationSelector(codePoint)
              || type == Character.NON_SPACING_MARK
              || type == Character.ENCLOSING_MARK
              || type == Character.COMBINING_SPACING_MARK;
      if (!belongs) {
        return end;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private static int behindNote(String text, int at) {
    if (!text.startsWith("■〈", at)) {
      return at;
    }
    int end = text.indexOf('〉', at);
    boolean note = end > 0 && end - at < LONGEST_NOTE && text.lastIndexOf('\n', end) < at;
    return note ? end + 1 : at;
  }

  /** A description of one known character has its key; others are like nothing but themselves. */
  private static int keyOfNote(String note, Likeness likeness) {
    int[] parts = note.substring(2, note.length() - 1).codePoints().toArray();
    if (parts.length == 2 && parts[0] == '口') {
      for (int like : likeness.like(likeness.key(parts[1]))) {
        if (likeness.soundAlike(like, parts[1])) {
          return likeness.key(like);
        }
      }
    }
    return -1 - (note.hashCode() & Integer.MAX_VALUE);
  }

  /** How many there are. */
  int size() {
    return keys.length;
  }

  /** The keys of all, in order; not to be changed. */
  int[] keys() {
    return keys;
  }

  /** The first unit of a sign; behind the last sign, the end of the text. */
  int from(int sign) {
    return sign < from.length ? from[sign] : text.length();
  }

  /** Behind the last unit of a sign. */
  int to(int sign) {
    return to[sign];
  }

  /** A sign as it is written. */
  String written(int sign) {
    return text.substring(from[sign], to[sign]);
  }

  /** The text that they are of. */
  String text() {
    return text;
  }

  /** The first sign that begins at or behind a unit. */
  int at(int unit) {
    int found = Arrays.binarySearch(from, unit);
    return found < 0 ? -found - 1 : found;
  }
}
