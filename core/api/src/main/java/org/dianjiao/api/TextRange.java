package org.dianjiao.api;

/**
 * A half-open range of text in UTF-16 code units.
 *
 * <pre>{@code
 * var range = new TextRange(3, 5);
 * range.of("天津條約草案"); // "約草"
 * }</pre>
 *
 * @param start first unit, at least 0
 * @param end unit after the last, at least {@code start}
 * @since 1.0
 */
public record TextRange(int start, int end) {

  /** Checks that the range is not reversed and not negative. */
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("range " + start + "–" + end + " is reversed or negative");
    }
  }

  /** The empty range at an offset: a place to insert. */
  public static TextRange at(int offset) {
    return new TextRange(offset, offset);
  }

  /** Number of UTF-16 code units. */
  public int length() {
    return end - start;
  }

  /** Whether nothing lies between start and end. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Whether the other range lies inside this one; the edges count as inside. */
  public boolean contains(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the two ranges share at least one code unit. */
  public boolean overlaps(TextRange other) {
    return start < other.end && other.start < end;
  }

  /** Whether the two ranges overlap or meet at an edge. */
  public boolean touches(TextRange other) {
    return start <= other.end && other.start <= end;
  }

  /** The same range, moved. */
  public TextRange shift(int distance) {
    return new TextRange(start + distance, end + distance);
  }

  /**
   * The text that this range names.
   *
   * @throws IndexOutOfBoundsException when the range ends behind the text
   */
  public String of(String text) {
    return text.substring(start, end);
  }
}
