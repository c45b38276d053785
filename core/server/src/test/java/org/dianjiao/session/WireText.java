package org.dianjiao.session;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads a message back from its bytes on the wire. */
final class WireText {

  private static final int MEDIUM = 126;
  private static final int LONG = 127;

  private WireText() {}

  static String of(WireFrame frame) {
    ByteBuf wire = frame.bytes();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (wire.isReadable()) {
      wire.skipBytes(1);
      int length = wire.readByte();
      if (length == MEDIUM) {
        length = wire.readUnsignedShort();
      } else if (length == LONG) {
        length = Math.toIntExact(wire.readLong());
      }
      byte[] part = new byte[length];
      wire.readBytes(part);
      text.writeBytes(part);
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
