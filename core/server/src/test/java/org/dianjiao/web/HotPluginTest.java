package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come, change and go while a document is open, and its session goes on. */
class HotPluginTest {

  private static final Limits LIMITS =
      Json.readSettings("plugin-look-millis: 20\nquiet-millis: 20", Limits.class);

  @TempDir Path folder;
  private RunningServer server;
  private String document;
  private Tab tab;

  @BeforeEach
  void start() {
    server = new RunningServer(folder, LIMITS);
    document = server.document("舟泊於津於沽\n");
    tab = server.administrator.tab(document);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** As a command does: the folder is written elsewhere and then moved in at once. */
  private void install(String id, String version, Class<? extends Plugin> code, String fields)
      throws IOException {
    Path made = folder.resolve("made-" + version);
    PluginOnDisk.in(made)
        .manifest(PluginOnDisk.manifest(id, fields).replace("\"1.0.0\"", '"' + version + '"'))
        .code(code);
    move(made, installed().resolve(id + "-" + version));
  }

  /** Among those that run in the server; how they run elsewhere is not looked at here. */
  private Path installed() throws IOException {
    return Files.createDirectories(folder.resolve("plugins"));
  }

  private void configure(String instance, String yaml) throws IOException {
    Path made = Files.writeString(folder.resolve("made.yaml"), yaml);
    Path instances = Files.createDirectories(folder.resolve("data/plugins/instances"));
    move(made, instances.resolve(instance + ".yaml"));
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private JsonObject told(String state) {
    JsonObject frame = tab.next("plugin");
    while (!frame.getString("state").equals(state)) {
      frame = tab.next("plugin");
    }
    return frame;
  }

  private static List<String> put(JsonObject suggestions) {
    JsonArray added = suggestions.getJsonArray("added");
    return IntStream.range(0, added.size())
        .mapToObj(i -> added.getJsonObject(i).getJsonArray("candidates").getJsonObject(0))
        .map(candidate -> candidate.getJsonObject("action").getString("text"))
        .toList();
  }

  @Test
  void followsAPluginThroughInstallingConfiguringUpgradingAndSwitchingOff() throws Exception {
    install("finder", "1.0.0", SamplePlugins.Finder.class, SamplePlugins.Finder.SETTINGS);
    assertThat(told("started").getString("plugin")).isEqualTo("finder");
    tab.send(Tab.frame("analyze", document).put("plugin", "finder"));
    assertThat(put(tab.next("suggestions"))).containsExactly("于", "于");

    configure("finder", "settings: {put: 在}\n");
    told("started");
    JsonObject replaced = tab.next("suggestions");
    assertThat(put(replaced)).containsExactly("在", "在");
    assertThat(replaced.getJsonArray("removed")).hasSize(2);

    String newer = SamplePlugins.Finder.SETTINGS.replace("\"于\"", "\"乎\"");
    install("finder", "1.1.0", SamplePlugins.Finder.class, newer);
    told("started");
    JsonObject again = tab.next("suggestions"); // the setting stays, the version is the new one
    assertThat(put(again)).containsExactly("在", "在");
    assertThat(
            again
                .getJsonArray("added")
                .getJsonObject(0)
                .getJsonObject("maker")
                .getString("version"))
        .isEqualTo("1.1.0");

    tab.send(tab.submit(document, 1, 1, new JsonArray().add(0).add("於"), 7));
    assertThat(tab.next("changes").getLong("first")).isEqualTo(2);
    assertThat(put(tab.next("suggestions"))).contains("在");

    configure("finder", "enabled: false\n");
    JsonObject dropped = tab.next("suggestions");
    assertThat(dropped.getJsonArray("removed")).hasSize(3);
    assertThat(dropped.getJsonArray("added")).isEmpty();
    JsonObject stopped = tab.next("analysis");
    assertThat(stopped.getString("state")).isEqualTo("stopped");
    assertThat(stopped.getString("message")).isEqualTo("switched off in finder.yaml");
    assertThat(tab.isClosed()).isFalse();
  }

  @Test
  void offersAfterARestartWhatItOfferedBeforeAndLooksAgainWhereTheTextChanged() throws Exception {
    install("finder", "1.0.0", SamplePlugins.Finder.class, SamplePlugins.Finder.SETTINGS);
    told("started");
    tab.send(Tab.frame("analyze", document).put("plugin", "finder"));
    JsonArray before = tab.next("suggestions").getJsonArray("added");
    tab.close();
    server.restart();
    tab = server.administrator.tab(document);
    assertThat(tab.next("suggestions").getJsonArray("added")).isEqualTo(before);
    tab.send(tab.submit(document, 1, 1, new JsonArray().add(0).add("於"), 7));
    assertThat(put(tab.next("suggestions"))).containsExactly("于");

    tab.close();
    configure("finder", "settings: {put: 在}\n");
    server.restart();
    tab = server.administrator.tab(document);
    List<String> offered = put(tab.next("suggestions"));
    if (!offered.equals(List.of("在", "在", "在"))) { // unless it has looked again already
      assertThat(offered).containsExactly("于", "于", "于");
      assertThat(put(tab.next("suggestions"))).containsExactly("在", "在", "在");
    }
  }

  @Test
  void touchesNoOtherInstanceWhenOneIsAdded() throws Exception {
    install("finder", "1.0.0", SamplePlugins.Finder.class, SamplePlugins.Finder.SETTINGS);
    told("started");
    String start = plugin("finder").getString("start");
    configure("second", "plugin: finder\nsettings: {put: 在}\n");
    configure("finder", "");
    assertThat(told("started").getString("plugin")).isEqualTo("second");
    assertThat(plugin("finder").getString("start")).isEqualTo(start);
    assertThat(plugin("second").getString("plugin")).isEqualTo("finder");
    assertThat(plugin("second").getString("state")).isEqualTo("started");
  }

  @Test
  void saysWhyWhatWasInstalledCannotRun() throws Exception {
    install("sad", "1.0.0", SamplePlugins.Unstartable.class, "");
    assertThat(told("failed").getString("reason")).contains("the model has 3 layers");
    install("sad", "1.0.1", SamplePlugins.Finder.class, SamplePlugins.Finder.SETTINGS);
    told("started");
    assertThat(plugin("sad").getString("version")).isEqualTo("1.0.1");
  }

  private JsonObject plugin(String id) {
    JsonArray all = new JsonArray(server.administrator.get("/api/plugins").bodyAsString());
    return IntStream.range(0, all.size())
        .mapToObj(all::getJsonObject)
        .filter(one -> one.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }
}
