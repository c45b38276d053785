package org.dianjiao.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.testkit.ConformanceReport.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PluginConformanceTest {

  @TempDir Path folder;

  private void install(String plugin) throws Exception {
    String name = FlawedPlugins.class.getName() + "$" + plugin;
    Class<? extends Plugin> type = Class.forName(name).asSubclass(Plugin.class);
    Files.writeString(
        folder.resolve("plugin.json"),
        """
        {"id": "sample", "name": "A plugin for a test", "version": "1.0.0", "api": "0.1",
         "categories": ["mark"], "window": {"before": 20, "after": 20}, "budget-ms": 2000}""");
    Path classes = folder.resolve("target/classes");
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(Plugin.class.getName()), name);
    for (Class<?> member : type.getNestHost().getNestMembers()) {
      copy(member, classes);
    }
  }

  private static void copy(Class<?> type, Path classes) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path file = classes.resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      Files.write(file, in.readAllBytes());
    }
  }

  @Test
  void passesAPluginWithoutFault() throws Exception {
    install("Sound");
    ConformanceReport report = PluginConformance.of(folder).withReports(folder).run();
    assertThat(report.failures()).isEmpty();
    report.requirePassed();
    assertThat(folder.resolve("sample.xml"))
        .content()
        .contains("tests=\"" + report.checks() + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Insistent  | Settling: what was accepted does not come back | was accepted and is proposed again
          Weary      | Function: the same question twice, the same answer | the second time
          Farsighted | Locality: windows give what the whole text gives | proposals differ between window and whole text
          Deaf       | Time: returns within a second of its cancellation | did not stop 1000 ms after it was interrupted
          Littering  | Life: leaves no thread behind when closed | [litter]
          Splitting  | Texts: answers about all kinds of texts | cuts a character
          Rewriting  | Category: proposals do what their category may | replaces "也" by "。", which changes more than marks
          Talkative  | Ranges: proposals lie in the focus | but the focus is
          """,
      quoteCharacter = '`')
  void catchesAFlaw(String plugin, String check, String reason) throws Exception {
    install(plugin);
    ConformanceReport report = PluginConformance.of(folder).run();
    assertThat(report.failures()).extracting(Failure::check).contains(check);
    assertThat(report.failures())
        .filteredOn(failure -> failure.check().equals(check))
        .allSatisfy(failure -> assertThat(failure.reason()).contains(reason));
    assertThatThrownBy(report::requirePassed)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(reason);
  }

  @Test
  void catchesDataOfUnknownOrigin() throws Exception {
    install("Sound");
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/words.tsv"), "也\n");
    ConformanceReport report = PluginConformance.of(folder).run();
    assertThat(report.failures())
        .containsExactly(
            new Failure(
                "Manifest: every data file has its origin, licence and checksum",
                "plugin.json names no source for [data/words.tsv]"));
  }

  @Test
  void saysWhyAPluginCannotBeLoaded() throws Exception {
    install("Sound");
    Path manifest = folder.resolve("plugin.json");
    Files.writeString(manifest, Files.readString(manifest).replace("0.1", "7.0"));
    assertThatThrownBy(() -> PluginConformance.of(folder).run())
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining("plugin API 7.0, but this server has 0.1");
    assertThat(command()).isEqualTo(2);
  }

  @Test
  void endsTheCommandWithTheOutcome() throws Exception {
    install("Rewriting");
    assertThat(command("--seed", "5")).isEqualTo(1);
    install("Sound");
    assertThat(command("--texts", Files.createDirectory(folder.resolve("texts")).toString()))
        .isEqualTo(0);
  }

  private int command(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--plugin";
    arguments[1] = folder.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return new CommandLine(new ConformanceCommand()).execute(arguments);
  }
}
