package org.dianjiao.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plugin on another machine: a stop after the first character of what it is asked about. */
final class Elsewhere implements AutoCloseable {

  static final String NAME = "Stops from elsewhere";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLUGIN =
      """
      {"id": "elsewhere", "name": "%s", "version": "1.0.0", "api": "1.0", "categories": ["mark"],
       "budget-ms": 5000, "remote": {"position-encoding": "utf-16"},
       "exports": [{"name": "as-it-is", "label": "As it is <b>there</b>", "extension": "txt",
                    "media-type": "text/html"}]}"""
          .formatted(NAME);
  private static final String ANALYSIS =
      """
      {"revision": %d, "covered": {"start": %d, "end": %d}, "proposals": [
        {"category": "mark", "range": {"start": %2$d, "end": %2$d}, "explanation": "it was asked",
         "candidates": [{"action": {"is": "replace", "text": "。"}, "confidence": 0.9,
                         "label": "。"}], "evidence": []}]}""";

  private final HttpServer server;
  private final List<String> texts = new CopyOnWriteArrayList<>();

  /** It listens at a free port of this machine. */
  Elsewhere() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** As it is named where consent is given. */
  String destination() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The texts that it was shown. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  /** Installs it, and says where it is, as an operator does while the product runs. */
  void install(Office office) throws IOException {
    Files.writeString(
        office.operators().resolve("elsewhere.yaml"),
        "url: http://%1$s\nallow: [\"%1$s\"]\n".formatted(destination()));
    Path made = Files.createDirectories(office.data().resolve("made-elsewhere"));
    Files.writeString(made.resolve("plugin.json"), PLUGIN);
    Path installed = Files.createDirectories(office.data().resolve("plugins/installed"));
    Files.move(made, installed.resolve("elsewhere-1.0.0"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] asked = exchange.getRequestBody().readAllBytes();
    byte[] answer =
        answer(exchange.getRequestURI().getPath(), asked).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String answer(String path, byte[] asked) {
    return switch (path) {
      case "/plugin" -> PLUGIN;
      case "/analyze" -> analysis(read(asked));
      case "/write" -> file(read(asked).get("text").get("text").textValue());
      default -> "{}";
    };
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private String analysis(JsonNode asked) {
    texts.add(asked.get("text").textValue());
    JsonNode focus = asked.get("focus");
    return ANALYSIS.formatted(
        asked.get("revision").longValue(),
        focus.get("start").intValue(),
        focus.get("end").intValue());
  }

  private String file(String text) {
    texts.add(text);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return "{\"content\": \"" + Base64.getEncoder().encodeToString(utf8) + "\"}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
