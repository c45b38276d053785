package org.dianjiao.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes bytes from outside strictly, and says where they are no UTF-8. */
final class Utf8 {

  private Utf8() {}

  /**
   * The text of some bytes.
   *
   * @param from how many bytes are passed over
   * @throws UnreadableText with the place of the first that are not UTF-8
   */
  static String decode(byte[] bytes, int from) {
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
      throw UnreadableText.behind(out, notUtf8(bytes, in.position(), result.length()));
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
    return what + EncodingGuess.of(bytes).map(Utf8::hint).orElse("");
  }

  /** What to do about another encoding. */
  static String hint(String encoding) {
    return "; the file looks like " + encoding + ": convert it to UTF-8 first";
  }
}
