package org.dianjiao.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.testkit.ConformanceReport.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PluginConformanceTest {

  private static final String FORMATS =
      """
      , "imports": [{"name": "lines", "label": "Lines", "extension": "txt",
                     "media-type": "text/plain"}],
        "exports": [{"name": "lines", "label": "Lines", "extension": "txt",
                     "media-type": "text/plain"}]""";

  private static final String COMMANDS =
      """
      , "commands": [{"name": "mark", "label": "Put full stops", "on": ["document"]}]""";

  @TempDir Path folder;

  private void install(String plugin) throws Exception {
    Class<? extends Plugin> type = FlawedCommands.called(plugin).orElse(null);
    if (type == null) {
      type = Class.forName(FlawedPlugins.class.getName() + "$" + plugin).asSubclass(Plugin.class);
    }
    String name = type.getName();
    Files.writeString(
        folder.resolve("plugin.json"),
        """
        {"id": "sample", "name": "A plugin for a test", "version": "1.0.0", "api": "1.0",
         "categories": ["mark"], "window": {"before": 20, "after": 20}, "budget-ms": %s,
         "parallelism": %s%s}"""
            .formatted(
                plugin.equals("Slow") ? 100 : 2000,
                plugin.equals("Racing") ? 4 : 1,
                declarations(type)));
    Path classes = folder.resolve("target/classes");
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(Plugin.class.getName()), name);
    for (Class<?> member : type.getNestHost().getNestMembers()) {
      copy(member, classes);
    }
  }

  private static String declarations(Class<? extends Plugin> type) {
    if (FlawedCommands.class.equals(type.getNestHost())) {
      return COMMANDS;
    }
    return FlawedPlugins.Clerk.class.isAssignableFrom(type) ? FORMATS : "";
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
    install("Obliging");
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
          Deaf       | Time: returns within a second of its cancellation | did not come back within 1000 ms
          Littering  | Life: leaves no thread behind when closed | [litter]
          Splitting  | Texts: answers about all kinds of texts | cuts a character
          Rewriting  | Category: proposals do what their category may | replaces "也" by "。", which changes more than marks
          Lazy       | Ranges: the whole focus is covered | of the focus
          Stuttering | Sense: every candidate is another, and would change something | two candidates
          Racing     | Function: four questions at once, the answers of one by one | when asked four times at once
          Jealous    | Life: two instances share no state | after another instance was asked
          Mortal     | Life: closes, starts again and answers the same | born
          Gullible   | Decided: what is told twice counts once | after it was told the same decisions again
          Generous   | Lookup: answers whatever is typed, within the limit | 5 entries; 2 were asked for
          Slow       | Time: answers about 10,000 units within its budget | no answer to analyze in 100 ms
          Tidy       | Formats: writes documents as lines, and they come back | only spaces: a text of
          Timid      | Formats: says in words what is no lines | which tells a person nothing
          Coarse     | Formats: says in words what is no lines | U+0000 in line 1 of the text, which may not stand in one
          Overzealous | Formats: writes documents as lines, and they come back | cuts a character in two
          Brooding   | Formats: says in words what is no lines | no answer to read in 10000 ms
          Babbling   | Command: answers about all kinds of texts | holds the control character U+0007
          Outreaching | Command: answers about all kinds of texts | ends behind the window
          Fickle     | Command: the same command twice, the same answer | the second time it answers otherwise
          Stubborn   | Command: returns within a second of its cancellation | [mark] did not come back within 1000 ms
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
  void passesAPluginWithFormats() throws Exception {
    install("Clerk");
    assertThat(PluginConformance.of(folder).run().failures()).isEmpty();
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

  private void golden(String expected) throws IOException {
    Path texts = Files.createDirectories(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), "子曰也\n亦也乎也\n");
    Files.writeString(texts.resolve("a.expected.json"), expected);
  }

  @Test
  void passesWhenTheAuthorsTextsAreUnderstood() throws Exception {
    install("Sound");
    golden(
        """
        {"precision": 0.6, "recall": 1.0, "must-not": [{"text": "乎"}],
         "must": [{"text": "", "start": 3, "label": "。"}, {"text": "", "start": 8}]}""");
    PluginConformance.of(folder).run().requirePassed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"must": [{"text": "", "start": 3}, {"text": "曰"}]} | recall 0.500 is below 1.000; missing: ["曰" at 1]
          {"must": [{"text": "", "start": 3}]} | precision 0.333 is below 1.000; not expected: [mark "" at 6 as 。, mark "" at 8 as 。]
          {"must-not": [{"text": "", "start": 6}], "precision": 0} | "" at 6 must not be proposed
          {"must": [{"text": "", "start": 3, "label": "，"}], "precision": 0} | missing: ["" at 3 as ，]
          {"must": [{"text": "", "start": 3, "category": "name"}], "precision": 0} | missing: [name "" at 3]
          """)
  void catchesWhatTheAuthorDidNotWant(String expected, String reason) throws Exception {
    install("Sound");
    golden(expected);
    assertThat(PluginConformance.of(folder).run().failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.check()).isEqualTo("Golden: a.txt"))
        .satisfies(failure -> assertThat(failure.reason()).contains(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"must": [{"text": "無"}]} | "無" stands nowhere in the text
          {"must": [{"text": "曰", "start": 0}]} | "曰" does not stand at 0
          {"must": [{"text": ""}]} | a place to insert needs its start
          {"must": [{"start": 1}]} | an entry names no text
          {"recall": 1.5} | outside 0–1
          {"musst": []} | musst
          """)
  void saysWhatIsWrongWithTheAuthorsExpectations(String expected, String reason) throws Exception {
    install("Sound");
    golden(expected);
    assertThatThrownBy(() -> PluginConformance.of(folder).run())
        .isInstanceOf(PluginRefused.class)
        .hasMessageStartingWith("a.expected.json: ")
        .hasMessageContaining(reason);
  }

  @Test
  void saysWhyAPluginCannotBeLoaded() throws Exception {
    install("Sound");
    Path manifest = folder.resolve("plugin.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"1.0\"", "\"7.0\""));
    assertThatThrownBy(() -> PluginConformance.of(folder).run())
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining("plugin API 7.0, but this server has 1.1");
    assertThat(command()).isEqualTo(2);
  }

  @Test
  void saysThatItsCodeCannotBeLoaded() throws Exception {
    install("Sound");
    Files.delete(folder.resolve("target/classes/META-INF/services/" + Plugin.class.getName()));
    assertThatThrownBy(() -> PluginConformance.of(folder).run())
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining("names 0 classes");
    assertThat(command()).isEqualTo(2);
    assertThat(command("--texts", folder.resolve("none").toString())).isEqualTo(2);
  }

  @Test
  void testsAPackedPlugin() throws Exception {
    Path since = Path.of("src/test/plugins/since-1.0.0");
    Path zip = folder.resolve("since.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("plugin.json", "lib/since.jar", "data/words.tsv")) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(since.resolve(name), out);
      }
    }
    assertThat(command(zip, "--run", "server")).isEqualTo(0);
    assertThat(command(folder.resolve("none.zip"))).isEqualTo(2);
  }

  @Test
  void endsTheCommandWithTheOutcome() throws Exception {
    install("Rewriting");
    assertThat(command("--seed", "5")).isEqualTo(1);
    install("Sound");
    assertThat(command("--report", folder.resolve("reports").toString())).isEqualTo(0);
    assertThat(folder.resolve("reports/sample.xml"))
        .content()
        .contains("<testsuite name=\"sample\"");
  }

  private int command(String... more) {
    return command(folder, more);
  }

  private static int command(Path plugin, String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = plugin.toString();
    System.arraycopy(more, 0, arguments, 1, more.length);
    return new CommandLine(new ConformanceCommand()).execute(arguments);
  }
}
