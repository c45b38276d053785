package org.dianjiao.exchange;

import org.dianjiao.limits.Limits;
import org.dianjiao.text.Characters;

/**
 * Reads a plain text from UTF-8 and keeps every character of it. A byte order mark in front is
 * dropped, line ends become line feeds; nothing else is changed.
 *
 * <p>Refused with line and column are: bytes that are not UTF-8, control characters other than tab
 * and line end, U+FFFD (the trace of an earlier decoding gone wrong), code points that are no
 * characters, and texts over the limits. Private-use characters, ideographic spaces and everything
 * else that Unicode allows is text.
 */
public final class PlainTextReader {

  private final Limits limits;

  /** A reader that keeps to these limits. */
  public PlainTextReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a whole file.
   *
   * @throws UnreadableText for the first thing that is wrong
   */
  public PlainText read(byte[] bytes) {
    if (bytes.length > limits.importBytes()) {
      throw new UnreadableText(
          1,
          1,
          "the file has %d bytes; the limit is %d".formatted(bytes.length, limits.importBytes()));
    }
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    String decoded = Utf8.decode(bytes, mark ? 3 : 0);
    return new Pass(decoded, bytes).read(mark);
  }

  /** One walk over a decoded text. */
  private final class Pass {

    private final String decoded;
    private final byte[] bytes;
    private final StringBuilder text;
    private int pairs;
    private int singles;
    private int lines = 1;

    Pass(String decoded, byte[] bytes) {
      this.decoded = decoded;
      this.bytes = bytes;
      this.text = new StringBuilder(decoded.length());
    }

    PlainText read(boolean mark) {
      int at = 0;
      while (at < decoded.length()) {
        int codePoint = decoded.codePointAt(at);
        int next = at + Character.charCount(codePoint);
        if (codePoint == '\r') {
          boolean pair = next < decoded.length() && decoded.charAt(next) == '\n';
          pairs += pair ? 1 : 0;
          singles += pair ? 0 : 1;
          next += pair ? 1 : 0;
          codePoint = '\n';
        } else if (!Characters.isText(codePoint)) {
          throw refused(at, codePoint);
        }
        text.appendCodePoint(codePoint);
        lines += codePoint == '\n' ? 1 : 0;
        checkLimits(at);
        at = next;
      }
      return new PlainText(text.toString(), mark, pairs, singles);
    }

    private void checkLimits(int at) {
      if (text.length() > limits.documentUnits()) {
        throw at(at, "the text has more than %d UTF-16 units".formatted(limits.documentUnits()));
      }
      if (lines > limits.documentLines()) {
        throw at(at, "the text has more than %d lines".formatted(limits.documentLines()));
      }
    }

    private UnreadableText at(int offset, String message) {
      return UnreadableText.behind(decoded.substring(0, offset), message);
    }

    private UnreadableText refused(int offset, int codePoint) {
      String name = "U+%04X".formatted(codePoint);
      if (codePoint == 0xFFFD) {
        return at(
            offset,
            name + " stands for a character that was lost when this text was decoded before");
      }
      if (!Character.isISOControl(codePoint)) {
        return at(offset, name + " is no character");
      }
      String hint = codePoint == 0 ? EncodingGuess.of(bytes).map(Utf8::hint).orElse("") : "";
      return at(offset, "control character " + name + hint);
    }
  }
}
