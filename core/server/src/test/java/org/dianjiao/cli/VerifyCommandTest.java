package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.cli.Cli.Ran;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Operation;
import org.dianjiao.exchange.Replay;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.NewEntry;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  @TempDir private Path folder;
  private Cli cli;
  private String document;

  @BeforeEach
  void importText() {
    cli = new Cli(folder);
    cli.project();
    String file = cli.file("一.txt", "甲乙丙").toString();
    document = cli.run("import", "--project", "Treaties", file).out().split(" ", -1)[0];
  }

  /** Appends changes as an owner would, from revision 2 on; the text has three units. */
  private void append(List<ChangeSet> changes) {
    try (Database database = cli.open()) {
      Head head = database.changeLog().claim(document, "test");
      List<NewEntry> entries = new ArrayList<>();
      for (ChangeSet set : changes) {
        long revision = head.revision() + 1 + entries.size();
        Change change =
            new Change(revision, "ann", "client", revision, set, List.of(), Instant.EPOCH);
        entries.add(Operation.entry(new Logged(change, "hash")));
      }
      AppendResult result =
          database
              .changeLog()
              .append(List.of(new Batch(document, head.epoch(), head.aclVersion(), entries)))
              .get(0);
      assertThat(result).isInstanceOf(AppendResult.Committed.class);
    }
  }

  private void sql(String statement) {
    String url = "jdbc:sqlite:" + cli.data().resolve("dianjiao.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement execution = connection.createStatement()) {
      execution.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void findsNothingWrongInASoundLog() {
    append(List.of(ChangeSet.replace(3, 1, 1, "，"), ChangeSet.replace(4, 0, 1, "")));

    Ran ran = cli.run("verify");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines())
        .containsExactly(
            "ok     " + document + "  3 revisions  一",
            "documents: 1, revisions in order: 3, documents wrong: 0");
  }

  @Test
  void checksOneDocumentByTitleBesideARunningServer() {
    try (Database server = cli.open()) {
      assertThat(server.accounts().anyAdministrator()).isTrue();

      assertThat(cli.run("verify", "一").code()).isZero();
    }
    assertThat(cli.run("verify", "二").code()).isEqualTo(1);
  }

  @Test
  void namesDocumentAndRevisionOfAnEntryThatWasChanged() {
    append(List.of(ChangeSet.replace(3, 1, 1, "，"), ChangeSet.replace(4, 0, 1, "")));
    sql("UPDATE change_log SET op = replace(op, '，', '。') WHERE revision = 2");

    Ran ran = cli.run("verify");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("WRONG  " + document + "  revision 2: ")
        .contains("hash of its content")
        .contains("documents: 1, revisions in order: 1, documents wrong: 1");
  }

  @Test
  void noticesAMissingRevision() {
    append(List.of(ChangeSet.replace(3, 1, 1, "，"), ChangeSet.replace(4, 0, 1, "")));
    sql("DELETE FROM change_log WHERE revision = 2");

    Ran ran = cli.run("verify");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("revision 2: it is missing, 3 follows");
  }

  @Test
  void noticesAChangeThatCannotBeDoneAgain() {
    append(List.of(ChangeSet.replace(3, 1, 1, "，"), ChangeSet.replace(9, 1, 1, "，")));

    Ran ran = cli.run("verify", document);

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("revision 3: it cannot be done again: ", "9", "4")
        .contains("revisions in order: 2");
  }

  @Test
  void saysSinceWhenAndWhyADocumentIsInQuarantine() {
    try (Database database = cli.open()) {
      database.quarantine().put(document, Instant.EPOCH, "revision 1: it is wrong");
    }

    assertThat(cli.run("verify").out())
        .contains("in quarantine since 1970-01-01T00:00:00Z: revision 1: it is wrong");
  }

  @Test
  void noticesASnapshotThatTheLogDoesNotMake() {
    try (Database database = cli.open()) {
      String chain = database.changeLog().verify(document).chain();
      Change other =
          new Change(
              1, "ann", "client", 1, ChangeSet.replace(0, 0, 0, "丁"), List.of(), Instant.EPOCH);
      Document wrong = Document.empty().apply(other);
      database.snapshots().save(Replay.snapshot(document, wrong, chain));
    }

    Ran ran = cli.run("verify");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("revision 1: the snapshot differs from what the log makes");
  }
}
