package org.dianjiao.plugin.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.dianjiao.json.Json;
import org.dianjiao.plugin.Bridge;
import org.dianjiao.plugin.Isolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command goes to a remote plugin over HTTP; what it says and proposes comes back. */
class RemoteCommandTest {

  private static final String FIELDS =
      """
      "budget-ms": 2000, "remote": {"position-encoding": "utf-32"},
      "commands": [{"name": "end", "label": "Where it ends", "on": ["document"],
        "parameters": [{"name": "mark", "type": "string", "default": "。"}]}]""";
  private static final String ANSWER =
      """
      {"report": "it ends at %d", "proposals": [{"category": "mark", "range": {"start": %d, "end": %d},
        "candidates": [{"action": {"is": "replace", "text": "。"}, "confidence": 0.9, "label": "。"}],
        "explanation": "here it ends"}]}""";

  @TempDir Path temporary;
  private final Queue<JsonNode> asked = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private Path folder;
  private int offered;

  @BeforeEach
  void start() throws IOException {
    folder = OnDisk.manifest(temporary.resolve("sample"), FIELDS);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/here/plugin", at -> answer(at, manifest()));
    server.createContext(
        "/here/command",
        at -> {
          asked.add(Json.read(at.getRequestBody().readAllBytes(), JsonNode.class));
          answer(at, ANSWER.formatted(offered, offered, offered));
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String manifest() throws IOException {
    return Files.readString(folder.resolve("plugin.json"));
  }

  private static void answer(HttpExchange at, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    at.getResponseHeaders().add("Content-Type", "application/json");
    at.sendResponseHeaders(200, body.length);
    at.getResponseBody().write(body);
    at.close();
  }

  private Hosted plugin() throws Exception {
    String host = "127.0.0.1:" + server.getAddress().getPort();
    Bridge bridge =
        Bridge.local(Hosted.BRIDGE, new Isolation(64, 1, List.of(host)))
            .to(URI.create("http://" + host + "/here"), Optional.empty());
    return Hosted.over(bridge, folder, temporary.resolve("states"));
  }

  @Test
  void saysAndProposesInItsOwnPositions() throws Exception {
    offered = 2;
    try (Hosted plugin = plugin()) {
      CommandRan ran = Hosted.get(plugin.run("end", Map.of("mark", "，"), "𠀋也", far -> {}));
      assertThat(ran.report()).isEqualTo("it ends at 2");
      assertThat(ran.proposals().get(0).range()).isEqualTo(TextRange.at(3));
    }
    JsonNode question = asked.remove();
    assertThat(question.at("/command").asText()).isEqualTo("end");
    assertThat(question.at("/parameters/mark").asText()).isEqualTo("，");
    assertThat(question.at("/text/text").asText()).isEqualTo("𠀋也");
    assertThat(question.at("/selection/end").asInt()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  @Test
  void isRefusedWhatItProposesOutsideTheText() throws Exception {
    offered = 3;
    try (Hosted plugin = plugin()) {
      assertThatThrownBy(() -> Hosted.get(plugin.run("end", Map.of(), "𠀋也", far -> {})))
          .hasMessageContaining("range");
    }
  }
}
