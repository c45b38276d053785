package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginStore.Stored;
import org.dianjiao.text.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStoreTest {

  @TempDir private Path temporary;
  private PluginPlaces places;
  private PluginStore store;

  @BeforeEach
  void make() {
    places =
        new PluginPlaces(
            temporary.resolve("bundled"), temporary.resolve("config"), temporary.resolve("data"));
    store = new PluginStore(places, Limits.defaults());
  }

  private Path zip(String manifest) throws IOException {
    byte[] bytes = PackedPlugin.zip(manifest, SamplePlugins.Marker.class);
    return Files.write(temporary.resolve("given.zip"), bytes);
  }

  private Path zip(String id, String version) throws IOException {
    return zip(PackedPlugin.manifest(id, version));
  }

  private void refused(String manifest, String reason) throws IOException {
    Path zip = zip(manifest);
    assertThatThrownBy(() -> store.add(zip))
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining(reason);
    assertThat(places.installed()).doesNotExist();
    assertThat(places.incoming()).isEmptyDirectory();
  }

  @Test
  void installsAZipThatTheCatalogThenFinds() throws IOException {
    Stored stored = store.add(zip("dagger", "1.0.0"));
    assertThat(stored.fresh()).isTrue();
    assertThat(stored.plugin().path()).isEqualTo(places.installed().resolve("dagger-1.0.0"));
    assertThat(stored.sha256()).isEqualTo(PluginFolder.open(stored.plugin().path()).sha256());
    PluginCatalog catalog = PluginCatalog.read(places);
    assertThat(catalog.others()).isEmpty();
    assertThat(catalog.instances())
        .singleElement()
        .satisfies(instance -> assertThat(instance.runs()).isEqualTo(RunsIn.PROCESS))
        .satisfies(instance -> assertThat(instance.id()).isEqualTo("dagger"))
        .satisfies(instance -> assertThat(instance.writingIn(temporary).bridge()).isPresent());
    assertThat(places.incoming()).isEmptyDirectory();
  }

  @Test
  void installsAFolderWithoutSourcesAndWhatABuildLeft() throws IOException {
    Path folder = temporary.resolve("dagger");
    PluginOnDisk.in(folder)
        .manifest(PackedPlugin.manifest("dagger", "1.0.0"))
        .file("src/main/java/Dagger.java", "class Dagger {}")
        .file("target/classes/x", "x")
        .file(".git/config", "x")
        .file("README.md", "about it")
        .file("data/words.tsv", "也\n");
    Files.createDirectories(folder.resolve("lib"));
    Files.write(folder.resolve("lib/dagger.jar"), PackedPlugin.jar(SamplePlugins.Marker.class));
    Path installed = store.add(folder).plugin().path();
    try (var files = Files.walk(installed)) {
      assertThat(
              files.filter(Files::isRegularFile).map(file -> installed.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              "plugin.json", "README.md", "data/words.tsv", "lib/dagger.jar");
    }
  }

  @Test
  void refusesAFolderWithALinkInIt() throws IOException {
    Path folder = temporary.resolve("dagger");
    PluginOnDisk.in(folder).manifest(PackedPlugin.manifest("dagger", "1.0.0"));
    Files.createDirectories(folder.resolve("data"));
    Files.createSymbolicLink(folder.resolve("data/link"), Path.of("../plugin.json"));
    assertThatThrownBy(() -> store.add(folder))
        .isInstanceOf(PluginRefused.class)
        .hasMessage("\"data/link\" is a link, or no file");
  }

  @Test
  void saysSoWhenTheSameIsInstalledAlready() throws IOException {
    Stored first = store.add(zip("dagger", "1.0.0"));
    Stored again = store.add(zip("dagger", "1.0.0"));
    assertThat(again.fresh()).isFalse();
    assertThat(again.sha256()).isEqualTo(first.sha256());
  }

  @Test
  void neverChangesAVersionThatIsThere() throws IOException {
    String before = store.add(zip("dagger", "1.0.0")).sha256();
    Path other = zip(PackedPlugin.manifest("dagger", "1.0.0").replace("for a test", "changed"));
    assertThatThrownBy(() -> store.add(other))
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining("another dagger 1.0.0 is installed, with the SHA-256 " + before);
    assertThat(PluginFolder.open(places.installed().resolve("dagger-1.0.0")).sha256())
        .isEqualTo(before);
  }

  @Test
  void keepsVersionsBesideOneAnother() throws IOException {
    store.add(zip("dagger", "1.10.0"));
    store.add(zip("dagger", "1.9.0"));
    store.add(zip("dagger-two", "1.0.0"));
    assertThat(store.versions("dagger"))
        .extracting(PluginVersion::toString)
        .containsExactly("1.9.0", "1.10.0");
    store.remove("dagger", PluginVersion.parse("1.10.0"));
    assertThat(store.versions("dagger"))
        .extracting(PluginVersion::toString)
        .containsExactly("1.9.0");
    assertThat(places.incoming()).isEmptyDirectory();
  }

  @Test
  void refusesWhatCameWithTheServer() throws IOException {
    PluginOnDisk.install(places.bundled().resolve("dagger"), SamplePlugins.Marker.class, "");
    refused(PackedPlugin.manifest("dagger", "1.0.0"), "dagger 1.0.0 came with the server");
  }

  @Test
  void refusesAManifestOfAnotherMajorVersion() throws IOException {
    refused(
        PackedPlugin.manifest("dagger", "1.0.0").replace("\"api\": \"1.0\"", "\"api\": \"2.0\""),
        "plugin API 2.0, but this server has 1.1");
  }

  @Test
  void refusesDataWithAnotherChecksum() throws IOException {
    String source =
        ", \"sources\": [{\"file\": \"data/words.tsv\", \"sha256\": \"%s\", \"origin\": \"x\","
            + " \"license\": \"x\"}]}";
    String manifest = PackedPlugin.manifest("dagger", "1.0.0");
    String end = source.formatted(Digest.of("other"));
    refused(manifest.substring(0, manifest.length() - 1) + end, "has the SHA-256");
  }

  @Test
  void refusesWhatHasNoCode() throws IOException {
    byte[] bytes =
        new RawZip().add("plugin.json", PackedPlugin.manifest("dagger", "1.0.0")).bytes();
    Path zip = Files.write(temporary.resolve("given.zip"), bytes);
    assertThatThrownBy(() -> store.add(zip)).hasMessageContaining("there are no jars in lib");
  }

  @Test
  void refusesCodeThatDeclaresNoPlugin() throws IOException {
    byte[] bytes =
        new RawZip()
            .add("plugin.json", PackedPlugin.manifest("dagger", "1.0.0"))
            .add(RawZip.Entry.named("lib/empty.jar", new RawZip().add("x", "x").bytes()))
            .bytes();
    Path zip = Files.write(temporary.resolve("given.zip"), bytes);
    assertThatThrownBy(() -> store.add(zip)).hasMessageContaining("names 0 classes");
  }

  @Test
  void refusesAPluginThatIsNotAtTheTop() throws IOException {
    byte[] bytes =
        new RawZip().add("dagger/plugin.json", PackedPlugin.manifest("dagger", "1.0.0")).bytes();
    Path zip = Files.write(temporary.resolve("given.zip"), bytes);
    assertThatThrownBy(() -> store.add(zip)).hasMessage("there is no plugin.json at its top");
  }

  @Test
  void installsARemotePluginAsItsManifestAlone() {
    String manifest = PackedPlugin.manifest("far", "1.0.0");
    String remote =
        manifest.substring(0, manifest.length() - 1)
            + ", \"remote\": {\"position-encoding\": \"utf-32\"}}";
    Path installed = store.addRemote(remote).plugin().path();
    assertThat(installed).isDirectoryNotContaining(file -> !file.endsWith("plugin.json"));
    assertThatThrownBy(() -> store.addRemote(manifest)).hasMessageContaining("\"remote\"");
  }

  @Test
  void clearsWhatAKilledProcessLeft() throws IOException {
    Path old = Files.createDirectories(places.incoming().resolve("old"));
    Path young = Files.createDirectories(places.incoming().resolve("young"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    store.add(zip("dagger", "1.0.0"));
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }
}
