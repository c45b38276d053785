package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What only a PostgreSQL server has to be refused for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlServerTest {

  private EmptyStore store;

  @BeforeAll
  void open() {
    store = new PostgresqlStore();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void serverWithoutFsyncIsRefused() {
    StorageSettings serious =
        StorageSettings.defaults(Path.of("unused"))
            .withServer(store.settings().url(), "postgres", "postgres");
    assertThatThrownBy(() -> Database.open(serious))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("fsync=off");
  }

  @Test
  void sessionThatDoesNotWaitForTheDiskIsRefused() throws SQLException {
    try (Connection session = new PostgresqlServer(store.settings()).writing().getConnection();
        Statement statement = session.createStatement()) {
      PostgresqlServer.requireSafe(session, true);
      for (String loose : new String[] {"off", "local"}) {
        statement.execute("SET synchronous_commit = " + loose);
        assertThatThrownBy(() -> PostgresqlServer.requireSafe(session, true))
            .isInstanceOf(StorageFailure.class)
            .hasMessageContaining("synchronous_commit=" + loose);
      }
      statement.execute("SET synchronous_commit = on");
      assertThatCode(() -> PostgresqlServer.requireSafe(session, true)).doesNotThrowAnyException();
    }
  }

  @Test
  void saysWhatToDoWhenThereIsNoServer() {
    StorageSettings nobody =
        StorageSettings.defaults(Path.of("unused"))
            .withServer("jdbc:postgresql://127.0.0.1:1/none", "postgres", "");
    assertThatThrownBy(() -> Database.open(nobody))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("check that the database server runs");
  }

  /** A node that was stopped in the middle of an append holds a lock on the owner's row. */
  @Test
  void nodeStoppedInATransactionLosesItToTheNextOwner() throws SQLException {
    StorageSettings impatient = store.settings().withBusyTimeout(Duration.ofSeconds(2));
    try (Database database = Database.open(impatient);
        Connection stopped = new PostgresqlServer(impatient).writing().getConnection();
        Statement statement = stopped.createStatement()) {
      String project = database.projects().create("p", "").id();
      String document = database.projects().addDocument(project, "t").id();
      stopped.setAutoCommit(false);
      statement.execute("SELECT epoch FROM doc_owner FOR SHARE");
      assertThat(database.changeLog().claim(document, "b").epoch()).isEqualTo(1);
      assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void lockThatNobodyLetsGoOfIsNotWaitedForWithoutEnd() throws SQLException {
    StorageSettings impatient = store.settings().withBusyTimeout(Duration.ofMillis(300));
    try (Database database = Database.open(impatient);
        Connection holding = store.intruder();
        Statement statement = holding.createStatement()) {
      String project = database.projects().create("p", "").id();
      String document = database.projects().addDocument(project, "t").id();
      holding.setAutoCommit(false);
      statement.execute("SELECT epoch FROM doc_owner FOR SHARE");
      assertThatThrownBy(() -> database.changeLog().claim(document, "b"))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("another node holds the document");
    }
  }
}
