package org.dianjiao.exchange;

/**
 * A text that cannot be taken in as it is. The message says what is wrong and, where it helps, what
 * to do.
 */
public final class UnreadableText extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /**
   * A place in a text that cannot be read.
   *
   * @param line from 1
   * @param column from 1, in code points
   */
  UnreadableText(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1, in code points. */
  public int column() {
    return column;
  }
}
