package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AnnotateCommandTest {

  @TempDir Path home;
  private Path file;

  @BeforeEach
  void install() throws IOException {
    install("finder", SamplePlugins.Finder.class, SamplePlugins.Finder.SETTINGS);
    file = home.resolve("file.txt");
  }

  private void install(String id, Class<? extends org.dianjiao.api.plugin.Plugin> type, String json)
      throws IOException {
    PluginOnDisk.install(home.resolve("plugins").resolve(id), type, json);
  }

  private void configure(String id, String yaml) throws IOException {
    Path folder = Files.createDirectories(home.resolve("config/plugins"));
    Files.writeString(folder.resolve(id + ".yaml"), yaml);
  }

  private record Outcome(int exit, String out, String err) {}

  private Outcome run(String... arguments) {
    return reading("", arguments);
  }

  private Outcome reading(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    StringWriter usage = new StringWriter();
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    List<String> all =
        new ArrayList<>(
            List.of(
                "--plugins",
                home.resolve("plugins").toString(),
                "--config",
                home.resolve("config").toString()));
    all.addAll(List.of(arguments));
    int exit =
        new CommandLine(new AnnotateCommand(in, out, err))
            .setErr(new PrintWriter(usage))
            .execute(all.toArray(String[]::new));
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8) + usage);
  }

  @Test
  void printsOneProposalALineInCodePointsOfTheFile() throws Exception {
    Files.writeString(file, "\ufeff\ud840\udc00至\r\n於是\r\n");
    Outcome outcome = run("--plugin", "finder", "--format", "jsonl", file.toString());
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                {"plugin":"finder","category":"mark","start":5,"end":6,"surface":"於",\
                "action":"replace","text":"于","confidence":0.9,"label":"于",\
                "explanation":"found 於","candidates":[{"action":"replace","text":"于",\
                "confidence":0.9,"label":"于"}],"evidence":[]}
                """,
                ""));
  }

  @Test
  void writesTheBodyOfAnAnnotation() {
    Outcome outcome = reading("於", "--plugin", "finder", "--setting", "put=", "-");
    assertThat(outcome.out())
        .contains("\"action\":\"annotate\",\"body\":{\"is\":\"regularization\",\"form\":\"于\"");
  }

  @Test
  void appliesPluginsOneAfterTheOther() throws Exception {
    configure("first", "{plugin: finder, settings: {find: 於, put: 于}}");
    configure("second", "{plugin: finder, settings: {find: 于, put: 在於}}");
    Files.writeString(file, "\ufeff至於\r\n於\n");
    Outcome outcome = run("--plugin", "first,second", "--apply", file.toString());
    assertThat(outcome).isEqualTo(new Outcome(0, "\ufeff至在於\r\n在於\n", ""));
  }

  @Test
  void leavesTheTextAloneForAnnotations() {
    Outcome outcome = reading("至於", "--plugin", "finder", "--setting", "put=", "--apply", "-");
    assertThat(outcome).isEqualTo(new Outcome(0, "至於", ""));
  }

  @Test
  void appliesTheFirstOfOverlappingProposals() {
    Outcome outcome =
        reading(
            "aaaa",
            "--plugin",
            "finder",
            "--setting",
            "find=aa",
            "--setting",
            "put=b",
            "--apply",
            "-");
    assertThat(outcome.out()).isEqualTo("bb");
  }

  @Test
  void findsTheSameInATextOfManyWindows() {
    String line = "於".repeat(30) + "\n";
    Outcome outcome = reading(line.repeat(500), "--plugin", "finder", "--apply", "-");
    assertThat(outcome.out()).isEqualTo(line.replace('於', '于').repeat(500));
  }

  @Test
  void leavesOutWhatIsNotSureEnough() {
    String[] arguments = {
      "--plugin", "finder", "--setting", "sure=0.4", "--min-confidence", "0.5", "-"
    };
    assertThat(reading("於", arguments)).isEqualTo(new Outcome(0, "", ""));
    arguments[5] = "0.4";
    assertThat(reading("於", arguments).out()).contains("\"confidence\":0.4");
  }

  @Test
  void answersAnEmptyFileWithNothing() {
    assertThat(reading("", "--plugin", "finder", "--apply", "-")).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void saysWhichPluginsThereAre() {
    Outcome outcome = run("--plugin", "finder,other", "-");
    assertThat(outcome.exit()).isEqualTo(AnnotateCommand.USAGE);
    assertThat(outcome.err()).contains("no plugin \"other\" in ").endsWith(": [finder]\n");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws Exception {
    Files.write(file, "條約".getBytes("GB18030"));
    Outcome outcome = run("--plugin", "finder", file.toString());
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                AnnotateCommand.USAGE,
                "",
                "dianjiao annotate: " + file + ":1:1: byte 0: 97 is not UTF-8\n"));
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Outcome outcome = run("--plugin", "finder", file.toString());
    assertThat(outcome.exit()).isEqualTo(AnnotateCommand.USAGE);
    assertThat(outcome.err()).contains("cannot read " + file + ": NoSuchFileException");
  }

  @Test
  void refusesWrongOptions() {
    assertThat(run("-").exit()).isEqualTo(AnnotateCommand.USAGE);
    assertThat(run("--plugin", "finder").exit()).isEqualTo(AnnotateCommand.USAGE);
    assertThat(run("--plugin", "finder", "--min-confidence", "2", "-").err())
        .contains("--min-confidence 2.0 is outside 0–1");
    assertThat(run("--plugin", "finder", "--apply", "--format", "jsonl", "-").err())
        .contains("--apply prints a text, so it takes no --format");
    Outcome setting = run("--plugin", "finder", "--setting", "sour=1", "-");
    assertThat(setting.exit()).isEqualTo(AnnotateCommand.USAGE);
    assertThat(setting.err()).contains("none of [finder] has the settings [sour]");
    assertThat(run("--plugin", "finder", "--setting", "sure=x", "-").err())
        .contains("setting sure is \"x\", which is no number");
  }

  @Test
  void failsWithThePlugin() throws Exception {
    install("sad", SamplePlugins.Unstartable.class, "");
    install("wrong", SamplePlugins.Wrong.class, "");
    configure("off", "{plugin: finder, enabled: false}");
    Outcome sad = run("--plugin", "sad", "-");
    assertThat(sad.exit()).isEqualTo(AnnotateCommand.PLUGIN_FAILED);
    assertThat(sad.err()).contains("plugin sad is failed: IllegalStateException: the model has 3");
    Outcome wrong = reading("none", "--plugin", "wrong", "--apply", "-");
    assertThat(wrong.exit()).isEqualTo(AnnotateCommand.PLUGIN_FAILED);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).contains("plugin wrong: it answered nothing at all");
    Outcome off = run("--plugin", "off", "-");
    assertThat(off.exit()).isEqualTo(AnnotateCommand.PLUGIN_FAILED);
    assertThat(off.err()).contains("plugin off is stopped: switched off in off.yaml");
  }
}
