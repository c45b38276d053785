package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered to the head of an import, while its text is still to come. */
class UnsentImportTest {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final int LENGTH = 20 << 20;

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The first line of the answer to an import of which only the head is sent. */
  private static String answer(String cookie) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String head =
          String.join(
              "\r\n",
              "POST /api/projects/%s/documents?title=Text HTTP/1.1".formatted(server.project),
              "Host: localhost",
              "X-Dianjiao: 1",
              "Cookie: " + cookie,
              "Content-Type: text/plain",
              "Content-Length: " + LENGTH,
              "",
              "");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @Test
  void refusesWhoIsNotSignedInBeforeTheTextIsSent() throws IOException {
    assertThat(answer("none=")).startsWith("HTTP/1.1 401 ");
    assertThat(answer("dianjiao=made-up")).startsWith("HTTP/1.1 401 ");
  }

  @Test
  void refusesWhoMayNotImportBeforeTheTextIsSent() throws IOException {
    Browser stranger = server.stranger("stranger");
    assertThat(answer(stranger.cookie())).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void readsTheTextOfWhoMay() {
    String text = "奕山".repeat(1_000_000);
    assertThat(server.document(text)).isNotEmpty();
  }
}
