package org.dianjiao.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many slow connections, all on the thread of the test. */
final class Trickles implements AutoCloseable {

  private static final int SMALLEST_BUFFER = 4_096;

  private final int port;
  private final List<Trickle> all = new ArrayList<>();

  Trickles(int port) {
    this.port = port;
  }

  /**
   * Connects.
   *
   * @param first what is said at once
   * @param more what is said at each step
   * @param reads whether it takes what the server says
   */
  Trickle add(String first, String more, boolean reads) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALLEST_BUFFER);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.write(ByteBuffer.wrap(first.getBytes(StandardCharsets.ISO_8859_1)));
    channel.configureBlocking(false);
    Trickle trickle = new Trickle(channel, more, reads);
    all.add(trickle);
    return trickle;
  }

  void trickle() {
    all.stream().filter(trickle -> !trickle.isGone()).forEach(Trickle::step);
  }

  @Override
  public void close() throws IOException {
    for (Trickle trickle : all) {
      trickle.close();
    }
  }
}
