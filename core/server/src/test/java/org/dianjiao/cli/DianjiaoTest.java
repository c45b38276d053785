package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dianjiao.cli.Cli.Ran;
import org.dianjiao.exchange.SharedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DianjiaoTest {

  @TempDir private Path folder;

  @Test
  void saysWhatCommandsThereAreAndWhatExitCodesMean() {
    Ran help = Cli.plain("--help");

    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("import", "export", "user", "verify", "version")
        .containsPattern("70\\s+a fault of this program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"import", "export", "plugin", "user", "verify", "version"})
  void explainsEveryCommand(String command) {
    Ran help = Cli.plain(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: dianjiao " + command);
  }

  @Test
  void printsItsVersion() {
    assertThat(Cli.plain("--version").out()).startsWith("Dianjiao ");
  }

  @Test
  void printsTheVersionsOfWhatItRunsOn() {
    Ran version = Cli.plain("version");

    assertThat(version.code()).isZero();
    assertThat(version.out().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("Java " + System.getProperty("java.version")))
        .anyMatch(line -> line.matches("SQLite 3\\.\\d+\\.\\d+"));
  }

  @Test
  void answersAMisunderstandingInOneLine() {
    Ran unknown = Cli.plain("frobnicate");
    Ran nothing = Cli.plain();
    Ran missing = Cli.plain("export", "x");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).hasLineCount(1).contains("'frobnicate'", "see dianjiao --help");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err())
        .isEqualToIgnoringNewLines("dianjiao: a command is missing; see dianjiao --help");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).hasLineCount(1).contains("--format");
  }

  @Test
  void refusesArgumentsThatTheTerminalGarbled() {
    Ran ran = Cli.plain("export", "--format", "text", "\uFFFD\uFFFD");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).hasLineCount(1).contains("set LC_ALL=C.UTF-8");
  }

  @Test
  void saysThatThereIsNoDatabaseAndMakesNone() {
    Cli cli = new Cli(folder);

    Ran ran = cli.run("export", "--format", "text", "x");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .hasLineCount(1)
        .startsWith("dianjiao export: there is no database ")
        .doesNotContain("at org.dianjiao");
    assertThat(cli.data()).doesNotExist();
  }

  @Test
  void saysWhereAnErrorComesFromWhenAsked() {
    Ran ran = new Cli(folder).run("verify", "--debug");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("there is no database", "at org.dianjiao.storage");
  }

  @Test
  void refusesASettingsFileThatIsNotThereOrWrong() {
    Cli cli = new Cli(folder);
    Path wrong = cli.file("wrong.yaml", "wbe:\n  port: 1\n");

    Ran missing = cli.run("verify", "--config", folder.resolve("no.yaml").toString());
    Ran unknown = cli.run("verify", "--config", wrong.toString());

    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("there is no settings file").hasLineCount(1);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains(wrong.toString(), "wbe").hasLineCount(1);
  }

  @Test
  void findsTheDataThatTheSettingsFileNames() {
    Cli cli = new Cli(folder);
    cli.project();
    Path settings = cli.file("my.yaml", "data: " + cli.data() + "\n");

    Ran ran = Cli.plain("user", "list", "--config", settings.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("root  (administrator)");
  }

  @Test
  void printsUtf8WhateverTheLocale() throws IOException, InterruptedException {
    Cli cli = new Cli(folder);
    cli.project();
    Path text = SharedFolder.path("texts/002_ef1a5ca81b135365.txt");
    String id = cli.run("import", "--project", "Treaties", text.toString()).out().split(" ", -1)[0];
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Dianjiao.class.getName(),
            "export",
            "--format",
            "text",
            "--data",
            cli.data().toString(),
            id);
    builder.environment().put("LC_ALL", "C");

    Process process = builder.redirectError(folder.resolve("err").toFile()).start();
    byte[] out = process.getInputStream().readAllBytes();

    assertThat(process.waitFor()).isZero();
    assertThat(new String(out, StandardCharsets.UTF_8))
        .isEqualTo(java.nio.file.Files.readString(text));
  }
}
