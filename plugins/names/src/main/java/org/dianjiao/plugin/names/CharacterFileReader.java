package org.dianjiao.plugin.names;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;

/**
 * Reads names from a CoNLL file: in each line a character (or a word), then its tag ({@code O},
 * {@code B-}, {@code I-}, {@code M-}, {@code E-}, {@code S-} with a type), then perhaps the entity
 * and its label; further names in further columns. With spaces instead of tabs the last word is the
 * tag. An empty line is a line end. Used for one file.
 */
final class CharacterFileReader {

  private static final int COLUMNS = 3;

  private final StringBuilder text = new StringBuilder();
  private final List<Marked> names = new ArrayList<>();

  /** The name that goes on, for each group of columns. */
  private final List<Optional<Open>> open = new ArrayList<>();

  private int number;

  private record Open(Column column, TextRange range) {

    Marked closed() {
      return new Marked(range, column.body());
    }
  }

  private CharacterFileReader() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException that names the line that is wrong
   */
  static MarkedText read(byte[] content) {
    String decoded = decode(content);
    CharacterFileReader reader = new CharacterFileReader();
    String[] lines = decoded.split("\r?\n", -1);
    int last = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
    for (int i = 0; i < last; i++) {
      reader.number = i + 1;
      reader.line(lines[i]);
    }
    reader.closeFrom(0);
    return new MarkedText("", reader.text.toString(), Locale.forLanguageTag("lzh"), reader.names);
  }

  private static String decode(byte[] content) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer decoded = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(content), decoded, true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      long line = 1 + text.chars().filter(unit -> unit == '\n').count();
      throw new IllegalArgumentException("line " + line + ": this is not UTF-8");
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("line " + number + ": " + what);
  }

  private void line(String line) {
    if (line.isEmpty()) {
      text.append('\n');
      return;
    }
    int tab = line.indexOf('\t', 1);
    int space = tab < 0 ? line.indexOf(' ', 1) : tab;
    if (space < 0) {
      throw wrong("no tag beside \"" + shortened(line) + "\"");
    }
    int start = text.length();
    text.append(line, 0, space);
    TextRange range = new TextRange(start, text.length());
    if (tab < 0) {
      tag(0, range, line.substring(line.lastIndexOf(' ') + 1), "_", "_");
      closeFrom(1);
      return;
    }
    String[] cells = line.substring(tab + 1).split("\t", -1);
    for (int i = 0; i < cells.length; i += COLUMNS) {
      tag(i / COLUMNS, range, cells[i], cell(cells, i + 1), cell(cells, i + 2));
    }
    closeFrom((cells.length + COLUMNS - 1) / COLUMNS);
  }

  private static String cell(String[] cells, int at) {
    return at < cells.length && !cells[at].isEmpty() ? cells[at] : "_";
  }

  private void tag(int layer, TextRange range, String tag, String entity, String label) {
    while (open.size() <= layer) {
      open.add(Optional.empty());
    }
    if (tag.equals("O")) {
      close(layer);
      return;
    }
    if (tag.length() < 3 || tag.charAt(1) != '-' || "BIMES".indexOf(tag.charAt(0)) < 0) {
      throw wrong(
          "\"%s\" is no tag; O is, and B-, I-, M-, E- or S- with a type".formatted(shortened(tag)));
    }
    char place = tag.charAt(0);
    Column column = new Column(tag.substring(2), entity, label);
    check(column);
    boolean goesOn =
        "IME".indexOf(place) >= 0
            && open.get(layer).filter(one -> one.column().equals(column)).isPresent();
    if (!goesOn) {
      close(layer);
    }
    int start = goesOn ? open.get(layer).orElseThrow().range().start() : range.start();
    open.set(layer, Optional.of(new Open(column, new TextRange(start, range.end()))));
    if (place == 'E' || place == 'S') {
      close(layer);
    }
  }

  private void check(Column column) {
    try {
      column.body();
    } catch (IllegalArgumentException fault) {
      throw wrong(fault.getMessage());
    }
  }

  private void closeFrom(int first) {
    for (int layer = first; layer < open.size(); layer++) {
      close(layer);
    }
  }

  private void close(int layer) {
    open.get(layer).ifPresent(one -> names.add(one.closed()));
    open.set(layer, Optional.empty());
  }

  private static String shortened(String words) {
    return words.codePointCount(0, words.length()) <= 20
        ? words
        : words.substring(0, words.offsetByCodePoints(0, 20)) + "…";
  }
}
