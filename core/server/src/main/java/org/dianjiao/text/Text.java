package org.dianjiao.text;

/**
 * An immutable text, in UTF-16 units, that is cheap to edit: a balanced tree of chunks.
 *
 * <p>An edit shares all but O(log n) chunks with the text before it; looking up a unit or a line
 * costs O(log n), too. Only the line feed ends a line. A carriage return is a unit like any other
 * here; it does not get in, because import turns line ends into line feeds and {@link ChangeSet}
 * refuses to insert one.
 *
 * <p>Offsets outside the text are refused with an {@link IndexOutOfBoundsException} that names the
 * offset and the length. Any thread may read.
 */
public final class Text {

  /** The text without a unit. It has one line. */
  public static final Text EMPTY = new Text(TextNode.Chunk.EMPTY);

  private final TextNode root;

  private Text(TextNode root) {
    this.root = root;
  }

  /** The text that consists of these units. */
  public static Text of(String content) {
    return content.isEmpty() ? EMPTY : new Text(TextNode.of(content));
  }

  /** Number of UTF-16 units. */
  public int length() {
    return root.length();
  }

  /** The unit at an offset. */
  public char charAt(int offset) {
    if (offset < 0 || offset >= length()) {
      throw outside("offset " + offset);
    }
    return root.charAt(offset);
  }

  /** The units from {@code from} to before {@code to}. */
  public String slice(int from, int to) {
    checkRange(from, to);
    StringBuilder units = new StringBuilder(to - from);
    root.appendTo(units, from, to);
    return units.toString();
  }

  /** This text with {@code insert} in the place of a range. */
  public Text replace(int from, int to, String insert) {
    checkRange(from, to);
    return from == to && insert.isEmpty() ? this : new Text(root.replace(from, to, insert));
  }

  /**
   * A word by which two ends see that they hold the same text: after an edit O(log n) to reckon
   * when that of the text before was. As {@link Checksum} says.
   */
  public String checksum() {
    return root.checksum().text();
  }

  /** Number of lines: one more than there are line feeds. */
  public int lineCount() {
    return root.lineBreaks() + 1;
  }

  /** The line with an index, counted from 0. */
  public Line line(int index) {
    if (index < 0 || index >= lineCount()) {
      throw new IndexOutOfBoundsException(
          "line " + index + " is outside a text of " + lineCount() + " lines");
    }
    int start = root.behindLineBreak(index);
    boolean last = index == root.lineBreaks();
    return new Line(index, start, last ? length() : root.behindLineBreak(index + 1) - 1);
  }

  /** The line that an offset lies in; one on a line feed lies in the line that it ends. */
  public Line lineAt(int offset) {
    checkRange(offset, offset);
    return line(root.lineBreaksBefore(offset));
  }

  private void checkRange(int from, int to) {
    if (from < 0 || to < from || to > length()) {
      throw outside(from == to ? "offset " + from : "range " + from + " to " + to);
    }
  }

  private IndexOutOfBoundsException outside(String what) {
    return new IndexOutOfBoundsException(what + " is outside a text of " + length() + " units");
  }

  /** Whether the other is a text of the same units, however it came about. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Text text && length() == text.length() && root.matches(text.root, 0));
  }

  /** The hash of the string of the same units. */
  @Override
  public int hashCode() {
    return root.hash(0);
  }

  /** All units in one string. */
  @Override
  public String toString() {
    return slice(0, length());
  }
}
