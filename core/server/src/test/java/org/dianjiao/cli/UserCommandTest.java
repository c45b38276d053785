package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dianjiao.cli.Cli.Ran;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Project;
import org.dianjiao.web.PasswordHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {

  private static final String PASSWORD = "點校 is twelve long";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void makeCli() {
    cli = new Cli(folder);
  }

  private String password(String content) {
    return cli.file("password", content).toString();
  }

  @Test
  void addsAnAdministratorToANewInstallation() {
    Ran ran =
        cli.run(
            "user", "add", "--administrator", "--password-file", password(PASSWORD + "\n"), "Ann");

    assertThat(ran.code()).as(ran.err()).isZero();
    try (Database database = cli.open()) {
      Account ann = database.accounts().byName("ann").orElseThrow();
      assertThat(ran.out()).isEqualToIgnoringNewLines(ann.id() + "  Ann");
      assertThat(ann.administrator()).isTrue();
      String hash = database.accounts().passwordHash(ann.id()).orElseThrow();
      assertThat(PasswordHash.verify(PASSWORD, hash)).isTrue();
    }
  }

  @Test
  void listsEverybody() {
    cli.project();
    cli.run("user", "add", "--password-file", password(PASSWORD), "梅");

    Ran ran = cli.run("user", "list");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines())
        .hasSize(2)
        .anyMatch(line -> line.endsWith("  root  (administrator)"))
        .anyMatch(line -> line.endsWith("  梅"));
  }

  @Test
  void refusesANameThatIsTakenOrNone() {
    cli.project();

    Ran taken = cli.run("user", "add", "--password-file", password(PASSWORD), "ROOT");
    Ran blank = cli.run("user", "add", "--password-file", password(PASSWORD), " x");

    assertThat(taken.code()).isEqualTo(1);
    assertThat(taken.err()).contains("the name ROOT is taken").hasLineCount(1);
    assertThat(blank.code()).isEqualTo(2);
    assertThat(blank.err()).contains("a name has 1 to 64 characters and no space at its ends");
  }

  @Test
  void refusesAPasswordThatIsTooShortOrOnTwoLines() {
    Ran small = cli.run("user", "add", "--password-file", password("short\r\n"), "ann");
    Ran lines = cli.run("user", "add", "--password-file", password("one line\ntwo lines\n"), "ann");
    Ran missing = cli.run("user", "add", "--password-file", folder + "/none", "ann");

    assertThat(small.code()).isEqualTo(1);
    assertThat(small.err())
        .contains("12 to 256 characters; this one has 5")
        .doesNotContain("short");
    assertThat(lines.code()).isEqualTo(1);
    assertThat(lines.err()).contains("has more than one line");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("cannot read the password", "none");
  }

  @Test
  void takesNoPasswordAsAnArgument() {
    Ran ran = cli.run("user", "add", "--password", PASSWORD, "ann");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(cli.data()).doesNotExist();
  }

  @Test
  void setsAPassword() {
    cli.project();
    String other = "another long password";

    Ran ran = cli.run("user", "passwd", "--password-file", password(other), "root");
    Ran nobody = cli.run("user", "passwd", "--password-file", password(other), "nobody");

    assertThat(ran.code()).as(ran.err()).isZero();
    try (Database database = cli.open()) {
      Account root = database.accounts().byName("root").orElseThrow();
      String hash = database.accounts().passwordHash(root.id()).orElseThrow();
      assertThat(PasswordHash.verify(other, hash)).isTrue();
    }
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.err()).contains("there is no account \"nobody\"");
  }

  @Test
  void givesARoleInAProject() {
    Project project = cli.project();
    cli.run("user", "add", "--password-file", password(PASSWORD), "mei");

    Ran ran =
        cli.run("user", "role", "--project", "Treaties", "--name", "mei", "--role", "reviewer");
    Ran wrong = cli.run("user", "role", "--project", "Treaties", "--name", "mei", "--role", "king");

    assertThat(ran.code()).as(ran.err()).isZero();
    try (Database database = cli.open()) {
      String mei = database.accounts().byName("mei").orElseThrow().id();
      assertThat(database.projects().role(project.id(), mei)).contains(Role.REVIEWER);
    }
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("role \"king\" is none of viewer, annotator");
  }

  @Test
  void doesNotWriteBesideARunningServer() {
    cli.project();
    try (Database server = cli.open()) {
      assertThat(server.accounts().anyAdministrator()).isTrue();

      Ran ran = cli.run("user", "add", "--password-file", password(PASSWORD), "mei");

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains("a server is working with the data", "in the browser");
    }
  }

  @Test
  void wantsACommand() {
    assertThat(Cli.plain("user").code()).isEqualTo(2);
  }
}
