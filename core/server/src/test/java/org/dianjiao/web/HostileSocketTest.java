package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.RawSocket.BINARY;
import static org.dianjiao.web.RawSocket.CLOSE;
import static org.dianjiao.web.RawSocket.CONTINUATION;
import static org.dianjiao.web.RawSocket.FIN;
import static org.dianjiao.web.RawSocket.PING;
import static org.dianjiao.web.RawSocket.PONG;
import static org.dianjiao.web.RawSocket.TEXT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Heap;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sockets that no browser opens: each is closed with the right code, and a neighbour goes on. How
 * often each is done: {@code -Ddianjiao.hostile=100}.
 */
class HostileSocketTest {

  private static final int TIMES = Integer.getInteger("dianjiao.hostile", 1);
  private static final int FLOOD = 10_000;
  private static final int FRAGMENTS = 100_000;

  private static final Limits LIMITS =
      Json.readSettings(
          """
          frame-bytes: 8000
          message-bytes: 20000
          sockets-per-account: 5
          sockets-per-address: 30
          hello-seconds: 60
          """,
          Limits.class);

  private static final long MOST_GROWTH = 20_000_000;

  @TempDir static Path folder;

  private static long heapBefore;
  private static RunningServer server;
  private static Browser stranger;
  private static Tab neighbour;
  private static String document;

  @BeforeAll
  static void start() throws InterruptedException {
    server = new RunningServer(folder, LIMITS);
    document = server.document("天津條約");
    neighbour = server.member("neighbour", "editor").tab(document);
    stranger = server.stranger("stranger");
    heapBefore = Heap.usedAfterCollection();
  }

  @AfterAll
  static void nothingOfThemIsLeft() throws InterruptedException {
    long grown = Heap.usedAfterCollection() - heapBefore;
    server.close();
    System.out.printf("heap %+.1f MB after all of them%n", grown / 1e6);
    assertThat(grown).isLessThan(MOST_GROWTH);
  }

  @AfterEach
  void theNeighbourGoesOn() {
    neighbour.send(Tab.frame("pull", document).put("from", 1));
    assertThat(neighbour.next("changes").getInteger("first")).isEqualTo(1);
  }

  private static RawSocket socket(String... headers) throws IOException {
    return new RawSocket(server.server.port(), headers);
  }

  private static RawSocket welcomed() throws IOException {
    return welcomed(stranger);
  }

  private static RawSocket welcomed(Browser browser) throws IOException {
    RawSocket socket = socket();
    socket.hello(browser.ticket());
    socket.nextWith("welcome");
    return socket;
  }

  private static byte[] bytes(int length) {
    return "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] frame(int first, byte[] payload) {
    return RawSocket.encoded(first, true, payload);
  }

  private static Arguments says(String what, int code, byte[]... parts) {
    return Arguments.of(what, code, joined(parts));
  }

