package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.limits.Limits;
import org.dianjiao.reconciliation.Manifest;
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

  private static final String GOOD =
      """
      {"q0":{"result":[{"id":"Q956","name":"Beijing","score":99.5,"match":true,\
      "type":[{"id":"Q515","name":"city"}]},{"name":"without an id"}]}}""";

  private static final String MANIFEST =
      """
      {"versions":["0.2"],"name":"Wikidata (en)","identifierSpace":"http://www.wikidata.org/entity/",\
      "view":{"url":"https://www.wikidata.org/wiki/{{id}}"}}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger asked = new AtomicInteger();
  private Server server;
  private HttpServer other;
  private String cookie = "";
  private String base = "";
  private JsonObject schemas = new JsonObject();

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    schemas = new JsonObject(Files.readString(FOLDER.resolve("schemas.json")));
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/good",
        exchange ->
            answer(exchange, 200, exchange.getRequestMethod().equals("GET") ? MANIFEST : GOOD));
    other.createContext(
        "/bare",
        exchange -> answer(exchange, exchange.getRequestMethod().equals("GET") ? 404 : 200, GOOD));
    other.createContext("/odd", exchange -> answer(exchange, 200, "[1]"));
    other.createContext("/ill", exchange -> answer(exchange, 500, "{}"));
    other.start();
    ServerSettings closed = RunningServer.settings(folder, false, RunningServer.QUICK);
    server =
        Server.start(
            new ServerSettings(
                new WebSettings(
                    RunningServer.HOST,
                    0,
                    false,
                    true,
                    List.of(service("/good"), service("/bare"), service("/odd"), service("/ill"))),
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
    other.stop(0);
  }

  private URI service(String path) {
    return URI.create(
        "http://%s:%d%s".formatted(RunningServer.HOST, other.getAddress().getPort(), path));
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    asked.incrementAndGet();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private HttpResponse<String> elsewhere(String path) throws IOException, InterruptedException {
    String own = base.replace("/reconciliation", "/api/");
    if (cookie.isEmpty()) {
      JsonObject keeper =
          new JsonObject()
              .put("token", server.setupToken().orElseThrow())
              .put("name", "keeper")
              .put("password", RunningServer.PASSWORD);
      HttpRequest setup =
          HttpRequest.newBuilder(URI.create(own + "setup"))
              .header("X-Dianjiao", "1")
              .POST(BodyPublishers.ofString(keeper.encode()))
              .build();
      cookie =
          client
              .send(setup, BodyHandlers.ofString())
              .headers()
              .firstValue("Set-Cookie")
              .orElseThrow()
              .split(";", 2)[0];
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(own + path)).header("Cookie", cookie).build();
    return client.send(request, BodyHandlers.ofString());
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
  void asksListedServicesOnlyAndKeepsTheirAnswers() throws IOException, InterruptedException {
    String path = "elsewhere/candidates?q=x&service=";
    HttpResponse<String> first = elsewhere(path + service("/good"));
    int before = asked.get();
    HttpResponse<String> again = elsewhere(path + service("/good"));

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    JsonObject told = new JsonObject(first.body());
    assertThat(told.getString("name")).isEqualTo("Wikidata (en)");
    assertThat(told.getString("scheme")).isEqualTo("wikidata");
    JsonObject candidate = told.getJsonArray("candidates").getJsonObject(0);
    assertThat(candidate.getString("name")).isEqualTo("Beijing");
    assertThat(candidate.getJsonArray("types")).containsExactly("city");
    assertThat(candidate.getString("link")).isEqualTo("https://www.wikidata.org/wiki/Q956");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(asked).hasValue(before);
    assertThat(elsewhere(path + service("/odd")).body()).contains("as the protocol wants");
    assertThat(elsewhere(path + service("/ill")).statusCode()).isEqualTo(503);
    assertThat(elsewhere(path + "http://127.0.0.1:9/").statusCode()).isEqualTo(404);
    assertThat(asked).hasValue(before + 2);
  }

  @Test
  void asksAServiceThatDoesNotSayWhatItIs() throws IOException, InterruptedException {
    HttpResponse<String> answer = elsewhere("elsewhere/candidates?q=x&service=" + service("/bare"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject told = new JsonObject(answer.body());
    assertThat(told.containsKey("name")).isFalse();
    assertThat(told.getJsonArray("candidates").getJsonObject(0).containsKey("link")).isFalse();
  }

  @Test
  void linksOnlyToWebAddresses() {
    URI service = URI.create("https://wikidata.reconci.link/en/api");

    assertThat(viewing(service, "https://a.example/?id={{id}}").link("a b/甲"))
        .contains(URI.create("https://a.example/?id=a%20b%2F%E7%94%B2"));
    assertThat(viewing(service, "{{id}}").link("https://a.example/甲"))
        .contains(URI.create("https://a.example/甲"));
    assertThat(viewing(service, "{{id}}").link("javascript:alert(1)")).isEmpty();
    assertThat(viewing(service, "javascript:alert({{id}})").link("1")).isEmpty();
    assertThat(viewing(service, "https://a.example/none").link("1")).isEmpty();
    assertThat(viewing(service, "https://viaf.org/viaf/{{id}}").scheme()).isEqualTo("viaf");
    assertThat(Manifest.of(service, Map.of("view", 1, "name", 2)))
        .isEqualTo(Manifest.unknown(service));
  }

  private static Manifest viewing(URI service, String template) {
    return Manifest.of(service, Map.of("view", Map.of("url", template)));
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
