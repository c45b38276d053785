package org.dianjiao.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.cli.Cli.Ran;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing a plugin that runs elsewhere, from something that answers at its address. */
class RemoteManifestTest {

  private static final String MANIFEST =
      """
      {"id": "far", "name": "A remote plugin", "version": "1.2.0", "api": "1.0", "budget-ms": 500,
       "categories": ["mark"], "remote": {"position-encoding": "utf-32"}}""";

  @TempDir private Path temporary;
  private HttpServer server;
  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private byte[] answer = MANIFEST.getBytes(UTF_8);

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization")));
    exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
    exchange.sendResponseHeaders(status, answer.length);
    try (var body = exchange.getResponseBody()) {
      body.write(answer);
    }
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Ran install(String... arguments) {
    List<String> all = new ArrayList<>(List.of("plugin", "install"));
    all.addAll(List.of(arguments));
    return new Cli(temporary).run(all.toArray(new String[0]));
  }

  private void failed(Ran ran, String words) {
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).hasLineCount(1).contains(words);
    assertThat(temporary.resolve("data/plugins/installed")).doesNotExist();
  }

  @Test
  void installsWhatItSaysAboutItself() {
    Ran ran = install(address());
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("installed far 1.2.0", "config/plugins/far.yaml", "url: " + address());
    assertThat(asked).containsExactly("GET /plugin null");
    assertThat(temporary.resolve("data/plugins/installed/far-1.2.0/plugin.json"))
        .hasContent(MANIFEST);
  }

  @Test
  void showsTheTokenAndKeepsTheFolderOfTheAddress() throws IOException {
    Path token = Files.writeString(temporary.resolve("token"), "secret\n");
    assertThat(install(address() + "/far/", "--token-file", token.toString()).code()).isZero();
    assertThat(asked).containsExactly("GET /far/plugin Bearer secret");
  }

  @Test
  void goesNowhereElse() {
    status = 302;
    failed(install(address()), "answers with the status 302");
    assertThat(asked).hasSize(1);
  }

  @Test
  void takesNoMoreThanAMegabyte() {
    answer = new byte[(1 << 20) + 1];
    failed(install(address()), "answers with more than 1048576 bytes");
  }

  @Test
  void refusesWhatIsNoManifestOfARemotePlugin() {
    answer = "<html>".getBytes(UTF_8);
    failed(install(address()), "plugin.json");
    answer = new byte[] {(byte) 0xff};
    failed(install(address()), "not UTF-8");
    answer = MANIFEST.replaceAll(",\\s*\"remote\".*", "}").getBytes(UTF_8);
    failed(install(address()), "does not say \"remote\"");
  }

  @Test
  void saysThatNobodyAnswers() {
    server.stop(0);
    failed(install(address()), "does not answer");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    failed(install("http://"), "is no address");
    failed(install("http://user@127.0.0.1/"), "names no host, or a user");
  }
}
