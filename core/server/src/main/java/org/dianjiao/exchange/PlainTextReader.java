package org.dianjiao.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    String decoded = decode(bytes, mark ? 3 : 0);
    return new Pass(decoded, bytes).read(mark);
  }

  private static String decode(byte[] bytes, int from) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      Position position = Position.START.behind(out);
      throw new UnreadableText(
          position.line(), position.column(), notUtf8(bytes, in.position(), result.length()));
    }
    return out.toString();
  }

  private static String notUtf8(byte[] bytes, int at, int length) {
    StringBuilder hex = new StringBuilder();
    for (byte one : Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length))) {
      hex.append(hex.length() == 0 ? "" : " ").append("%02X".formatted(one));
    }
    boolean surrogate =
        bytes[at] == (byte) 0xED && at + 1 < bytes.length && (bytes[at + 1] & 0xFF) >= 0xA0;
    String what =
        surrogate
            ? "byte %d: half of a surrogate pair is no character of UTF-8".formatted(at)
            : "byte %d: %s is not UTF-8".formatted(at, hex);
    return what + EncodingGuess.of(bytes).map(PlainTextReader::hint).orElse("");
  }

  private static String hint(String encoding) {
    return "; the file looks like " + encoding + ": convert it to UTF-8 first";
  }

  /**
   * A place in a text.
   *
   * @param line from 1
   * @param column from 1, in code points
   */
  private record Position(int line, int column) {

    static final Position START = new Position(1, 1);

    /** The place behind some more text. */
    Position behind(CharSequence text) {
      int newLine = line;
      int newColumn = column;
      for (int i = 0; i < text.length(); i++) {
        char unit = text.charAt(i);
        boolean first = unit == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
        if (!first && (unit == '\n' || unit == '\r')) {
          newLine++;
          newColumn = 1;
        } else if (!first && !Character.isLowSurrogate(unit)) {
          newColumn++;
        }
      }
      return new Position(newLine, newColumn);
    }
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
      Position position = Position.START.behind(decoded.substring(0, offset));
      return new UnreadableText(position.line(), position.column(), message);
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
      String hint =
          codePoint == 0 ? EncodingGuess.of(bytes).map(PlainTextReader::hint).orElse("") : "";
      return at(offset, "control character " + name + hint);
    }
  }
}
