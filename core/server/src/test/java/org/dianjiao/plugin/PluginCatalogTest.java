package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.RecordCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCatalogTest {

  private static final String MARK =
      "\"settings\": [{\"name\": \"mark\", \"type\": \"string\", \"default\": \"。\"}]";

  @TempDir Path temporary;
  private Path plugins;
  private Path settings;

  @BeforeEach
  void folders() throws IOException {
    plugins = Files.createDirectories(temporary.resolve("plugins"));
    settings = Files.createDirectories(temporary.resolve("config"));
  }

  private void install(String id) throws IOException {
    PluginOnDisk.install(plugins.resolve(id), SamplePlugins.Marker.class, MARK);
  }

  private PluginPlaces places() {
    return new PluginPlaces(plugins, settings, temporary.resolve("data"));
  }

  private PluginCatalog read() throws IOException {
    return PluginCatalog.read(places());
  }

  @Test
  void runsAnInstalledPluginWithItsDefaults() throws Exception {
    install("marks");
    Files.createDirectories(plugins.resolve("no-plugin"));
    PluginCatalog catalog = read();
    assertThat(catalog.others()).isEmpty();
    assertThat(catalog.instances()).extracting(PluginInstance::id).containsExactly("marks");
    assertThat(catalog.instances().get(0).settings().string("mark")).isEqualTo("。");
  }

  @Test
  void runsOneInstanceForEachFileThatNamesThePlugin() throws Exception {
    install("marks");
    Files.writeString(settings.resolve("loud.yaml"), "plugin: marks\nsettings: {mark: '！'}\n");
    Files.writeString(settings.resolve("quiet.yaml"), "{\"plugin\": \"marks\"}");
    assertThat(read().instances()).extracting(PluginInstance::id).containsExactly("loud", "quiet");
    assertThat(read().instances().get(0).settings().string("mark")).isEqualTo("！");
  }

  @Test
  void takesAFileThatNamesNoPluginForTheOneOfItsName() throws Exception {
    install("marks");
    Files.writeString(settings.resolve("marks.yaml"), "settings:\n  mark: ；\n");
    assertThat(read().instances().get(0).settings().string("mark")).isEqualTo("；");
  }

  @Test
  void refusesAPluginOfWhichAFileWasSwapped() throws Exception {
    install("marks");
    String whole = PluginFolder.open(plugins.resolve("marks")).sha256();
    Files.writeString(settings.resolve("marks.yaml"), "sha256: " + whole + "\n");
    assertThat(read().instances()).hasSize(1);
    Files.writeString(plugins.resolve("marks").resolve("added.class"), "anything");
    assertThat(read().instances()).isEmpty();
    assertThat(read().others().get(0).reason())
        .contains("all of it has the SHA-256", "but its settings say " + whole);
  }

  @Test
  void runsTheNewestVersionOfAnInstalledPluginOrTheOneThatAFileNames() throws Exception {
    Path installed = Files.createDirectories(places().installed());
    for (String version : List.of("1.2.0", "1.10.0", "1.10.0-rc1")) {
      String manifest = PluginOnDisk.manifest("marks", MARK).replace("1.0.0", version);
      PluginOnDisk.in(installed.resolve("marks-" + version)).manifest(manifest);
    }
    assertThat(read().instances())
        .extracting(one -> one.manifest().version())
        .containsExactly("1.10.0");
    Files.createDirectories(places().instances());
    Files.writeString(places().instances().resolve("old.yaml"), "plugin: marks\nversion: 1.2.0\n");
    Files.writeString(places().instances().resolve("new.yaml"), "plugin: marks\n");
    Files.writeString(places().instances().resolve("none.yaml"), "plugin: marks\nversion: 3.0.0\n");
    assertThat(read().instances())
        .extracting(one -> one.id() + " " + one.manifest().version())
        .containsExactly("new 1.10.0", "old 1.2.0");
    assertThat(read().others().get(0).reason())
        .isEqualTo(
            "plugin marks is not installed in version 3.0.0; it is in [1.2.0, 1.10.0-rc1, 1.10.0]");
  }

  @Test
  void runsInTheServerOnlyWhatCameWithItOrWhatTheOperatorNamesByItsChecksum() throws Exception {
    install("marks");
    Path late = Files.createDirectories(places().installed()).resolve("late");
    PluginOnDisk.install(late, SamplePlugins.Marker.class, MARK);
    assertThat(read().instances())
        .extracting(one -> one.id() + " " + one.runs())
        .containsExactly("late PROCESS", "marks SERVER");
    String whole = PluginFolder.open(late).sha256();
    String vouched = "run: server\nsha256: " + whole + "\n";
    Files.createDirectories(places().instances());
    Files.writeString(places().instances().resolve("late.yaml"), vouched);
    assertThat(read().others().get(0).reason()).startsWith("run: server is for a file of the oper");
    Files.writeString(settings.resolve("late.yaml"), vouched);
    assertThat(read().instances().get(0).runs()).isEqualTo(RunsIn.SERVER);
    Files.writeString(settings.resolve("late.yaml"), "run: server\n");
    assertThat(read().others().get(0).reason()).contains("names the sha256 of the plugin");
    Files.writeString(settings.resolve("marks.yaml"), "run: process\n");
    assertThat(read().instances().get(0).runs()).isEqualTo(RunsIn.PROCESS);
  }

  @Test
  void reachesARemotePluginOnlyWhereAFileOfTheOperatorsSays() throws Exception {
    Path names = Files.createDirectories(places().installed()).resolve("names");
    String remote = "\"remote\": {\"position-encoding\": \"utf-32\", \"look-up\": true}";
    PluginOnDisk.in(names).manifest(PluginOnDisk.manifest("names", remote));
    assertThat(read().others().get(0).reason())
        .isEqualTo("it is a remote plugin, and no settings file of the operator's names its url");

    String file = "url: https://names.example/here\nallow: ['names.example:443']\n";
    Files.createDirectories(places().instances());
    Files.writeString(places().instances().resolve("names.yaml"), file);
    assertThat(read().others().get(0).reason())
        .startsWith("url, token-file and allow are for a file of the operator's in ");

    Files.writeString(settings.resolve("names.yaml"), file + "token-file: secret\n");
    PluginInstance instance = read().instances().get(0);
    assertThat(instance.runs()).isEqualTo(RunsIn.REMOTE);
    assertThat(instance.destination()).contains("names.example");
    Bridge bridge = instance.bridge().orElseThrow();
    assertThat(bridge.isolation().allow()).containsExactly("names.example:443");
    assertThat(bridge.tokenFile()).contains(settings.resolve("secret"));

    Files.writeString(settings.resolve("names.yaml"), "url: names.example\n");
    assertThat(read().others().get(0).reason()).contains("names no host");
  }

  @Test
  void listsThoseThatCannotRunWithTheReason() throws Exception {
    install("marks");
    install("off");
    PluginOnDisk.in(plugins.resolve("new"))
        .manifest(PluginOnDisk.manifest("new", "").replace("\"1.0\"", "\"2.0\""));
    String source =
        "\"sources\": [{\"file\": \"data/a.tsv\", \"sha256\": \"%s\", \"origin\": \"o\","
            + " \"license\": \"l\"}]";
    PluginOnDisk.in(plugins.resolve("lost"))
        .manifest(PluginOnDisk.manifest("lost", source.formatted("00".repeat(32))));
    PluginOnDisk.in(plugins.resolve("changed"))
        .file("data/a.tsv", "於\t于\n")
        .manifest(PluginOnDisk.manifest("changed", source.formatted("00".repeat(32))));
    PluginOnDisk.in(plugins.resolve("twin")).manifest(PluginOnDisk.manifest("marks", ""));
    Files.writeString(settings.resolve("off.yaml"), "enabled: false");
    Files.writeString(settings.resolve("ghost.yaml"), "plugin: absent");
    Files.writeString(settings.resolve("typo.yaml"), "plugin: marks\nsettings: {marc: x}");
    Files.writeString(settings.resolve("broken.yaml"), "plugin: [");
    PluginCatalog catalog = read();
    assertThat(catalog.instances()).isEmpty();
    assertThat(catalog.others())
        .extracting(other -> other.id() + " " + other.state() + " " + other.reason())
        .satisfiesExactlyInAnyOrder(
            other -> assertThat(other).startsWith("broken refused broken.yaml: "),
            other -> assertThat(other).startsWith("changed refused source data/a.tsv has the SHA-"),
            other -> assertThat(other).isEqualTo("ghost refused no plugin \"absent\" is installed"),
            other -> assertThat(other).isEqualTo("lost refused source data/a.tsv is not there"),
            other -> assertThat(other).contains("new refused it was made for plugin API 2.0, but"),
            other -> assertThat(other).isEqualTo("off stopped switched off in off.yaml"),
            other ->
                assertThat(other)
                    .isEqualTo(
                        "twin refused its id \"marks\" and version 1.0.0 are those of the plugin in"
                            + " marks"),
            other ->
                assertThat(other)
                    .isEqualTo("typo refused it has no setting \"marc\"; it has [mark]"));
  }

  @Test
  void runsThemAllAndDescribesThem() throws Exception {
    install("marks");
    PluginOnDisk.install(plugins.resolve("sad"), SamplePlugins.Unstartable.class, "");
    PluginOnDisk.in(plugins.resolve("young"))
        .manifest(PluginOnDisk.manifest("young", "").replace("\"1.0\"", "\"1.9\""));
    Vertx vertx = Vertx.vertx();
    try {
      RecordCodec.register(vertx);
      PluginsVerticle all =
          new PluginsVerticle(places(), PluginLimits.defaults(), 20, ProjectTables.NONE);
      vertx.deployVerticle(all).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(all.describe())
          .extracting(PluginDescribed::id, PluginDescribed::state)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("marks", "started"),
              org.assertj.core.groups.Tuple.tuple("sad", "failed"),
              org.assertj.core.groups.Tuple.tuple("young", "refused"));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }
}
