package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.cli.Cli.Ran;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.exchange.Operation;
import org.dianjiao.exchange.SharedFolder;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Project;
import org.dianjiao.text.BareText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportExportTest {

  @TempDir private Path folder;
  private Cli cli;
  private Project project;

  @BeforeEach
  void makeProject() {
    cli = new Cli(folder);
    project = cli.project();
  }

  private List<DocumentRow> documents() {
    try (Database database = cli.open()) {
      return database.projects().documents(project.id());
    }
  }

  @Test
  void bringsTheRealTextsInAndOutByteForByte() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("import", "--project", "Treaties"));
    SharedFolder.texts().forEach(file -> arguments.add(file.toString()));

    Ran imported = cli.run(arguments.toArray(new String[0]));

    assertThat(imported.err()).isEmpty();
    assertThat(imported.code()).isZero();
    assertThat(imported.out()).hasLineCount(5);
    for (Path file : SharedFolder.texts()) {
      String title = file.getFileName().toString().replace(".txt", "");
      Path copy = folder.resolve("copy.txt");
      assertThat(cli.run("export", "--format", "text", "--output", copy.toString(), title).code())
          .isZero();
      assertThat(copy).hasSameBinaryContentAs(file);
      assertThat(cli.run("export", "--format", "bare", title).out())
          .isEqualTo(BareText.of(Files.readString(file)).content());
    }
  }

  @Test
  void makesTheImportTheFirstChangeOfTheLog() {
    Path file = cli.file("約.txt", "第一條\r\n第二條\n");

    Ran ran = cli.run("import", "--project", project.id(), "--title", "條約", file.toString());

    assertThat(ran.err()).contains("約.txt: 1 line ends CR LF became LF");
    DocumentRow row = documents().get(0);
    assertThat(ran.out()).isEqualToIgnoringNewLines(row.id() + "  條約");
    try (Database database = cli.open()) {
      Change first = Operation.read(database.changeLog().read(row.id(), 1, 10).get(0)).change();
      assertThat(row.revision()).isEqualTo(1);
      assertThat(first.author()).isEqualTo(database.accounts().byName("root").orElseThrow().id());
      assertThat(first.client()).startsWith("import-");
      assertThat(first.sequence()).isEqualTo(1);
      assertThat(first.effects()).containsExactly(Effect.Import.plain("條約"));
      assertThat(database.snapshots().latest(row.id(), 1)).isPresent();
    }
    assertThat(cli.run("export", "--format", "text", row.id()).out()).isEqualTo("第一條\n第二條\n");
  }

  @Test
  void namesFileLineAndColumnOfEachThingRefusedAndBringsNothingIn() throws IOException {
    Path good = cli.file("good.txt", "好");
    Path control = cli.file("control.txt", "一\n二\u0007");
    Path gb = folder.resolve("gb.txt");
    Files.write(gb, "中国古重邦交。有清盛时，诸国朝聘".getBytes(Charset.forName("GB18030")));
    Path missing = folder.resolve("missing.txt");

    Ran ran =
        cli.run(
            "import",
            "--project",
            "Treaties",
            good.toString(),
            control.toString(),
            gb.toString(),
            missing.toString(),
            folder.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().lines())
        .containsExactly(
            control + ":2:2: control character U+0007",
            gb
                + ":1:1: byte 0: D6 is not UTF-8; the file looks like GB18030: convert it to UTF-8"
                + " first",
            missing + ": there is no such file",
            folder + ": this is no file");
    assertThat(documents()).isEmpty();
  }

  @Test
  void refusesAFileOverTheLimitBeforeReadingIt() {
    Path settings = cli.file("small.yaml", "limits:\n  import-bytes: 8\n");
    Path file = cli.file("long.txt", "123456789");

    Ran ran =
        cli.run(
            "import", "--config", settings.toString(), "--project", "Treaties", file.toString());

    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err()).contains("long.txt: the file has 9 bytes; the limit is 8");
  }

  @Test
  void sendsPeopleToTheBrowserWhileAServerRuns() {
    Path file = cli.file("a.txt", "甲");
    try (Database server = cli.open()) {
      Ran ran = cli.run("import", "--project", "Treaties", file.toString());

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err())
          .hasLineCount(1)
          .contains("a server is working with the data in " + cli.data().toAbsolutePath())
          .contains("stop it, or import in the browser");
      assertThat(server.projects().documents(project.id())).isEmpty();
    }
  }

  @Test
  void exportsBesideARunningServer() {
    cli.run("import", "--project", "Treaties", cli.file("a.txt", "甲，乙").toString());
    try (Database server = cli.open()) {
      assertThat(server.accounts().anyAdministrator()).isTrue();

      assertThat(cli.run("export", "--format", "bare", "a").out()).isEqualTo("甲乙");
    }
  }

  @Test
  void exportsTeiWithTitleProjectAndNames() {
    cli.run(
        "import", "--project", "Treaties", "--title", "條約", cli.file("a.txt", "甲，乙").toString());

    Ran ran = cli.run("export", "--format", "tei", "條約");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("<title>條約</title>", "<p>Treaties</p>", "<name>root</name>")
        .contains("<p xml:id=\"line-1\" n=\"1\">甲<pc resp=\"#source\">，</pc>乙</p>");
  }

  @Test
  void refusesATitleForSeveralFiles() {
    String one = cli.file("a.txt", "甲").toString();
    String two = cli.file("b.txt", "乙").toString();

    Ran ran = cli.run("import", "--project", "Treaties", "--title", "T", one, two);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--title is for one file; there are 2");
  }

  @Test
  void refusesATitleThatNobodyCanSee() {
    String file = cli.file("a.txt", "甲").toString();

    Ran ran = cli.run("import", "--project", "Treaties", "--title", " ", file);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("a title has 1 to 300 characters; this one has 0");
  }

  @Test
  void namesTheProjectsThatThereAre() {
    Ran ran = cli.run("import", "--project", "Treatise", cli.file("a.txt", "甲").toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("there is no project \"Treatise\"; there are: Treaties");
  }

  @Test
  void asksForAnIdWhenANameIsNotUnique() {
    try (Database database = cli.open()) {
      database.projects().create("Treaties", database.accounts().all().get(0).id());
    }
    String file = cli.file("a.txt", "甲").toString();

    Ran twice = cli.run("import", "--project", "Treaties", file);
    cli.run("import", "--project", project.id(), file);
    cli.run("import", "--project", project.id(), file);
    Ran title = cli.run("export", "--format", "text", "a");

    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err())
        .contains("2 projects are called \"Treaties\"; name one by its id: ", project.id());
    assertThat(title.code()).isEqualTo(1);
    assertThat(title.err())
        .contains("2 documents are called \"a\"; name one by its id: ", documents().get(0).id());
  }

  @Test
  void importsOnlyForThoseWhoMay() {
    try (Database database = cli.open()) {
      String mei = database.accounts().create("mei", "not a hash", false).id();
      String rui = database.accounts().create("rui", "not a hash", false).id();
      database.projects().setRole(project.id(), mei, Role.MANAGER);
      database.projects().setRole(project.id(), rui, Role.REVIEWER);
    }
    String file = cli.file("a.txt", "甲").toString();

    Ran manager = cli.run("import", "--project", "Treaties", "--as", "mei", file);
    Ran reviewer = cli.run("import", "--project", "Treaties", "--as", "rui", file);
    Ran nobody = cli.run("import", "--project", "Treaties", "--as", "nobody", file);

    assertThat(manager.code()).isZero();
    assertThat(reviewer.code()).isEqualTo(1);
    assertThat(reviewer.err()).contains("rui: ", "may not add documents to this project");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.err()).contains("there is no account \"nobody\"");
  }

  @Test
  void wantsAnAdministratorToExist() {
    Cli bare = new Cli(folder.resolve("bare"));
    try (Database database = bare.open()) {
      database.projects().create("P", "");
    }

    Ran ran = bare.run("import", "--project", "P", cli.file("a.txt", "甲").toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("dianjiao user add --administrator NAME");
  }

  @Test
  void saysThatADocumentOrAFormatDoesNotExist() {
    Ran document = cli.run("export", "--format", "text", "nowhere");
    Ran format = cli.run("export", "--format", "docx", "nowhere");

    assertThat(document.code()).isEqualTo(1);
    assertThat(document.err())
        .isEqualToIgnoringNewLines("dianjiao export: there is no document \"nowhere\"");
    assertThat(format.code()).isEqualTo(2);
    assertThat(format.err()).contains("format \"docx\" is none of tei, text, bare");
  }

  @Test
  void saysThatAFileCannotBeWritten() {
    cli.run("import", "--project", "Treaties", cli.file("a.txt", "甲").toString());

    Ran ran = cli.run("export", "--format", "text", "--output", folder + "/no/where.txt", "a");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("cannot write: ", "/no/where.txt").hasLineCount(1);
  }
}
