package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.InstanceMessage.ConfigureInstance;
import org.dianjiao.bus.InstanceMessage.InstanceRead;
import org.dianjiao.bus.InstanceMessage.RemoveInstance;
import org.dianjiao.bus.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceDeskTest {

  private static final String SETTINGS =
      """
      "settings": [{"name": "mark", "type": "string", "default": "。", "one-of": ["。", "，"]},
                   {"name": "sure", "type": "number", "default": 0.5}]""";

  @TempDir Path folder;
  private PluginPlaces places;
  private InstanceDesk desk;

  @BeforeEach
  void install() throws IOException {
    places =
        new PluginPlaces(
            folder.resolve("plugins"), folder.resolve("config/plugins"), folder.resolve("data"));
    plugin(places.bundled().resolve("marks"), "1.0.0");
    plugin(places.installed().resolve("marks-1.1.0"), "1.1.0");
    desk = new InstanceDesk(places);
  }

  private static void plugin(Path folder, String version) throws IOException {
    PluginOnDisk.in(folder)
        .manifest(PluginOnDisk.manifest("marks", SETTINGS).replace("1.0.0", version))
        .code(SamplePlugins.Marker.class);
  }

  private PluginShelf shelf() throws IOException {
    return PluginCatalog.read(places).shelf();
  }

  private List<String> running() throws IOException {
    return PluginCatalog.read(places).instances().stream()
        .map(one -> one.id() + " " + one.manifest().version() + " " + one.settings().string("mark"))
        .toList();
  }

  private Path written(String instance) {
    return places.instances().resolve(instance + ".yaml");
  }

  private Path operators(String content) throws IOException {
    Files.createDirectories(places.settings());
    return Files.writeString(places.settings().resolve("marks.yaml"), content);
  }

  private static ConfigureInstance wanted(String instance, Map<String, Object> settings) {
    return new ConfigureInstance(
        instance, "marks", Optional.empty(), true, settings, Optional.empty());
  }

  private static ConfigureInstance pinned(String instance, String version) {
    return new ConfigureInstance(
        instance, "marks", Optional.of(version), true, Map.of(), Optional.empty());
  }

  private static ConfigureInstance off(String instance, Map<String, Object> settings) {
    return new ConfigureInstance(
        instance, "marks", Optional.empty(), false, settings, Optional.empty());
  }

  private InstanceRead configure(ConfigureInstance wanted) throws IOException {
    return desk.configure(wanted, shelf());
  }

  @Test
  void writesWhatDiffersAndStartsItSo() throws IOException {
    InstanceRead read = configure(wanted("marks", Map.of("mark", "，")));

    assertThat(read.settings()).isEqualTo(Map.of("mark", "，"));
    assertThat(read.removal()).contains("defaults");
    assertThat(running()).containsExactly("marks 1.1.0 ，");
    assertThat(desk.read("marks", shelf())).isEqualTo(read);
  }

  @Test
  void saysHowAnInstanceWithoutAFileIsSet() throws IOException {
    assertThat(desk.read("marks", shelf()))
        .isEqualTo(
            new InstanceRead(
                "marks",
                "marks",
                Optional.empty(),
                true,
                Map.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void takesAFileAwayThatCannotBeRead() throws IOException {
    Files.createDirectories(places.instances());
    Files.write(written("marks-2"), new byte[] {(byte) 0xff, 0});
    InstanceRead broken = desk.read("marks-2", shelf());
    assertThat(broken.unreadable()).isPresent();
    assertThat(broken.removal()).contains("gone");
    desk.remove(new RemoveInstance("marks-2", Optional.of(broken.stamp())), shelf());
    assertThat(written("marks-2")).doesNotExist();
  }

  @Test
  void runsTwoVersionsSideBySideAndKeepsTheOneThatNoFileNamed() throws IOException {
    configure(pinned("marks-old", "1.0.0"));

    assertThat(running()).containsExactly("marks 1.1.0 。", "marks-old 1.0.0 。");
    assertThat(desk.read("marks-old", shelf()).removal()).contains("gone");

    desk.remove(new RemoveInstance("marks-old", Optional.empty()), shelf());
    assertThat(running()).containsExactly("marks 1.1.0 。");
  }

  @Test
  void switchingTheFirstOfTwoOffAndOnByCommandLosesNone() throws IOException {
    configure(pinned("marks-old", "1.0.0"));
    InstanceFiles files = new InstanceFiles(places);
    files.turn("marks", "marks", false);
    assertThat(running()).containsExactly("marks-old 1.0.0 。");
    files.turn("marks", "marks", true);
    assertThat(running()).containsExactly("marks 1.1.0 。", "marks-old 1.0.0 。");
  }

  @Test
  void keepsWhatItDoesNotWriteItself() throws IOException {
    Files.createDirectories(places.instances());
    Files.writeString(written("marks"), "run: process\nsettings: {mark: '，'}\n");

    configure(wanted("marks", Map.of("sure", 0.7)));

    InstanceFile file = InstanceFile.read(written("marks"));
    assertThat(file.run()).contains(RunsIn.PROCESS);
    assertThat(file.settings()).isEqualTo(Map.of("sure", 0.7));
  }

  @Test
  void refusesInASentenceAndWritesNothing() throws IOException {
    assertRefused(wanted("marks", Map.of("marc", "，")), "it has no setting \"marc\"");
    assertRefused(wanted("marks", Map.of("mark", "!")), "setting mark is \"!\", which is not one");
    assertRefused(wanted("marks", Map.of("sure", "very")), "setting sure is \"very\", which is no");
    assertRefused(
        wanted("marks", Map.of("sure", List.of(1))), "setting sure is \"[1]\", which is no number");
    assertRefused(pinned("marks", "9.0.0"), "marks is not installed in version 9.0.0; it is in");
    assertRefused(pinned("marks", "new"), "version \"new\" is not of the form");
    assertThat(places.instances()).doesNotExist();
  }

  private void assertRefused(ConfigureInstance wanted, String sentence) {
    assertThatThrownBy(() -> configure(wanted))
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../marks",
        "..",
        "a/b",
        "a\\b",
        "marks.yaml",
        "Marks",
        "",
        "-",
        "a\n",
        "a\u0000",
        "標點",
        "marks ",
        ".hidden"
      })
  void writesUnderNoNameThatIsNoWord(String name) throws IOException {
    assertRefused(wanted(name, Map.of()), "is not a word");
    PluginShelf shelf = shelf();
    assertThatThrownBy(() -> desk.read(name, shelf)).isInstanceOf(PluginRefused.class);
    assertThatThrownBy(() -> desk.remove(new RemoveInstance(name, Optional.empty()), shelf))
        .isInstanceOf(PluginRefused.class);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".yaml"))).isEmpty();
    }
  }

  @Test
  void givesNoInstanceTheNameOfAnotherPlugin() throws IOException {
    PluginOnDisk.in(places.bundled().resolve("names"))
        .manifest(PluginOnDisk.manifest("names", ""))
        .code(SamplePlugins.Marker.class);

    assertRefused(wanted("names", Map.of()), "\"names\" is the name of an installed plugin");
  }

  @Test
  void leavesToTheOperatorWhatTheOperatorDecides() throws IOException {
    Path file = operators("settings: {mark: '，'}");
    assertThatThrownBy(() -> configure(wanted("marks", Map.of())))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "config/plugins/marks.yaml is the operator's and decides about marks; change it there");
    PluginShelf shelf = shelf();
    assertThatThrownBy(() -> desk.remove(new RemoveInstance("marks", Optional.empty()), shelf))
        .hasMessageContaining("config/plugins/marks.yaml is the operator's");

    assertThat(desk.read("marks", shelf).operators()).contains("config/plugins/marks.yaml");
    assertThat(desk.read("marks", shelf).settings()).isEqualTo(Map.of("mark", "，"));
    assertThat(file).hasContent("settings: {mark: '，'}");
    assertThat(places.instances()).doesNotExist();
  }

  @Test
  void refusesTheSecondOfTwoWhoLookedAtTheSame() throws IOException {
    String seen = configure(wanted("marks", Map.of())).stamp();
    ConfigureInstance first = stamped(Map.of("mark", "，"), seen);
    ConfigureInstance second = stamped(Map.of("sure", 0.9), seen);

    String now = configure(first).stamp();
    assertThatThrownBy(() -> configure(second))
        .hasMessage("somebody else has changed marks meanwhile; look at it again")
        .extracting(fault -> ((Refusal) fault).code())
        .isEqualTo(FailureCode.BASE_BEHIND);
    assertThat(desk.read("marks", shelf()).settings()).isEqualTo(Map.of("mark", "，"));

    configure(stamped(Map.of("mark", "，", "sure", 0.9), now));
    assertThat(desk.read("marks", shelf()).settings()).hasSize(2);
  }

  private static ConfigureInstance stamped(Map<String, Object> settings, String stamp) {
    return new ConfigureInstance(
        "marks", "marks", Optional.empty(), true, settings, Optional.of(stamp));
  }

  @Test
  void switchesOffWhatCannotRunAnyMore() throws IOException {
    Files.createDirectories(places.instances());
    Files.writeString(written("marks"), "settings: {gone: 1}\n");
    assertRefused(wanted("marks", Map.of("gone", 1)), "it has no setting \"gone\"");

    configure(off("marks", Map.of("gone", 1)));

    assertThat(running()).isEmpty();
    assertThat(PluginCatalog.read(places).others().get(0).reason())
        .isEqualTo("switched off in marks.yaml");
    assertRefused(off("marks", Map.of("gone", 2)), "it has no setting \"gone\"");
  }

  @Test
  void describesWhatIsSwitchedOffByItsPlugin() throws IOException {
    configure(
        new ConfigureInstance(
            "marks-old", "marks", Optional.of("1.0.0"), false, Map.of(), Optional.empty()));

    assertThat(PluginCatalog.read(places).others())
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.plugin()).isEqualTo("marks");
              assertThat(other.version()).isEqualTo("1.0.0");
            });
  }

  @Test
  void removesWhatIsThereOnly() throws IOException {
    PluginShelf shelf = shelf();
    assertThatThrownBy(() -> desk.remove(new RemoveInstance("marks", Optional.empty()), shelf))
        .hasMessageContaining("switch it off instead");
    assertThatThrownBy(() -> desk.remove(new RemoveInstance("ghost", Optional.empty()), shelf))
        .hasMessage("there is no instance ghost");

    configure(wanted("marks", Map.of("mark", "，")));
    desk.remove(new RemoveInstance("marks", Optional.empty()), shelf);
    assertThat(running()).containsExactly("marks 1.1.0 。");
  }

  @Test
  void leavesNoHalfFileBehind() throws IOException {
    configure(wanted("marks", Map.of("mark", "，")));
    configure(wanted("marks", Map.of()));

    try (Stream<Path> files = Files.list(places.instances())) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("marks.yaml");
    }
  }
}
