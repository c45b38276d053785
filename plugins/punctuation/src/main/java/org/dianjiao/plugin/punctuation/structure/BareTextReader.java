package org.dianjiao.plugin.punctuation.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * Reads a text into bare lines, once, from its start. A described glyph such as {@code ■〈口佛〉} is
 * one character; tags and comments vanish; a variation selector belongs to its character; a
 * full-width space is passed over, since in these texts it stands for respect or indentation.
 */
public final class BareTextReader {

  private static final int LONGEST_GLYPH = 10;
  private static final int FULL_WIDTH_SPACE = 0x3000;
  private static final int MISSING = '□';
  private static final int DESCRIBED = '■';

  private final String text;
  private final CharacterTable table;
  private final List<BareLine> lines = new ArrayList<>();

  private int[] codes = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private byte[] known = new byte[64];
  private final BitSet script = new BitSet();
  private final BitSet closed = new BitSet();
  private int size;
  private int lineStart;
  private int indentation;
  private boolean marked;

  private BareTextReader(String text, CharacterTable table) {
    this.text = text;
    this.table = table;
  }

  /** The lines of a text that have characters, in order. */
  public static List<BareLine> read(String text, CharacterTable table) {
    return new BareTextReader(text, table).read();
  }

  private List<BareLine> read() {
    int at = 0;
    while (at < text.length()) {
      int end = Markup.end(text, at);
      if (end < 0) {
        int code = text.codePointAt(at);
        end = at + Character.charCount(code);
        if (code == '\n') {
          finishLine(at);
          lineStart = end;
        } else {
          end = take(code, at, end);
        }
      }
      at = end;
    }
    finishLine(text.length());
    return List.copyOf(lines);
  }

  /** Takes one code point, or a described glyph, and says where it ends. */
  private int take(int code, int start, int end) {
    if (code == FULL_WIDTH_SPACE) {
      indentation += size == 0 ? 1 : 0;
      return end;
    }
    if (code == DESCRIBED) {
      int glyphEnd = glyphEnd(end);
      add(MISSING, start, glyphEnd, true);
      return glyphEnd;
    }
    if (belongsToItsPredecessor(code)) {
      if (size > 0 && ends[size - 1] == start) {
        ends[size - 1] = end;
      } else if (size > 0) {
        closed.set(size - 1);
      }
      return end;
    }
    Optional<Mark> mark = Mark.of(code);
    if (mark.isPresent() && size > 0 && known[size - 1] == 0) {
      known[size - 1] = (byte) mark.get().label();
    }
    if (mark.isPresent() || isBetween(code)) {
      marked |= mark.isPresent();
      if (size > 0) {
        closed.set(size - 1);
      }
    } else {
      add(table.simplify(code), start, end, isScript(code));
    }
    return end;
  }

  /** Where the description of a glyph ends that may begin here. */
  private int glyphEnd(int at) {
    if (at >= text.length() || text.charAt(at) != '〈') {
      return at;
    }
    int limit = Math.min(text.length(), at + LONGEST_GLYPH);
    for (int i = at + 1; i < limit && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '〉') {
        return i + 1;
      }
    }
    return at;
  }

  private static boolean belongsToItsPredecessor(int code) {
    return switch (Character.getType(code)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /** Whether a code point is no character of the text but stands between two. */
  private static boolean isBetween(int code) {
    return switch (Character.getType(code)) {
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
          Character.CONTROL ->
          true;
      default -> false;
    };
  }

  private static boolean isScript(int code) {
    return Character.isIdeographic(code)
        || code == MISSING
        || Character.getType(code) == Character.PRIVATE_USE;
  }

  private void add(int code, int start, int end, boolean ofScript) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      known = Arrays.copyOf(known, 2 * size);
    }
    codes[size] = code;
    starts[size] = start;
    ends[size] = end;
    script.set(size, ofScript);
    size++;
  }

  private void finishLine(int end) {
    if (size > 0) {
      BitSet open = new BitSet();
      for (int i = 0; i < size; i++) {
        boolean inScript = script.get(i) && (i + 1 == size || script.get(i + 1));
        open.set(i, inScript && !closed.get(i));
      }
      Line line =
          new Line(
              Arrays.copyOf(codes, size),
              Arrays.copyOf(known, size),
              Arrays.copyOf(starts, size),
              Arrays.copyOf(ends, size));
      lines.add(new BareLine(line, open, indentation, marked, lineStart, end));
    }
    Arrays.fill(known, 0, size, (byte) 0);
    closed.clear();
    size = 0;
    indentation = 0;
    marked = false;
  }
}
