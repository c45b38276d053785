package org.dianjiao.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection that says something, then a little at a time, and reads what comes or nothing. */
final class Trickle {

  private static final int PIECE = 65_536;

  private final SocketChannel channel;
  private final ByteBuffer more;
  private final boolean reads;
  private boolean gone;

  Trickle(SocketChannel channel, String more, boolean reads) {
    this.channel = channel;
    this.more = ByteBuffer.wrap(more.getBytes(StandardCharsets.ISO_8859_1));
    this.reads = reads;
  }

  /** Says a little more and looks whether the server has ended the connection. */
  void step() {
    try {
      more.rewind();
      channel.write(more);
      while (reads && !gone) {
        int count = channel.read(ByteBuffer.allocate(PIECE));
        gone = count < 0;
        if (count <= 0) {
          break;
        }
      }
      if (!reads) {
        // a connection that was reset says so when it is written to
        channel.write(ByteBuffer.wrap(new byte[] {'\r', '\n'}));
      }
    } catch (IOException reset) {
      gone = true;
    }
  }

  boolean isGone() {
    return gone;
  }

  void close() throws IOException {
    channel.close();
  }
}
