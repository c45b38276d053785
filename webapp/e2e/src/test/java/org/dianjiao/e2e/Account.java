package org.dianjiao.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Somebody who is signed in over HTTP, without a browser. */
final class Account {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  private Account(URI address) {
    this.address = address;
  }

  /** Makes the first administrator. */
  static Account setUp(Product product, String name, String password) {
    Account account = new Account(product.address());
    account.post(
        "/api/setup", Map.of("token", product.setupToken(), "name", name, "password", password));
    return account;
  }

  static Account signIn(URI address, String name, String password) {
    Account account = new Account(address);
    account.post("/api/session", Map.of("name", name, "password", password));
    return account;
  }

  JsonNode get(String path) {
    return json(text(path));
  }

  /** The body of what lies there, as text. */
  String text(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, Map<String, ?> body) {
    return json(send(request(path).POST(json(body))));
  }

  JsonNode put(String path, Map<String, ?> body) {
    return json(send(request(path).PUT(json(body))));
  }

  /** Brings a text into a project; tells the document's id. */
  String importText(String project, String title, String text) {
    String name = URLEncoder.encode(title, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        request("/api/projects/" + project + "/documents?title=" + name)
            .setHeader("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofString(text));
    return json(send(request)).get("id").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("X-Dianjiao", "1")
        .header("Content-Type", "application/json");
  }

  private String send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
