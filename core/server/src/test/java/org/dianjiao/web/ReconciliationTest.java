package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dianjiao.limits.Limits;
import org.dianjiao.server.Server;
import org.dianjiao.server.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's client against the open service of a server that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationTest {

  private static final Path FOLDER = Path.of("src/test/resources/reconciliation");

  private final HttpClient client = HttpClient.newHttpClient();
  private Server server;
  private String base = "";
  private JsonObject schemas = new JsonObject();

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    schemas = new JsonObject(Files.readString(FOLDER.resolve("schemas.json")));
    ServerSettings closed = RunningServer.settings(folder, false, RunningServer.QUICK);
    server =
        Server.start(
            new ServerSettings(
                new WebSettings(RunningServer.HOST, 0, false, true),
                closed.storage(),
                closed.plugins(),
                closed.pluginSettings(),
                closed.isolation(),
                Optional.empty(),
                closed.limits(),
                closed.accounts(),
                Optional.empty(),
                Optional.empty()));
    base = "http://%s:%d/reconciliation".formatted(RunningServer.HOST, server.port());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String field, Object value)
      throws IOException, InterruptedException {
    String body = field + "=" + URLEncoder.encode(Json.encode(value), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("User-Agent", "OpenRefine/3.8.2")
            .header("Origin", "http://127.0.0.1:3333")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private JsonArray candidates(JsonObject query) throws IOException, InterruptedException {
    JsonObject answer = new JsonObject(form("queries", new JsonObject().put("q0", query)).body());
    return answer.getJsonObject("q0").getJsonArray("result");
  }

  @Test
  void answersASessionOfOpenRefineAsTheSpecificationWants()
      throws IOException, InterruptedException {
    for (String line : Files.readAllLines(FOLDER.resolve("openrefine.jsonl"))) {
      JsonObject step = new JsonObject(line);
      HttpResponse<String> answer =
          step.containsKey("get")
              ? get(step.getString("get"))
              : step.containsKey("queries")
                  ? form("queries", step.getValue("queries"))
                  : form("extend", step.getValue("extend"));

      assertThat(answer.statusCode()).as(line).isEqualTo(200);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      assertThat(Shape.faults(schemas, step.getString("schema"), Json.decodeValue(answer.body())))
          .as(line + "\n" + answer.body())
          .isEmpty();
    }
  }

  @Test
  void ranksAndDecides() throws IOException, InterruptedException {
    JsonObject sabsu = candidates(new JsonObject().put("query", "萨布素")).getJsonObject(0);
    JsonArray river = candidates(new JsonObject().put("query", "黑龍江"));
    JsonArray byId = candidates(new JsonObject().put("query", "local:P0002"));
    JsonObject wrong =
        candidates(
                new JsonObject()
                    .put("query", "薩布素")
                    .put(
                        "properties",
                        new JsonArray().add(new JsonObject().put("pid", "type").put("v", "place"))))
            .getJsonObject(0);

    assertThat(sabsu.getString("id")).isEqualTo("local:P0002");
    assertThat(sabsu.getBoolean("match")).isTrue();
    assertThat(river.size()).isGreaterThan(1);
    assertThat(river.stream().noneMatch(one -> ((JsonObject) one).getBoolean("match"))).isTrue();
    assertThat(byId.getJsonObject(0).getDouble("score")).isEqualTo(100);
    assertThat(wrong.getBoolean("match")).isFalse();
    assertThat(wrong.getDouble("score")).isEqualTo(80);
  }

  @Test
  void givesAnEntityAsJsonLdOrAsAPageAsItIsAskedFor() throws IOException, InterruptedException {
    String manifest = get("").body();
    String address = new JsonObject(manifest).getJsonObject("view").getString("url");
    String path = address.substring(base.length()).replace("{{id}}", "local%3AP0002");
    HttpResponse<String> data = get(path, "Accept", "application/ld+json");
    HttpResponse<String> page = get(path, "Accept", "text/html,*/*");

    assertThat(data.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/ld+json");
    JsonObject entity = new JsonObject(data.body());
    assertThat(entity.getString("@id")).isEqualTo("local:P0002");
    assertThat(entity.getString("@type")).isEqualTo("skos:Concept");
    assertThat(entity.getJsonArray("prefLabel"))
        .contains(new JsonObject().put("@value", "薩布素").put("@language", "zh-Hant"));
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body()).contains("<h1>薩布素</h1>");
    assertThat(get(path.replace("P0002", "none")).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsNoQueryWithTheReason() throws IOException, InterruptedException {
    assertThat(form("queries", new JsonObject().put("q7", new JsonObject())).body())
        .contains("query q7: a query needs “query” or “properties”");
    assertThat(
            form("queries", new JsonObject().put("q0", new JsonObject().put("qery", "x"))).body())
        .contains("a query has no field “qery”");
    JsonObject many = new JsonObject();
    for (int i = 0; i <= Limits.defaults().reconciledQueries(); i++) {
      many.put("q" + i, new JsonObject().put("query", "x"));
    }
    assertThat(form("queries", many).statusCode()).isEqualTo(413);
  }
}
