package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What every engine promises about opening a database. */
abstract class DatabaseContract extends StorageContract {

  private static final Set<String> TABLES =
      Set.of(
          "account",
          "audit",
          "audit_end",
          "api_token",
          "assignment",
          "assignment_place",
          "assignment_read",
          "authority_change",
          "authority_entry",
          "authority_file",
          "authority_proposal",
          "authority_proposed",
          "authority_step",
          "blind_copy",
          "blind_left",
          "blind_read",
          "blind_round",
          "blind_ruling",
          "blind_step",
          "change_log",
          "digest",
          "doc_owner",
          "document",
          "external_identity",
          "flyway_schema_history",
          "glyph",
          "glyph_clip",
          "inbox_read",
          "invitation",
          "job",
          "job_part",
          "job_report",
          "lesson",
          "membership",
          "named_version",
          "offer",
          "plugin_consent",
          "project",
          "quarantine",
          "reset_link",
          "setup_token",
          "sign_in",
          "snapshot",
          "tally",
          "variant_rule",
          "variant_table");

  /** How many files there are under {@code db/}. */
  private static final int STEPS = 22;

  DatabaseContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  @Test
  void hasTheTablesOfTheOtherEngine() throws SQLException {
    assertThat(tables(store)).isEqualTo(TABLES);
  }

  private static Set<String> tables(EmptyStore store) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection connection = store.intruder();
        ResultSet rows =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  @Test
  void openingAgainChangesNoTable() throws SQLException {
    try (EmptyStore other = another()) {
      Database.open(other.settings()).close();
      Set<String> once = tables(other);
      Database.open(other.settings()).close();
      assertThat(tables(other)).isEqualTo(once);
      assertThat(steps(other)).isEqualTo(STEPS);
    }
  }

  private static int steps(EmptyStore store) throws SQLException {
    try (Connection connection = store.intruder();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("SELECT COUNT(*) FROM flyway_schema_history WHERE success")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Before the fourth step there were no editors: annotators did what editors do. */
  @Test
  void whoCouldEditBeforeThereWereEditorsStillCan() throws SQLException {
    try (EmptyStore other = another()) {
      migrate(other, "3");
      other.tamper("INSERT INTO project VALUES ('p', 'p', 1)");
      for (String role : List.of("viewer", "annotator", "reviewer", "manager")) {
        other.tamper(
            """
            INSERT INTO account VALUES ('%1$s', '%1$s', '%1$s', '#000000', false, 'h', 1)"""
                .formatted(role));
        other.tamper("INSERT INTO membership VALUES ('p', '%1$s', '%1$s')".formatted(role));
      }
      try (Database current = Database.open(other.settings())) {
        assertThat(current.projects().members("p"))
            .extracting(member -> member.account().id(), Membership::role)
            .containsExactlyInAnyOrder(
                tuple("viewer", Role.VIEWER),
                tuple("annotator", Role.EDITOR),
                tuple("reviewer", Role.REVIEWER),
                tuple("manager", Role.MANAGER));
      }
    }
  }

  private static void migrate(EmptyStore store, String version) throws SQLException {
    String url;
    try (Connection connection = store.intruder()) {
      url = connection.getMetaData().getURL();
    }
    Flyway.configure()
        .dataSource(url, "postgres", "postgres")
        .locations("classpath:db")
        .target(version)
        .load()
        .migrate();
  }

  @Test
  void readsBesideALiveWriter() {
    String document = newDocument();
    Head head = write(document, 1);
    try (Database beside = Database.openReadOnly(store.settings())) {
      assertThat(beside.changeLog().read(document, 1, 9)).hasSize(1);
      database.changeLog().append(List.of(batch(head, entry(2, "c"))));
      assertThat(beside.changeLog().read(document, 1, 9)).hasSize(2);
      assertThat(beside.changeLog().verify(document).sound()).isTrue();
      assertThat(beside.projects().document(document)).isPresent();
    }
  }

  @Test
  void readerCannotWrite() {
    String document = newDocument();
    try (Database beside = Database.openReadOnly(store.settings())) {
      assertThatThrownBy(() -> beside.changeLog().claim(document, "a"))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("opened for reading only");
      assertThatThrownBy(() -> beside.accounts().create("reader", "h", true))
          .isInstanceOf(StorageFailure.class);
    }
    assertThat(database.changeLog().claim(document, "a").epoch()).isEqualTo(1);
  }

  @Test
  void readsAfterTheServerHasGone() {
    try (EmptyStore other = another()) {
      String project;
      try (Database server = Database.open(other.settings())) {
        project = server.projects().create("p", "").id();
      }
      try (Database reader = Database.openReadOnly(other.settings())) {
        assertThat(reader.projects().byId(project)).isPresent();
      }
    }
  }

  @Test
  void refusesTablesOfANewerProgram() throws SQLException {
    try (EmptyStore other = another()) {
      Database.open(other.settings()).close();
      other.tamper(
          """
          INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
            checksum, installed_by, execution_time, success)
          VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'x', 1, true)
          """);
      for (Runnable opening : openings(other.settings())) {
        assertThatThrownBy(opening::run)
            .isInstanceOf(StorageFailure.class)
            .hasMessageContaining("version 99")
            .hasMessageContaining("newer program");
      }
    }
  }

  private static List<Runnable> openings(StorageSettings settings) {
    return List.of(() -> Database.open(settings), () -> Database.openReadOnly(settings));
  }

  @Test
  void readerRefusesTablesThatAreNotMadeYet() throws SQLException {
    try (EmptyStore other = another()) {
      other.tamper("CREATE TABLE unrelated (id TEXT)");
      assertThatThrownBy(() -> Database.openReadOnly(other.settings()))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("needs 24")
          .hasMessageContaining("start the server");
    }
  }

  @Test
  void refusesADatabaseOfSomebodyElse() throws SQLException {
    try (EmptyStore other = another()) {
      other.tamper("CREATE TABLE unrelated (id TEXT)");
      assertThatThrownBy(() -> Database.open(other.settings()))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("a database of its own");
    }
  }
}
