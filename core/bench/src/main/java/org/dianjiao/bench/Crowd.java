package org.dianjiao.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What idle sockets cost, and one that never reads: {@code Crowd [--sockets=N]}. Each idle socket
 * has said hello and listens to a document that others edit afterwards; the lines of the table are
 * as those of {@link Load}. Reads the server's memory from {@code /proc}.
 */
public final class Crowd {

  private static final String UPGRADE =
      """
      GET /api/socket HTTP/1.1\r
      Host: localhost\r
      Connection: Upgrade\r
      Upgrade: websocket\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      \r
      """;
  private static final int SMALLEST_BUFFER = 4_096;
  private static final String SCENARIO = "S1C50";

  private Crowd() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int sockets = 1_000;
    for (String argument : arguments) {
      sockets = Integer.parseInt(argument.substring("--sockets=".length()));
    }
    Path folder = Files.createTempDirectory("dianjiao-crowd");
    try (ServerUnderLoad server = ServerUnderLoad.start(folder, List.of("-Xmx1g"))) {
      run(server, sockets);
    }
  }

  private static void run(ServerUnderLoad server, int sockets) throws Exception {
    Office office = new Office(server);
    String document = office.document("crowd", "諸王大臣等奏請皇上御門聽政事\n");
    System.out.println("alone:              " + typing(server, office));
    long before = resident(server);
    List<SocketChannel> idle = new ArrayList<>();
    for (int i = 0; i < sockets; i++) {
      idle.add(connect(server, office, document, i));
    }
    long after = resident(server);
    System.out.printf(
        "%d idle sockets: %.1f KiB resident each (%d → %d MiB)%n",
        sockets, (after - before) / (double) sockets, before / 1024, after / 1024);
    System.out.println("beside idle ones:   " + typing(server, office));
    System.out.printf("resident afterwards: %d MiB%n", resident(server) / 1024);
    for (SocketChannel socket : idle) {
      socket.close();
    }
  }

  private static String typing(ServerUnderLoad server, Office office) throws Exception {
    try (LoadRun run = new LoadRun(server, office)) {
      return run.typing(Scenario.named(SCENARIO));
    }
  }

  private static SocketChannel connect(
      ServerUnderLoad server, Office office, String document, int number)
      throws IOException, InterruptedException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALLEST_BUFFER);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    channel.write(ByteBuffer.wrap(UPGRADE.getBytes(StandardCharsets.US_ASCII)));
    channel.read(ByteBuffer.allocate(SMALLEST_BUFFER));
    channel.write(frame(Wire.hello(office.ticket())));
    channel.write(frame(Wire.open(document, "idle-client-%06d".formatted(number))));
    return channel;
  }

  /** A text frame; its mask is four zeros. */
  private static ByteBuffer frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) 0x81).put((byte) (0x80 | 126)).putShort((short) payload.length);
    return frame.putInt(0).put(payload).flip();
  }

  /** Resident memory of the server in KiB. */
  private static long resident(ServerUnderLoad server) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + server.process().pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("the server is gone");
  }
}
