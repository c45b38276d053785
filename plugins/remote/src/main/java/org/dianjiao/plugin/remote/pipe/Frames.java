package org.dianjiao.plugin.remote.pipe;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Messages on a pipe: four bytes with the length, the greatest first, then so many bytes. */
public final class Frames {

  /** The most that one question may have. */
  public static final int MAX_QUESTION = 64 * 1024 * 1024;

  private Frames() {}

  /** Writes a message and flushes. */
  public static void write(OutputStream out, byte[] message) throws IOException {
    out.write(ByteBuffer.allocate(Integer.BYTES).putInt(message.length).array());
    out.write(message);
    out.flush();
  }

  /**
   * Reads a message; none when the pipe ends before it.
   *
   * @param most the most bytes that it may have
   * @throws IOException when it is longer, or ends in the middle
   */
  public static Optional<byte[]> read(DataInputStream in, int most) throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    byte[] rest = in.readNBytes(Integer.BYTES - 1);
    if (rest.length < Integer.BYTES - 1) {
      throw new EOFException("the pipe ended inside the length of a message");
    }
    long length =
        Integer.toUnsignedLong(ByteBuffer.allocate(4).put((byte) first).put(rest).flip().getInt());
    if (length > most) {
      throw new IOException("a message of %d bytes; the limit is %d".formatted(length, most));
    }
    byte[] message = in.readNBytes((int) length);
    if (message.length < length) {
      throw new EOFException(
          "the pipe ended after %d of %d bytes of a message".formatted(message.length, length));
    }
    return Optional.of(message);
  }
}
