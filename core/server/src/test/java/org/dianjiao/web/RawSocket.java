package org.dianjiao.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A WebSocket made by hand, that can send what no browser sends. Blocking. */
final class RawSocket implements AutoCloseable {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  static final int FIN = 0x80;

  private static final int PATIENCE_MILLIS = 30_000;
  private static final int SMALLEST_BUFFER = 4_096;

  final String handshake;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  /** A frame from the server. */
  record Received(int opcode, Buffer payload) {
    String text() {
      return payload.toString(StandardCharsets.UTF_8);
    }
  }

  RawSocket(int port, String... headers) throws IOException {
    socket.setReceiveBufferSize(SMALLEST_BUFFER);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    in = new DataInputStream(socket.getInputStream());
    String request =
        "GET /api/socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + String.join("", headers)
            + "\r\n";
    write(request.getBytes(StandardCharsets.US_ASCII));
    handshake = head();
  }

  private String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Sends a frame as it should be, but for its first byte, which is given. */
  void frame(int first, byte[] payload) throws IOException {
    write(encoded(first, true, payload));
  }

  void text(String text) throws IOException {
    frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void hello(String ticket) throws IOException {
    text("{\"type\":\"hello\",\"protocol\":1,\"ticket\":\"" + ticket + "\"}");
  }

  /** A frame; the mask is four zeros, so the payload is sent as it is. */
  static byte[] encoded(int first, boolean masked, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    int mask = masked ? 0x80 : 0;
    frame.write(first);
    if (payload.length < 126) {
      frame.write(mask | payload.length);
    } else if (payload.length < 65_536) {
      frame.write(mask | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(mask | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    if (masked) {
      frame.writeBytes(new byte[4]);
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  /** The next frame; empty when the connection ended. */
  Optional<Received> next() throws IOException {
    try {
      int first = in.read();
      if (first < 0) {
        return Optional.empty();
      }
      long length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = in.readLong();
      }
      return Optional.of(new Received(first & 0x0f, Buffer.buffer(in.readNBytes((int) length))));
    } catch (SocketException | java.io.EOFException gone) {
      return Optional.empty();
    }
  }

  /** The next message that comes in one frame; empty when the connection ended. */
  Optional<Received> message() throws IOException {
    Optional<Received> frame = next();
    while (frame.isPresent() && frame.get().opcode() != TEXT) {
      frame = next();
    }
    return frame;
  }

  /** The next message whose text holds the words. */
  String nextWith(String words) throws IOException {
    for (Optional<Received> frame = next(); frame.isPresent(); frame = next()) {
      if (frame.get().opcode() == TEXT && frame.get().text().contains(words)) {
        return frame.get().text();
      }
    }
    throw new AssertionError("the connection ended without " + words);
  }

  /** The code that the server closes with; 1006 when it ends without one. */
  int closeCode() throws IOException {
    for (Optional<Received> frame = next(); frame.isPresent(); frame = next()) {
      Buffer payload = frame.get().payload();
      if (frame.get().opcode() == CLOSE && payload.length() >= 2) {
        return payload.getUnsignedShort(0);
      }
    }
    return 1006;
  }

  /** Whether the server gives up on us, though we never take what it says. */
  boolean isCutWithoutReading() throws IOException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    try {
      while (System.nanoTime() < end) {
        frame(FIN | PONG, new byte[0]);
        Thread.sleep(100);
      }
      return false;
    } catch (SocketException reset) {
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
