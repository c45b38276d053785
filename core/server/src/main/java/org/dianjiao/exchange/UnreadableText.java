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

  /** What is wrong stands behind some text. */
  static UnreadableText behind(CharSequence text, String message) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean first = unit == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (!first && (unit == '\n' || unit == '\r')) {
        line++;
        column = 1;
      } else if (!first && !Character.isLowSurrogate(unit)) {
        column++;
      }
    }
    return new UnreadableText(line, column, message);
  }

  /** What is wrong in a file, in one line: the file, where, and what. */
  public String in(String file) {
    return "%s:%d:%d: %s".formatted(file, line, column, getMessage());
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
