package org.dianjiao.text;

/**
 * One line of a text: what lies between two line feeds.
 *
 * @param index which line, counted from 0
 * @param start offset of its first unit
 * @param end offset behind its last unit; the line feed, if there is one, stands here
 */
public record Line(int index, int start, int end) {

  /** Requires a range that is not turned around. */
  public Line {
    if (index < 0 || start < 0 || end < start) {
      throw new IllegalArgumentException("line " + index + " from " + start + " to " + end);
    }
  }

  /** Units in the line, without its line feed. */
  public int length() {
    return end - start;
  }
}
