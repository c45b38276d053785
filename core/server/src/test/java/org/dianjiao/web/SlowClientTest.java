package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.RawSocket.FIN;
import static org.dianjiao.web.RawSocket.PING;
import static org.dianjiao.web.RawSocket.PONG;
import static org.dianjiao.web.RawSocket.TEXT;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that take their time: each is gone after its deadline, and others are answered all the
 * while. The deadlines here are short; how many clients there are: {@code -Ddianjiao.slow=1000}.
 */
class SlowClientTest {

  private static final int CLIENTS = Integer.getInteger("dianjiao.slow", 1_000);
  private static final int READERS = 8;
  private static final int DOCUMENTS = 5;
  private static final int PATIENCE_SECONDS = 60;
  private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final String UPGRADE =
      "GET /api/socket"
          + HEAD
          + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

  private static final Limits LIMITS =
      Json.readSettings(
          """
          http-seconds: 3
          keep-alive-seconds: 3
          hello-seconds: 3
          assembly-seconds: 1
          ping-seconds: 1
          silence-seconds: 4
          outbound-seconds: 2
          slowest-bytes: 100000000
          sockets-per-address: 2000
          """,
          Limits.class);

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder, LIMITS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RawSocket socket() throws IOException {
    return new RawSocket(server.server.port());
  }

  @Test
  void asksWhoSaysNothingToGo() throws IOException {
    try (RawSocket socket = socket()) {
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void asksWhoNeverEndsAMessageToGo() throws IOException {
    try (RawSocket socket = socket()) {
      socket.hello(server.administrator.ticket());
      socket.frame(TEXT, new byte[] {'{'});
      assertThat(socket.closeCode()).isEqualTo(1002);
    }
  }

  @Test
  void noticesWhoDoesNotAnswerPings() throws IOException {
    try (RawSocket socket = socket()) {
      socket.hello(server.administrator.ticket());
      assertThat(socket.nextWith("welcome")).contains("protocol");
      assertThat(socket.next().map(RawSocket.Received::opcode)).contains(PING);
      assertThat(socket.closeCode()).isEqualTo(4408);
    }
  }

  @Test
  void keepsWhoSaysNothingButPong() throws IOException {
    try (RawSocket socket = socket()) {
      socket.hello(server.administrator.ticket());
      socket.nextWith("welcome");
      long until = System.nanoTime() + 2L * LIMITS.silenceSeconds() * 1_000_000_000L;
      while (System.nanoTime() < until) {
        assertThat(socket.next().map(RawSocket.Received::opcode)).contains(PING);
        socket.frame(FIN | PONG, new byte[0]);
      }
    }
  }

  @Test
  void cutsWhoAsksAndDoesNotTakeTheAnswers() throws IOException {
    try (RawSocket socket = socket()) {
      socket.hello(server.administrator.ticket());
      String open =
          "{\"type\":\"open\",\"document\":\"%s\",\"client\":\"client-that-does-not-read\"}";
      for (int i = 0; i < DOCUMENTS; i++) {
        socket.text(open.formatted(server.document("文".repeat(1_000_000))));
      }
      assertThat(socket.isCutWithoutReading()).isTrue();
    }
  }

  @Test
  void answersOthersWhileAThousandTakeTheirTime() throws Exception {
    String export = export();
    List<Trickle> slow = new ArrayList<>();
    try (Trickles all = new Trickles(server.server.port())) {
      for (int i = 0; i < CLIENTS; i++) {
        slow.add(
            switch (i % 4) {
              case 0 -> all.add("GET /healthz" + HEAD + "X-Slow: ", "x", true);
              case 1 ->
                  all.add(
                      "POST /api/session"
                          + HEAD
                          + "Content-Length: 100000\r\nX-Dianjiao: 1\r\n\r\n",
                      "x",
                      true);
              case 2 -> i < 4 * READERS ? all.add(export, "", false) : all.add("", "G", true);
              default -> all.add(UPGRADE + unfinished(), "", true);
            });
      }
      long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
      int answered = 0;
      while (slow.stream().anyMatch(client -> !client.isGone()) && System.nanoTime() < deadline) {
        all.trickle();
        assertThat(health()).isEqualTo(200);
        answered++;
      }
      System.out.printf("%d requests were answered beside %d slow ones%n", answered, CLIENTS);
      assertThat(slow).as("clients that are still there").allMatch(Trickle::isGone);
      assertThat(answered).isPositive();
    }
  }

  private static int health() {
    return server
        .browser()
        .bare(HttpMethod.GET, "/healthz")
        .putHeader("Connection", "close")
        .send()
        .await()
        .statusCode();
  }

  /** Many requests for a long answer, one after the other without waiting. */
  private static String export() {
    String document = server.document("文".repeat(1_000_000));
    String request =
        "GET /api/documents/"
            + document
            + "/export?format=bare"
            + HEAD
            + "Cookie: "
            + server.administrator.cookie()
            + "\r\n\r\n";
    return request.repeat(20);
  }

  private static String unfinished() {
    return new String(RawSocket.encoded(TEXT, true, new byte[] {'{'}), StandardCharsets.ISO_8859_1);
  }
}
