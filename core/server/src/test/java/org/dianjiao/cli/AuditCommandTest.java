package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.dianjiao.storage.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

  @TempDir Path folder;

  private Cli cli;

  @BeforeEach
  void write() {
    cli = new Cli(folder);
    cli.project();
    try (Database database = cli.open()) {
      String root = database.accounts().byName("root").orElseThrow().id();
      for (String operation : new String[] {"sign-in", "set-role", "set-role"}) {
        Instant at = Instant.parse("2026-11-21T18:00:00Z");
        String by = operation.equals("sign-in") ? "" : root;
        database.audit().append(new Event(at, Outcome.ALLOWED, operation, by, "p", "::1", ""));
      }
    }
  }

  @Test
  void showsEntriesInTheirOrder() {
    Cli.Ran ran = cli.run("audit", "show");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines()).hasSize(3);
    assertThat(ran.out().lines().findFirst().orElseThrow())
        .isEqualTo("1  2026-11-21T18:00:00Z  allowed  sign-in  account=  thing=p  address=::1");
  }

  @Test
  void showsWhatIsWanted() {
    assertThat(cli.run("audit", "show", "--kind", "set-role").out().lines()).hasSize(2);
    assertThat(cli.run("audit", "show", "--account", "root").out().lines()).hasSize(2);
    assertThat(cli.run("audit", "show", "--since", "2026-11-22T00:00:00Z").out()).isEmpty();
    assertThat(cli.run("audit", "show", "--json").out())
        .contains("\"operation\":\"sign-in\"", "\"number\":1");
    assertThat(cli.run("audit", "show", "--since", "yesterday").code()).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("audit").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void holdsTheLogAgainstAHashThatWasKept() {
    String said = cli.run("audit", "verify").out().strip();
    String hash = said.substring(said.lastIndexOf(' ') + 1);
    assertThat(cli.run("audit", "verify", "--head", hash).code()).isZero();
    Cli.Ran wrong = cli.run("audit", "verify", "--head", "0".repeat(64));
    assertThat(wrong.code()).isEqualTo(ExitCode.FAILED);
    assertThat(wrong.out()).startsWith("WRONG  no entry has the hash 000");
  }

  @Test
  void findsWhatWasTamperedWith() throws SQLException {
    Cli.Ran sound = cli.run("audit", "verify");
    assertThat(sound.code()).isZero();
    assertThat(sound.out()).startsWith("entries in order: 3, hash ");
    String url = "jdbc:sqlite:" + cli.data().resolve("dianjiao.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE audit SET outcome = 'denied' WHERE number = 2");
    }
    Cli.Ran wrong = cli.run("audit", "verify");
    assertThat(wrong.code()).isEqualTo(ExitCode.FAILED);
    assertThat(wrong.out()).startsWith("WRONG  entry 2 does not have the hash of its content");
  }
}
