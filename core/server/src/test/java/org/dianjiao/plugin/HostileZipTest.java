package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.RawZip.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Zips that mean harm: each is a plugin that would be installed, and one thing more. */
class HostileZipTest {

  private static final Limits LIMITS =
      Json.readSettings("{plugin-bytes: 16777216, plugin-files: 1000}", Limits.class);
  private static final int SYMBOLIC_LINK = 0120777;

  @TempDir private Path temporary;

  /**
   * A way to do harm.
   *
   * @param name of it
   * @param reason that the refusal gives
   */
  record Harm(String name, ByteBuffer archive, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Harm with(String name, UnaryOperator<RawZip> more, String reason) {
    RawZip plugin =
        PackedPlugin.raw(PackedPlugin.manifest("dagger", "1.0.0"), SamplePlugins.Marker.class);
    return new Harm(name, ByteBuffer.wrap(more.apply(plugin).bytes()), reason);
  }

  private static Harm named(String what, String entry) {
    return with(what, zip -> zip.add(entry, "harm"), "is no path of at most 8 plain names");
  }

  private static Harm broken(String what, byte[] archive) {
    return new Harm(what, ByteBuffer.wrap(archive), "cannot be read");
  }

  private static Entry small(String name) {
    return Entry.named(name, "harm".getBytes(StandardCharsets.UTF_8));
  }

  private static RawZip thousands(RawZip zip) {
    for (int i = 0; i < 100_000; i++) {
      zip.add("data/" + i, "");
    }
    return zip;
  }

  static Stream<Harm> harms() {
    byte[] whole = PackedPlugin.zip("dagger", "1.0.0");
    return Stream.of(
        named("climbs", "../harm"),
        named("climbs further", "../../../../../../tmp/harm"),
        named("climbs from within", "lib/../../harm"),
        named("is absolute", "/tmp/harm"),
        named("is on a drive", "C:/harm"),
        named("climbs with backslashes", "..\\harm"),
        named("has a backslash", "data\\harm"),
        named("is on another machine", "\\\\host\\share\\harm"),
        named("has a NUL", "data/harm\0.txt"),
        named("has a line feed", "data/ha\nrm"),
        named("turns the direction of writing", "data/\u202emrah"),
        named("has no name", ""),
        named("is only a point", "data/./harm"),
        named("has an empty step", "data//harm"),
        named("ends with a point", "data/harm."),
        named("ends with a space", "data/harm "),
        named("is hidden", "data/.harm"),
        named("has a stream's name", "data/harm:stream"),
        named("is long", "data/" + "h".repeat(300)),
        named("is deep", "d/".repeat(20) + "harm"),
        with("is not UTF-8", zip -> zip.add(small("x").called("\u00ff\u00fe")), "is not UTF-8"),
        with("is there twice", zip -> zip.add("plugin.json", "{}"), "are one name on some disks"),
        with("differs by case", zip -> zip.add("PLUGIN.json", "{}"), "are one name on some disks"),
        with("differs by width", zip -> zip.add("plugin.jsoｎ", "{}"), "are one name on some disks"),
        with("is a file and a folder", zip -> zip.add("lib", "harm"), "are one name on some disks"),
        with(
            "is below a file",
            zip -> zip.add("plugin.json/harm", "harm"),
            "needs a folder where the file"),
        with(
            "blows up",
            zip -> zip.add(Entry.named("data/zeros", new byte[1 << 25])),
            "more than 16777216 bytes"),
        with(
            "blows up and says that it is small",
            zip -> zip.add(Entry.named("data/zeros", new byte[1 << 25]).saying(10)),
            "more than 16777216 bytes"),
        with("says another size", zip -> zip.add(small("data/x").saying(3)), "cannot be read"),
        with("has many files", HostileZipTest::thousands, "more than 1000 files"),
        with("holds what it does not list", zip -> zip.hide(small("data/x")), "not the same"),
        with("lists another name", zip -> zip.add(small("data/x").listedAs("y")), "not the same"),
        with("lists one entry twice", zip -> zip.overlap(small("data/x")), "not the same"),
        with("is encrypted", zip -> zip.add(small("data/x").flagged(1)), "cannot be read"),
        broken("is cut off", Arrays.copyOf(whole, whole.length / 2)),
        broken("has lost its table", Arrays.copyOf(whole, whole.length - 30)),
        broken("is no zip", "harm".repeat(100).getBytes(StandardCharsets.UTF_8)),
        broken("is empty", new byte[0]));
  }

  private PluginStore store() {
    return new PluginStore(places(), LIMITS);
  }

  private PluginPlaces places() {
    return new PluginPlaces(
        temporary.resolve("bundled"), temporary.resolve("config"), temporary.resolve("data"));
  }

  private Path file(ByteBuffer archive) throws IOException {
    byte[] bytes = new byte[archive.remaining()];
    archive.duplicate().get(bytes);
    return Files.write(temporary.resolve("given.zip"), bytes);
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(file -> !file.equals(temporary)).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("harms")
  void isRefusedAndLeavesNothing(Harm harm) throws IOException {
    Path file = file(harm.archive());
    assertThatThrownBy(() -> store().add(file))
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining(harm.reason())
        .satisfies(refused -> assertThat(refused.getMessage()).hasLineCount(1));
    assertThat(everything())
        .containsExactly(temporary.resolve("data"), temporary.resolve("data/incoming"), file);
  }

  @Test
  void writesAFileWhereALinkWasPacked() throws IOException {
    RawZip zip =
        PackedPlugin.raw(PackedPlugin.manifest("dagger", "1.0.0"), SamplePlugins.Marker.class);
    zip.add(
        Entry.named("data/link", "/etc/passwd".getBytes(StandardCharsets.UTF_8))
            .ofMode(SYMBOLIC_LINK));
    Path plugin = store().add(file(ByteBuffer.wrap(zip.bytes()))).plugin().path();
    assertThat(plugin.resolve("data/link")).isRegularFile().hasContent("/etc/passwd");
    assertThat(Files.isSymbolicLink(plugin.resolve("data/link"))).isFalse();
  }

  @Test
  void leavesAZipWithinTheZipAsItIs() throws IOException {
    byte[] inner = PackedPlugin.zip("inner", "1.0.0");
    RawZip zip =
        PackedPlugin.raw(PackedPlugin.manifest("dagger", "1.0.0"), SamplePlugins.Marker.class);
    zip.add(Entry.named("data/inner.zip", inner));
    Path plugin = store().add(file(ByteBuffer.wrap(zip.bytes()))).plugin().path();
    assertThat(plugin.resolve("data/inner.zip")).hasBinaryContent(inner);
    assertThat(Files.isDirectory(plugin, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }
}
