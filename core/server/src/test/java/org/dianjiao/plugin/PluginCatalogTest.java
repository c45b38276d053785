package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private PluginCatalog.Places places() {
    return new PluginCatalog.Places(plugins, settings, temporary.resolve("states"));
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
  void listsThoseThatCannotRunWithTheReason() throws Exception {
    install("marks");
    install("off");
    PluginOnDisk.in(plugins.resolve("new"))
        .manifest(PluginOnDisk.manifest("new", "").replace("0.1", "1.0"));
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
            other -> assertThat(other).contains("new refused it was made for plugin API 1.0, but"),
            other -> assertThat(other).isEqualTo("off stopped switched off in off.yaml"),
            other ->
                assertThat(other)
                    .isEqualTo("twin refused its id \"marks\" is that of the plugin in marks"),
            other ->
                assertThat(other)
                    .isEqualTo("typo refused it has no setting \"marc\"; it has [mark]"));
  }

  @Test
  void runsThemAllAndDescribesThem() throws Exception {
    install("marks");
    PluginOnDisk.install(plugins.resolve("sad"), SamplePlugins.Unstartable.class, "");
    PluginOnDisk.in(plugins.resolve("young"))
        .manifest(PluginOnDisk.manifest("young", "").replace("0.1", "0.2"));
    Vertx vertx = Vertx.vertx();
    try {
      RecordCodec.register(vertx);
      PluginsVerticle all = new PluginsVerticle(places(), PluginLimits.defaults());
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
