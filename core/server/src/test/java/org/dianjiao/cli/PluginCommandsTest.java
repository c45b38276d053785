package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.audit.Event;
import org.dianjiao.cli.Cli.Ran;
import org.dianjiao.json.Json;
import org.dianjiao.plugin.PackedPlugin;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;
import org.dianjiao.storage.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCommandsTest {

  @TempDir private Path temporary;
  private Path data;
  private Path operators;
  private Path settings;

  @BeforeEach
  void make() throws IOException {
    data = temporary.resolve("data");
    operators = Files.createDirectories(temporary.resolve("config/plugins"));
    Path bundled = temporary.resolve("bundled");
    PluginOnDisk.install(bundled.resolve("marks"), SamplePlugins.Marker.class, "");
    settings =
        Files.writeString(temporary.resolve("config/dianjiao.yaml"), "plugins: " + bundled + "\n");
  }

  private Ran plugin(String... arguments) {
    List<String> all = new ArrayList<>(List.of("plugin"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", data.toString(), "--config", settings.toString()));
    return Cli.plain(all.toArray(new String[0]));
  }

  private Path zip(String id, String version) throws IOException {
    return Files.write(
        temporary.resolve(id + "-" + version + ".zip"), PackedPlugin.zip(id, version));
  }

  private void install(String id, String version) throws IOException {
    assertThat(plugin("install", zip(id, version).toString()).code()).isZero();
  }

  private Path instanceFile(String instance) {
    return data.resolve("plugins/instances/" + instance + ".yaml");
  }

  private static void failed(Ran ran, String... words) {
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).hasLineCount(1).startsWith("dianjiao plugin ").contains(words);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void saysWhatCommandsThereAre() {
    assertThat(Cli.plain("plugin", "--help").out())
        .contains("new", "install", "list", "enable", "disable", "remove");
    assertThat(Cli.plain("plugin").code()).isEqualTo(2);
  }

  @Test
  void installsAndSaysTheSha256() throws IOException {
    Ran ran = plugin("install", zip("dagger", "1.0.0").toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("installed dagger 1.0.0 in " + data.resolve("plugins/installed/dagger-1.0.0"))
        .containsPattern("(?m)^sha256: [0-9a-f]{64}$");
    Ran again = plugin("install", zip("dagger", "1.0.0").toString());
    assertThat(again.code()).isZero();
    assertThat(again.out()).startsWith("already installed: dagger 1.0.0");
  }

  @Test
  void saysWhyItDoesNotInstall() throws IOException {
    Path broken = Files.writeString(temporary.resolve("broken.zip"), "no zip");
    failed(plugin("install", broken.toString()), "broken.zip is not installed", "cannot be read");
    failed(
        plugin("install", temporary.resolve("none.zip").toString()), "there is no file or folder");
    assertThat(plugin("install").code()).isEqualTo(2);
  }

  @Test
  void listsWhatTheFilesSay() throws IOException {
    install("dagger", "1.0.0");
    install("dagger", "1.1.0");
    Files.writeString(
        operators.resolve("old.yaml"), "plugin: dagger\nversion: 1.0.0\nenabled: false\n");
    Files.writeString(operators.resolve("new.yaml"), "plugin: dagger\n");
    Files.writeString(operators.resolve("lost.yaml"), "plugin: nowhere\n");
    Ran ran = plugin("list");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .isEqualToNormalizingNewlines(
            """
            lost of nowhere  ?  refused    no plugin "nowhere" is installed
            marks  1.0.0  found in server  mark
            new of dagger  1.1.0  found in process  mark
            old of dagger  1.0.0  stopped  mark  switched off in old.yaml
            """);
    assertThat(plugin("list", "--json").out().lines())
        .hasSize(4)
        .contains(
            "{\"id\":\"new\",\"plugin\":\"dagger\",\"version\":\"1.1.0\",\"state\":\"found\","
                + "\"runs\":\"process\",\"categories\":[\"mark\"],\"reason\":\"\"}");
  }

  @Test
  void switchesAnInstanceOffAndOn() throws IOException {
    install("dagger", "1.0.0");
    assertThat(plugin("disable", "dagger").out()).isEqualToIgnoringNewLines("dagger is disabled");
    assertThat(plugin("list").out()).contains("dagger  1.0.0  stopped");
    assertThat(plugin("disable", "dagger").out())
        .isEqualToIgnoringNewLines("dagger was disabled already");
    assertThat(instanceFile("dagger")).exists();
    assertThat(plugin("enable", "dagger").out()).isEqualToIgnoringNewLines("dagger is enabled");
    assertThat(instanceFile("dagger")).doesNotExist();
    assertThat(plugin("list").out()).contains("dagger  1.0.0  found in process");
  }

  @Test
  void leavesEverythingElseThatTheFileSays() throws IOException {
    install("dagger", "1.0.0");
    Files.createDirectories(instanceFile("mine").getParent());
    Files.writeString(
        instanceFile("mine"), "plugin: dagger\nversion: 1.0.0\nsettings: {}\nenabled: false\n");
    plugin("enable", "mine");
    assertThat(instanceFile("mine"))
        .content()
        .contains("plugin: \"dagger\"", "version: \"1.0.0\"", "settings: {}", "enabled: true");
    assertThat(instanceFile("mine").getParent()).isDirectoryNotContaining("glob:**.*-*");
  }

  @Test
  void leavesTheOperatorsFilesToTheOperator() throws IOException {
    Files.writeString(operators.resolve("marks.yaml"), "enabled: true\n");
    failed(plugin("disable", "marks"), "marks.yaml is the operator's", "\"enabled: false\"");
    failed(plugin("enable", "nobody"), "no instance \"nobody\"; there are: marks");
    assertThat(plugin("enable", "../../x").code()).isEqualTo(1);
  }

  @Test
  void removesAPluginThatNobodyNeeds() throws IOException {
    install("dagger", "1.0.0");
    assertThat(plugin("remove", "dagger").out()).isEqualToIgnoringNewLines("removed dagger 1.0.0");
    assertThat(data.resolve("plugins/installed")).isEmptyDirectory();
    failed(plugin("remove", "dagger"), "no plugin \"dagger\" is installed");
    failed(plugin("remove", "marks"), "marks came with the server", "plugin disable");
  }

  @Test
  void keepsAVersionToBeTriedAndDiscardsIt() throws IOException {
    install("dagger", "1.0.0");
    String zip = zip("dagger", "1.1.0").toString();
    assertThat(plugin("install", "--stage", zip).out()).startsWith("kept to be tried dagger 1.1.0");
    assertThat(plugin("list").out()).contains("dagger  1.0.0  found in process");
    failed(
        plugin("install", "--stage", zip("dagger", "1.0.0").toString()),
        "dagger 1.0.0 is installed already");
    assertThat(plugin("remove", "dagger@1.1.0").out())
        .isEqualToIgnoringNewLines("discarded dagger 1.1.0");
    assertThat(data.resolve("plugins/staged")).isEmptyDirectory();
    plugin("install", "--stage", zip);
    assertThat(plugin("install", zip).code()).isZero();
    assertThat(data.resolve("plugins/staged")).isEmptyDirectory();
  }

  @Test
  void leavesANoteOfWhatItDoesForTheAuditLog() throws IOException {
    install("dagger", "1.0.0");
    plugin("install", zip("dagger", "1.0.0").toString()); // is there already: nothing is done
    plugin("disable", "dagger");
    plugin("remove", "dagger", "--force");
    try (Stream<Path> notes = Files.list(data.resolve("console"))) {
      assertThat(notes.sorted().map(PluginCommandsTest::said))
          .containsExactly(
              "install-plugin dagger console 1.0.0",
              "configure-plugin dagger console off",
              "uninstall-plugin dagger console 1.0.0");
    }
  }

  private static String said(Path note) {
    try {
      Event event = Json.read(Files.readAllBytes(note), Event.class);
      return "%s %s %s".formatted(event.operation(), event.thing(), event.detail());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void asksWhichVersionToRemove() throws IOException {
    install("dagger", "1.9.0");
    install("dagger", "1.10.0");
    failed(plugin("remove", "dagger"), "dagger is installed as 1.9.0, 1.10.0");
    failed(
        plugin("remove", "dagger@2.0.0"), "not installed in version 2.0.0; it is in 1.9.0, 1.10.0");
    assertThat(plugin("remove", "dagger@1.9.0").code()).isZero();
    assertThat(plugin("list").out()).contains("dagger  1.10.0");
  }

  @Test
  void keepsAVersionThatAnInstanceNeeds() throws IOException {
    install("dagger", "1.9.0");
    install("dagger", "1.10.0");
    Path pinned =
        Files.writeString(operators.resolve("pinned.yaml"), "plugin: dagger\nversion: 1.9.0\n");
    Path newest = Files.writeString(operators.resolve("newest.yaml"), "plugin: dagger\n");
    failed(plugin("remove", "dagger@1.9.0"), "is needed by " + pinned, "--force");
    failed(plugin("remove", "dagger@1.10.0"), "is needed by " + newest);
    assertThat(plugin("remove", "dagger@1.9.0", "--force").code()).isZero();
    assertThat(plugin("list").out())
        .contains("pinned of dagger  1.9.0  refused", "not installed in version 1.9.0");
  }

  @Test
  void worksBesideAServerOnTheSameData() throws IOException {
    try (Database database = new Cli(temporary).open()) {
      assertThat(database.projects().all()).isEmpty();
      install("dagger", "1.0.0");
      assertThat(plugin("disable", "dagger").code()).isZero();
      assertThat(plugin("remove", "dagger", "--force").code()).isZero();
    }
  }
}
