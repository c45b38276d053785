package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administrators set instances of plugins over HTTP, while a document is open. */
class InstanceRoutesTest {

  private static final Limits LIMITS =
      Json.readSettings("plugin-look-millis: 20\nquiet-millis: 20", Limits.class);

  private static final String KINDS =
      """
      , "annotations": [{"kind": "measure", "label": "Measure", "hue": "teal",
         "tei": {"element": "measure", "type": "weight"}}],
      "commands": [{"name": "count", "label": "Count", "on": ["document"],
         "parameters": [{"name": "most", "type": "number", "default": 9}]}]""";

  @TempDir Path folder;
  private RunningServer server;
  private Browser keeper;

  @BeforeEach
  void start() throws Exception {
    install("finder", SamplePlugins.Finder.class, SamplePlugins.Finder.SETTINGS + KINDS);
    server = new RunningServer(folder, LIMITS);
    keeper = server.administrator;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void install(String id, Class<? extends Plugin> code, String fields) throws Exception {
    PluginOnDisk.install(folder.resolve("plugins").resolve(id), code, fields);
  }

  private static JsonObject wanted(JsonObject settings) {
    return new JsonObject().put("plugin", "finder").put("settings", settings);
  }

  private HttpResponse<Buffer> put(String instance, JsonObject body) {
    return keeper.put("/api/plugins/" + instance, body);
  }

  private JsonObject settings(String instance) {
    return keeper.expect(200, keeper.get("/api/plugins/" + instance + "/settings"));
  }

  private static List<String> put(JsonObject suggestions) {
    JsonArray added = suggestions.getJsonArray("added");
    return IntStream.range(0, added.size())
        .mapToObj(i -> added.getJsonObject(i).getJsonArray("candidates").getJsonObject(0))
        .map(candidate -> candidate.getJsonObject("action").getString("text"))
        .toList();
  }

  @Test
  void changesSwitchesOffAndOnWhatAnOpenDocumentFollows() {
    String document = server.document("舟泊於津\n");
    Tab tab = keeper.tab(document);
    tab.send(Tab.frame("analyze", document).put("plugin", "finder"));
    assertThat(put(tab.next("suggestions"))).containsExactly("于");

    JsonObject set = keeper.expect(200, put("finder", wanted(new JsonObject().put("put", "在"))));
    assertThat(set.getJsonObject("settings")).isEqualTo(new JsonObject().put("put", "在"));
    assertThat(put(tab.next("suggestions"))).containsExactly("在");

    keeper.expect(200, put("finder", wanted(new JsonObject()).put("enabled", false)));
    assertThat(tab.next("suggestions").getJsonArray("added")).isEmpty();
    assertThat(tab.next("analysis").getString("message")).isEqualTo("switched off in finder.yaml");
    assertThat(settings("finder").getBoolean("enabled")).isFalse();
    assertThat(tab.isClosed()).isFalse();

    keeper.expect(200, put("finder", wanted(new JsonObject())));
    told(tab, "started");
    tab.send(Tab.frame("analyze", document).put("plugin", "finder"));
    assertThat(put(tab.next("suggestions"))).containsExactly("于");
    tab.close();
  }

  private static void told(Tab tab, String state) {
    while (!tab.next("plugin").getString("state").equals(state)) {
      assertThat(tab.isClosed()).isFalse();
    }
  }

  @Test
  void tellsEverybodySignedInWhatIsInstalledAndWhoElseNothing() {
    Browser stranger = server.stranger("guest");
    JsonObject finder =
        new JsonArray(stranger.get("/api/plugins/installed").bodyAsString()).getJsonObject(0);

    assertThat(finder.getString("id")).isEqualTo("finder");
    assertThat(finder.getBoolean("bundled")).isTrue();
    JsonObject find = finder.getJsonArray("settings").getJsonObject(0);
    assertThat(find.getString("standard")).isEqualTo("於");
    assertThat(find.getString("type")).isEqualTo("string");
    JsonObject kind = finder.getJsonArray("annotations").getJsonObject(0);
    assertThat(kind.getString("hue")).isEqualTo("teal");
    assertThat(kind.getJsonObject("tei").getString("element")).isEqualTo("measure");
    JsonObject command = finder.getJsonArray("commands").getJsonObject(0);
    assertThat(command.getJsonArray("places")).containsExactly("document");
    assertThat(stranger.get("/api/plugins/finder/settings").statusCode()).isEqualTo(200);
    assertThat(server.browser().get("/api/plugins/installed").statusCode()).isEqualTo(401);
  }

  @Test
  void refusesWhoIsNoAdministratorAndWritesItDown() {
    Browser manager = server.member("mei", "manager");
    Browser.refused(manager.put("/api/plugins/finder", wanted(new JsonObject())), 403, "");
    Browser.refused(manager.delete("/api/plugins/finder"), 403, "");
    keeper.expect(200, put("finder", wanted(new JsonObject())));
    keeper.expect(200, keeper.delete("/api/plugins/finder"));

    assertThat(audited("configure-plugin")).containsExactly("allowed finder", "denied finder");
    assertThat(audited("remove-plugin")).containsExactly("allowed finder", "denied finder");
  }

  private List<String> audited(String operation) {
    JsonArray lines = new JsonArray(keeper.get("/api/audit?operation=" + operation).bodyAsString());
    return IntStream.range(0, lines.size())
        .mapToObj(lines::getJsonObject)
        .map(line -> line.getString("outcome") + " " + line.getString("thing"))
        .toList();
  }

  @Test
  void leavesToTheOperatorWhatDecidesAboutCode() {
    for (String field : List.of("run", "sha256", "url", "token-file", "allow")) {
      Browser.refused(
          put("finder", wanted(new JsonObject()).put(field, "server")),
          400,
          field + " cannot be set here: only the operator's own file config/plugins/finder.yaml");
    }
    assertThat(instances()).doesNotExist();
  }

  private Path instances() {
    return folder.resolve("data/plugins/instances");
  }

  @Test
  void namesWhatIsWrong() {
    Browser.refused(put("finder", wanted(new JsonObject().put("fin", "於"))), 400, "\"fin\"");
    Browser.refused(
        put("finder", wanted(new JsonObject().put("sure", "very"))),
        400,
        "setting sure is \"very\", which is no number");
    Browser.refused(put("finder", new JsonObject()), 400, "plugin is missing");
    Browser.refused(put("finder", wanted(new JsonObject()).put("enable", true)), 400, "enable");
    Browser.refused(put("finder%2Fx", wanted(new JsonObject())), 400, "is not a word");
    Browser.refused(put("finder%00", wanted(new JsonObject())), 400, "is not a word");
    for (String elsewhere : List.of("..%2F..%2Fconfig", "%2E%2E", "..%5Cfinder")) {
      assertThat(put(elsewhere, wanted(new JsonObject())).statusCode()).isIn(400, 404, 405);
    }
    Browser.refused(
        put("other", wanted(new JsonObject()).put("plugin", "ghost")), 400, "\"ghost\"");
    Browser.refused(keeper.get("/api/plugins/ghost/settings"), 404, "there is no instance ghost");
    Browser.refused(keeper.delete("/api/plugins/finder"), 409, "switch it off instead");
    assertThat(instances()).doesNotExist();
  }

  @Test
  void keepsAnInstanceBesideAnotherAndDropsIt() throws Exception {
    JsonObject second = wanted(new JsonObject().put("put", "在"));
    keeper.expect(200, put("finder-second", second));
    assertThat(named(instances())).containsExactly("finder-second.yaml", "finder.yaml");
    keeper.expect(200, keeper.delete("/api/plugins/finder-second"));
    assertThat(named(instances())).containsExactly("finder.yaml");
  }

  private static List<String> named(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void twoAdministratorsAtOnceDoNotOverwriteEachOther() {
    server.stranger("second");
    String stamp = settings("finder").getString("stamp");
    List<HttpResponse<Buffer>> answers =
        Stream.of("在", "乎", "於")
            .parallel()
            .map(put -> put("finder", wanted(new JsonObject().put("put", put)).put("stamp", stamp)))
            .toList();

    List<HttpResponse<Buffer>> done =
        answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    assertThat(done).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 409)).hasSize(2);
    assertThat(settings("finder")).isEqualTo(done.get(0).bodyAsJsonObject());
    String path = "/api/plugins/finder?stamp=" + stamp;
    Browser.refused(keeper.delete(path), 409, "somebody else has changed finder meanwhile");
  }
}
