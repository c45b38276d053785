package org.dianjiao.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A text message as it goes over the wire (RFC 6455 §5.2; not masked, as servers send it), encoded
 * once for all who get it. Sockets take bytes outside of the heap; while it is lent, one copy there
 * serves them all. Used on one event loop.
 */
final class WireFrame {

  private static final int FINAL = 0x80;
  private static final int TEXT = 1;
  private static final int CONTINUATION = 0;
  private static final int LARGEST_PART = 65_536; // what clients take as one frame by default
  private static final int SHORT = 125;
  private static final int MEDIUM = 0xffff;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int LONGEST_HEAD = 10;

  private final ByteBuf bytes;
  private Optional<ByteBuf> lent = Optional.empty();

  private WireFrame(ByteBuf bytes) {
    this.bytes = bytes;
  }

  /** The message for a text in UTF-8; a long one is cut into several frames. */
  static WireFrame of(byte[] text) {
    int parts = Math.max(1, (text.length + LARGEST_PART - 1) / LARGEST_PART);
    ByteBuffer wire = ByteBuffer.allocate(parts * LONGEST_HEAD + text.length);
    for (int part = 0; part < parts; part++) {
      int start = part * LARGEST_PART;
      int length = Math.min(LARGEST_PART, text.length - start);
      int kind = part == 0 ? TEXT : CONTINUATION;
      wire.put((byte) (part == parts - 1 ? FINAL | kind : kind));
      putLength(wire, length);
      wire.put(text, start, length);
    }
    return new WireFrame(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(wire.flip())));
  }

  private static void putLength(ByteBuffer wire, int length) {
    if (length <= SHORT) {
      wire.put((byte) length);
    } else if (length <= MEDIUM) {
      wire.put((byte) TWO_BYTES).putShort((short) length);
    } else {
      wire.put((byte) EIGHT_BYTES).putLong(length);
    }
  }

  /** Does the sending to many. What is still on its way afterwards keeps the copy. */
  void lend(Runnable sending) {
    ByteBuf copy = ByteBufAllocator.DEFAULT.directBuffer(size()).writeBytes(bytes());
    lent = Optional.of(copy);
    try {
      sending.run();
    } finally {
      lent = Optional.empty();
      copy.release();
    }
  }

  /** Sends it. Called on the event loop of the socket. */
  @SuppressWarnings("FutureReturnValueIgnored") // the void promise: a failure closes the socket
  void send(ServerWebSocket socket) {
    ChannelHandlerContext channel = ((WebSocketInternal) socket).channelHandlerContext();
    channel.writeAndFlush(
        lent.map(ByteBuf::retainedDuplicate).orElseGet(this::bytes), channel.voidPromise());
  }

  /** Bytes on the wire. */
  int size() {
    return bytes.readableBytes();
  }

  /** The bytes on the wire, for one reader. */
  ByteBuf bytes() {
    return bytes.duplicate();
  }
}