  static Stream<Arguments> bytesThatBreakTheRules() {
    byte[] piece = frame(CONTINUATION, bytes(6_000));
    byte[] textBegins = frame(TEXT, bytes(6_000));
    byte[] hugeLength = {(byte) (FIN | TEXT), (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] negative = {
      (byte) (FIN | TEXT), (byte) 0xff, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0
    };
    return Stream.of(
        says("a frame over the limit", 1009, frame(FIN | TEXT, bytes(8_001))),
        says("a frame of 9,151,314,442,816,847,872 bytes", 1009, hugeLength),
        says("a frame of a negative length", 1002, negative),
        says("a message over the limit", 1009, textBegins, piece, piece, piece),
        says("an unmasked frame", 1002, RawSocket.encoded(FIN | TEXT, false, bytes(2))),
        says("reserved bit 1, as of a compressed frame", 1002, frame(FIN | 0x40 | TEXT, bytes(2))),
        says("reserved bit 2", 1002, frame(FIN | 0x20 | TEXT, bytes(2))),
        says("reserved bit 3", 1002, frame(FIN | 0x10 | TEXT, bytes(2))),
        says("a kind of data frame that is none", 1002, frame(FIN | 3, bytes(2))),
        says("a kind of control frame that is none", 1002, frame(FIN | 11, bytes(2))),
        says("a ping in fragments", 1002, frame(PING, bytes(2))),
        says("a ping of 126 bytes", 1002, frame(FIN | PING, bytes(126))),
        says("a close of one byte", 1002, frame(FIN | CLOSE, bytes(1))),
        says("a continuation of nothing", 1002, frame(FIN | CONTINUATION, bytes(2))),
        says("a lone continuation byte", 1007, frame(FIN | TEXT, new byte[] {(byte) 0x80})),
        says("half of a surrogate pair", 1007, frame(FIN | TEXT, new byte[] {-19, -96, -128})),
        says("an overlong slash", 1007, frame(FIN | TEXT, new byte[] {-64, -81})),
        says(
            "a character that is cut at the end",
            1007,
            frame(TEXT, new byte[] {'a', -28}),
            frame(FIN | CONTINUATION, new byte[] {-72})),
        says("a binary message", 4400, frame(FIN | BINARY, bytes(2))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bytesThatBreakTheRules")
  void closesAtBytesThatBreakTheRules(String what, int code, byte[] bytes) throws IOException {
    for (int time = 0; time < TIMES; time++) {
      try (RawSocket fresh = socket();
          RawSocket known = welcomed()) {
        fresh.write(bytes);
        known.write(bytes);
        assertThat(fresh.closeCode()).as(what).isEqualTo(code);
        assertThat(known.closeCode()).as(what + ", signed in").isEqualTo(code);
      }
    }
  }

  @Test
  void closesAtAMessageInsideAMessage() throws IOException {
    try (RawSocket socket = welcomed()) {
      socket.frame(TEXT, bytes(1));
      socket.frame(FIN | PING, bytes(1));
      assertThat(socket.next().map(RawSocket.Received::opcode)).contains(PONG);
      socket.frame(FIN | TEXT, bytes(2));
      assertThat(socket.closeCode()).isEqualTo(1002);
    }
  }

  @Test
  void readsACharacterThatComesInTwoFragments() throws IOException {
    try (RawSocket socket = welcomed()) {
      byte[] frame = "{\"type\":\"點\"}".getBytes(StandardCharsets.UTF_8);
      int cut = 10;
      socket.frame(TEXT, java.util.Arrays.copyOf(frame, cut));
      socket.frame(FIN | PING, new byte[0]);
      socket.frame(FIN | CONTINUATION, java.util.Arrays.copyOfRange(frame, cut, frame.length));
      assertThat(socket.nextWith("unknown-type")).contains("點");
    }
  }

  @Test
  void closesAtTooManyFragments() throws IOException {
    try (RawSocket socket = welcomed()) {
      byte[] fragment = frame(CONTINUATION, new byte[0]);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(frame(TEXT, new byte[0]));
      for (int i = 0; i < FRAGMENTS; i++) {
        all.writeBytes(fragment);
      }
      flood(socket, all.toByteArray());
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
  }

  /** The server may end the connection while it is still being written to. */
  private static void flood(RawSocket socket, byte[] bytes) throws IOException {
    try {
      socket.write(bytes);
    } catch (SocketException ended) {
      assertThat(ended).hasMessageMatching("(?i).*(broken pipe|reset|aborted).*");
    }
  }

  @ParameterizedTest
  @MethodSource("floods")
  void closesAtAFlood(byte[] frame) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < FLOOD; i++) {
      all.writeBytes(frame);
    }
    try (RawSocket socket = welcomed()) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  flood(socket, all.toByteArray());
                } catch (IOException failure) {
                  throw new java.io.UncheckedIOException(failure);
                }
              });
      writer.start();
      assertThat(socket.closeCode()).isEqualTo(4429);
    }
  }

  static Stream<byte[]> floods() {
    return Stream.of(
        frame(FIN | PING, bytes(125)), frame(FIN | TEXT, "{}".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void refusesTheOfferToCompress() throws IOException {
    try (RawSocket socket =
        socket("Sec-WebSocket-Extensions: permessage-deflate, x-webkit-deflate-frame\r\n")) {
      assertThat(socket.handshake).startsWith("HTTP/1.1 101").doesNotContain("deflate");
    }
  }

  @Test
  void takesNoSecondHello() throws IOException {
    try (RawSocket socket = welcomed()) {
      socket.hello(server.administrator.ticket());
      assertThat(socket.closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void takesNoLongHello() throws IOException {
    try (RawSocket socket = socket()) {
      socket.hello("x".repeat(LIMITS.helloBytes()));
      assertThat(socket.closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void readsNoDeepJson() throws IOException {
    try (RawSocket socket = welcomed()) {
      socket.text("{\"type\":\"pull\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}");
      assertThat(socket.nextWith("failed")).contains("malformed");
      socket.text("[".repeat(7_000));
      assertThat(socket.nextWith("failed")).contains("malformed");
    }
  }

  @Test
  void letsSoManySocketsOfAnAccountInAndNoMore() throws IOException {
    Browser crowd = server.stranger("crowd");
    List<RawSocket> open = new ArrayList<>();
    try {
      for (int i = 0; i < LIMITS.socketsPerAccount(); i++) {
        open.add(welcomed(crowd));
      }
      try (RawSocket more = socket()) {
        more.hello(crowd.ticket());
        assertThat(more.closeCode()).isEqualTo(4429);
      }
      open.remove(0).close();
      awaitWelcome(crowd);
    } finally {
      for (RawSocket socket : open) {
        socket.close();
      }
    }
  }

  /** The server sees the end of another socket a little later. */
  private static void awaitWelcome(Browser browser) throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (RawSocket socket = socket()) {
        socket.hello(browser.ticket());
        if (socket.next().filter(first -> first.opcode() == TEXT).isPresent()) {
          return;
        }
      }
    }
    throw new AssertionError("no socket is let in any more");
  }

  @Test
  void letsSoManySocketsFromAnAddressInAndNoMore() throws IOException {
    List<RawSocket> open = new ArrayList<>();
    try {
      int closed = 0;
      while (closed == 0 && open.size() <= LIMITS.socketsPerAddress()) {
        RawSocket socket = socket();
        open.add(socket);
        if (open.size() >= LIMITS.socketsPerAddress()) {
          closed = socket.closeCode();
        }
      }
      assertThat(closed).isEqualTo(4429);
    } finally {
      for (RawSocket socket : open) {
        socket.close();
      }
    }
    awaitWelcome(stranger);
  }

  @RepeatedTest(3)
  void forgetsASocketThatIsCutOffInsideAFrame() throws IOException {
    for (int i = 0; i < 2 * LIMITS.socketsPerAccount(); i++) {
      try (RawSocket socket = socket()) {
        socket.write(new byte[] {(byte) (FIN | TEXT), (byte) 0xfe, 0x10});
      }
    }
    awaitWelcome(stranger);
  }
}
