package org.dianjiao.bus;

import java.nio.ByteBuffer;

/**
 * The bytes of a file, as they travel: nobody can change them.
 *
 * @param bytes read only, from their first to their last
 */
public record FileContent(ByteBuffer bytes) {

  /** Requires bytes that nobody else can move. */
  public FileContent {
    bytes = bytes.asReadOnlyBuffer();
  }

  /** Those of an array that is not changed any more. */
  public static FileContent of(byte[] array) {
    return new FileContent(ByteBuffer.wrap(array));
  }

  /** How many. */
  public int size() {
    return bytes.remaining();
  }

  /** A copy. */
  public byte[] array() {
    byte[] array = new byte[size()];
    bytes.duplicate().get(array);
    return array;
  }
}
