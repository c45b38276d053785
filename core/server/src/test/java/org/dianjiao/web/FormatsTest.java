package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins.Lister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files come in and go out in the formats of plugins. */
class FormatsTest {

  private static final String LIST = "奕山\t奏\n明谊\t曰\n";
  private static final Limits LIMITS =
      Json.readSettings(
          """
          plugin-format-seconds: 2
          plugin-export-bytes: 10000
          import-bytes: 5000
          """,
          Limits.class);

  @TempDir static Path folder;
  private static RunningServer server;

  /** One that runs here, and one elsewhere that nobody consented to. */
  @BeforeAll
  static void start() throws IOException {
    PluginOnDisk.install(folder.resolve("plugins/lister"), Lister.class, Lister.FORMATS);
    Path remote = Files.createDirectories(folder.resolve("data/plugins/installed/far-1.0.0"));
    Files.writeString(
        remote.resolve("plugin.json"),
        PluginOnDisk.manifest(
            "far", Lister.FORMATS + ", \"remote\": {\"position-encoding\": \"utf-16\"}"));
    Path settings = Files.createDirectories(folder.resolve("plugin-settings"));
    Files.writeString(settings.resolve("far.yaml"), "url: http://far.example:9000/here\n");
    server = new RunningServer(folder, LIMITS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<Buffer> bring(Browser who, String query, String file) {
    return who.post(
        "/api/projects/" + server.project + "/documents?" + query,
        file.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<Buffer> bring(String query, String file) {
    return bring(server.administrator, query, file);
  }

  private static String brought(String file) {
    HttpResponse<Buffer> answer =
        bring("plugin=lister&format=list&file=" + encoded("卷一.lst"), file);
    return server.administrator.expect(200, answer).getString("id");
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static HttpResponse<Buffer> out(Browser who, String document, String query) {
    return who.get("/api/documents/" + document + "/export?" + query);
  }

  @Test
  void tellsWhatFormatsThereAre() {
    JsonObject formats = server.administrator.expect(200, server.administrator.get("/api/formats"));
    assertThat(names(formats.getJsonArray("imports"))).containsExactly(" text", "lister list");
    assertThat(names(formats.getJsonArray("exports")))
        .containsExactly(" tei", " text", " bare", "lister list", "lister flood");
    JsonObject list = formats.getJsonArray("imports").getJsonObject(1);
    assertThat(list.getString("label")).isEqualTo("<b>List</b>");
    assertThat(list.getString("by")).isEqualTo("A plugin for a test");
    assertThat(list.getString("extension")).isEqualTo("lst");
    assertThat(list.getString("destination")).isEmpty();
  }

  private static List<String> names(JsonArray formats) {
    return formats.stream()
        .map(JsonObject.class::cast)
        .map(format -> format.getString("plugin") + " " + format.getString("name"))
        .toList();
  }

  @Test
  void makesADocumentOfWhatAPluginReads() {
    String document = brought(LIST);
    Tab tab = server.administrator.tab();
    tab.send(tab.open(document));
    JsonObject opened = tab.next("opened");
    assertThat(opened.getString("title")).isEqualTo("名");
    JsonObject entry =
        new JsonArray(
                server.administrator.get("/api/documents/" + document + "/history").bodyAsString())
            .getJsonObject(0);
    assertThat(entry.getString("name")).isEqualTo("keeper");
    JsonArray effects = entry.getJsonArray("effects");
    assertThat(effects.getJsonObject(0).getJsonObject("reader"))
        .isEqualTo(new JsonObject().put("plugin", "lister").put("version", "1.0.0"));
    assertThat(effects).hasSize(3);
    JsonObject review =
        server.administrator.expect(
            200, server.administrator.get("/api/documents/" + document + "/review"));
    assertThat(review.getJsonArray("approvals")).isEmpty();
    assertThat(review.getJsonObject("progress").getInteger("approved")).isZero();
    String tei = out(server.administrator, document, "format=tei").bodyAsString();
    assertThat(tei).contains("resp=\"#source\" ref=\"local:2\">明谊</persName>曰");
    assertThat(
            server
                .administrator
                .get("/api/documents/" + document + "/timeline")
                .bodyAsJsonObject()
                .getJsonArray("work"))
        .as("what came with the file is nobody's work")
        .isEmpty();
  }

  @Test
  void writesADocumentInAPluginsFormat() {
    String document = brought(LIST);
    HttpResponse<Buffer> file = out(server.administrator, document, "plugin=lister&format=list");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.bodyAsString()).isEqualTo("名\t名\n奕山奏\n明谊曰\n[奕山, 明谊]\n");
    assertThat(file.getHeader("Content-Type")).isEqualTo("text/html");
    assertThat(file.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''" + encoded("名.lst"));
    assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.getHeader("Content-Security-Policy")).isEqualTo("sandbox");
    Browser.refused(
        out(server.administrator, document, "plugin=lister&format=flood"),
        503,
        "plugin lister: a file of more than 10000 bytes; the limit is plugin-export-bytes");
  }

  @Test
  void takesTheTitleThatAPersonGives() {
    JsonObject added =
        server.administrator.expect(
            200, bring("plugin=lister&format=list&title=" + encoded("卷 二"), LIST));
    assertThat(added.getString("title")).isEqualTo("卷 二");
  }

  /** Its words reach the person, and five bad files do not switch it off for all others. */
  @Test
  void passesOnWhyAFileIsRefused() {
    for (int i = 0; i < 6; i++) {
      Browser.refused(
          bring("plugin=lister&format=list", "奕山\t奏\n明谊曰\n"), 400, "plugin lister: line 2: no tab");
    }
    brought(LIST);
  }

  @ParameterizedTest
  @CsvSource({
    "!half, an annotation at 0–1 cuts a character in two",
    "!return, U+000D in line 1 of the text",
    "!title, a title holds a line feed",
    "!nothing, it answered nothing at all",
    "!ends, StackOverflowError: deep",
    "!late, no answer to read in 2000 ms",
    "!long, a text of 6000000 UTF-16 units; the limit is 5242880"
  })
  void refusesWhatIsNoDocument(String file, String words) {
    int before = documents();
    long begun = System.nanoTime();
    Browser.refused(bring("plugin=lister&format=list&title=T", file), 503, "plugin lister: ");
    HttpResponse<Buffer> again = bring("plugin=lister&format=list&title=T", file);
    Browser.refused(again, 503, words);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    assertThat(documents()).isEqualTo(before);
    brought(LIST); // and the failures in a row end
  }

  private static int documents() {
    return server
        .administrator
        .get("/api/projects/" + server.project)
        .bodyAsJsonObject()
        .getJsonArray("documents")
        .size();
  }

  @Test
  void refusesWhatNobodyReads() {
    Browser.refused(
        bring("plugin=lister&format=none", LIST), 400, "plugin lister reads no format \"none\"");
    Browser.refused(bring("plugin=none&format=list", LIST), 503, "no plugin \"none\" is running");
    assertThat(bring("plugin=lister&format=list", "字".repeat(2_000)).statusCode()).isEqualTo(413);
    String document = brought(LIST);
    Browser.refused(
        out(server.administrator, document, "plugin=lister&format=none"),
        400,
        "plugin lister writes no format");
  }

  @Test
  void asksForTheSameRightsAsTextsDo() {
    String document = brought(LIST);
    Browser viewer = server.member("viewer", "viewer");
    assertThat(bring(viewer, "plugin=lister&format=list", LIST).statusCode()).isEqualTo(403);
    int plain = out(viewer, document, "format=text").statusCode();
    assertThat(out(viewer, document, "plugin=lister&format=list").statusCode()).isEqualTo(plain);
    Browser stranger = server.stranger("stranger");
    assertThat(out(stranger, document, "plugin=lister&format=list").statusCode()).isEqualTo(404);
    JsonArray log = new JsonArray(server.administrator.get("/api/audit?limit=20").bodyAsString());
    assertThat(log.stream().map(one -> ((JsonObject) one).getString("operation")))
        .contains("import-document", "export-document");
  }

  /** Elsewhere nobody answers: what counts is which refusal one gets. */
  @Test
  void sendsNothingElsewhereWithoutConsent() {
    String document = brought(LIST);
    String without = "texts of this project go there only when a manager of the project consents";
    Browser.refused(bring("plugin=far&format=list", LIST), 403, without);
    Browser.refused(out(server.administrator, document, "plugin=far&format=list"), 403, without);
    String consent = "/api/projects/" + server.project + "/plugins/far/consent";
    server.administrator.put(consent, new JsonObject().put("destination", "far.example:9000"));
    Browser.refused(bring("plugin=far&format=list", LIST), 503, "is not installed");
    Browser.refused(
        out(server.administrator, document, "plugin=far&format=list"), 503, "is not installed");
    server.administrator.delete(consent);
    Browser.refused(bring("plugin=far&format=list", LIST), 403, without);
  }
}
