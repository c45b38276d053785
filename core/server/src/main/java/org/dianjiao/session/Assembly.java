package org.dianjiao.session;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dianjiao.limits.Limits;

/**
 * Puts the frames of one WebSocket together to messages, within bounds of size, number and time.
 * Pure but for the given time. A frame that breaks a bound ends the connection; what was kept is
 * let go.
 */
final class Assembly {

  private static final long NANOS = 1_000_000_000L;
  private static final char UNREADABLE = '\uFFFD';

  private final Limits limits;
  private ByteArrayOutputStream parts = new ByteArrayOutputStream(0);
  private int fragments;
  private long began;

  Assembly(Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes the next frame.
   *
   * @param first whether it begins a message
   * @param last whether it ends one
   * @return the message that it ends
   */
  Optional<String> take(byte[] bytes, boolean first, boolean last, long nanos)
      throws BrokenMessage {
    if (first != (fragments == 0)) {
      throw broken(
          CloseCode.BROKEN, first ? "a message inside a message" : "a continuation of nothing");
    }
    if (first && last) {
      checkSize(bytes.length);
      return Optional.of(text(bytes));
    }
    if (first) {
      began = nanos;
    }
    fragments++;
    if (fragments > limits.messageFragments()) {
      throw broken(
          CloseCode.TOO_LARGE,
          "more than %d fragments of a message".formatted(limits.messageFragments()));
    }
    checkSize((long) parts.size() + bytes.length);
    if (isLate(nanos)) {
      throw broken(CloseCode.BROKEN, late());
    }
    parts.write(bytes, 0, bytes.length);
    if (!last) {
      return Optional.empty();
    }
    byte[] whole = parts.toByteArray();
    letGo();
    return Optional.of(text(whole));
  }

  /** Whether a message that began should be whole by now. */
  boolean isLate(long nanos) {
    return fragments > 0 && nanos - began > limits.assemblySeconds() * NANOS;
  }

  String late() {
    return "a message was not whole within %d s".formatted(limits.assemblySeconds());
  }

  private void checkSize(long bytes) throws BrokenMessage {
    if (bytes > limits.messageBytes()) {
      throw broken(
          CloseCode.TOO_LARGE,
          "a message of %d bytes or more; the limit is %d".formatted(bytes, limits.messageBytes()));
    }
  }

  private BrokenMessage broken(CloseCode code, String message) {
    letGo();
    return new BrokenMessage(code, message);
  }

  private void letGo() {
    parts = new ByteArrayOutputStream(0);
    fragments = 0;
  }

  /** Looks closely only at what may be broken: U+FFFD is what a broken sequence is read as. */
  private static String text(byte[] bytes) throws BrokenMessage {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(UNREADABLE) < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException broken) {
      throw new BrokenMessage(CloseCode.NOT_UTF_8, "a message is not UTF-8");
    }
  }
}
