package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the embedded database has to refuse. */
class SqliteFileTest {

  @TempDir Path directory;

  private StorageSettings settings() {
    return StorageSettings.defaults(directory.resolve("data"));
  }

  /** Opening looks for no damage. */
  private StorageSettings unchecked() {
    return new StorageSettings(
        "",
        settings().directory(),
        "",
        "",
        1,
        settings().busyTimeout(),
        false,
        false,
        SpaceSettings.defaults());
  }

  private Path file() {
    return settings().directory().resolve("dianjiao.db");
  }

  @Test
  void secondServerIsRefusedUntilTheFirstHasGone() {
    try (Database first = Database.open(settings())) {
      assertThat(first.projects().anyProject()).isFalse();
      assertThatThrownBy(() -> Database.open(settings()))
          .isInstanceOf(DatabaseLocked.class)
          .hasMessageContaining(file().toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("stop it");
    }
    assertThatCode(() -> Database.open(settings()).close()).doesNotThrowAnyException();
  }

  @Test
  void serverInAnotherProcessIsRefused() throws IOException, InterruptedException {
    try (Database first = Database.open(settings())) {
      assertThatThrownBy(() -> Database.open(settings())).isInstanceOf(DatabaseLocked.class);
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OpensDatabase.class.getName(),
                  settings().directory().toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(output).contains("another server").contains(file().toString());
      assertThat(first.projects().anyProject()).isFalse();
    }
  }

  @Test
  void writingConnectionIsDurable() throws SQLException, IOException {
    Files.createDirectories(settings().directory());
    SqliteFile sqlite = new SqliteFile(settings());
    try (Connection connection = sqlite.writing().getConnection()) {
      SqliteFile.requireSafe(connection);
      assertThat(pragma(connection, "trusted_schema")).isEqualTo("0");
      assertThat(pragma(connection, "cell_size_check")).isEqualTo("1");
      assertThat(pragma(connection, "busy_timeout")).isEqualTo("5000");
      assertThat(pragma(connection, "mmap_size")).isEqualTo("0");
      assertThat(pragma(connection, "wal_autocheckpoint")).isEqualTo("0");
      assertThat(pragma(connection, "journal_size_limit")).isEqualTo("67108864");
      assertThat(pragma(connection, "temp_store")).isEqualTo("2");
    }
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  @Test
  void connectionThatCouldLoseACommitIsRefused() throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve("loose.db") + "?journal_mode=WAL";
    try (Connection loose = DriverManager.getConnection(url + "&synchronous=NORMAL")) {
      assertThatThrownBy(() -> SqliteFile.requireSafe(loose))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("synchronous=1 instead of 2");
    }
    try (Connection loose = DriverManager.getConnection(url + "&synchronous=FULL")) {
      assertThatThrownBy(() -> SqliteFile.requireSafe(loose))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("foreign_keys=0 instead of 1");
    }
  }

  @Test
  void releaseThatCanCorruptTheFileIsRefused() {
    for (String old : new String[] {"3.51.2", "3.40.1", "2.9.9", "3.51"}) {
      assertThatThrownBy(() -> SqliteFile.requireVersion(old))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining(old);
    }
    for (String safe : new String[] {"3.51.3", "3.54.1", "3.52", "4.0.0"}) {
      assertThatCode(() -> SqliteFile.requireVersion(safe)).doesNotThrowAnyException();
    }
  }

  @Test
  void damagedFileIsRefused() throws IOException {
    fill();
    damage();
    assertThatThrownBy(() -> Database.open(settings()))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining(file().toString());
    try (ServerLock free = ServerLock.take(file())) {
      assertThat(free).isNotNull();
    }
  }

  /** Bytes of the file when its tables are empty. */
  private long empty;

  @Test
  void nothingIsWrittenAfterDamageHasShown() throws IOException {
    String project = fill();
    damage();
    try (Database database = Database.open(unchecked())) {
      assertThatThrownBy(() -> addDocuments(database, project))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("damaged");
      assertThatThrownBy(() -> database.accounts().create("somebody", "h", false))
          .isInstanceOf(StorageFailure.class)
          .hasMessageStartingWith("nothing is written since");
    }
  }

  private String fill() throws IOException {
    Database.open(settings()).close();
    empty = Files.size(file());
    try (Database database = Database.open(settings())) {
      String project = database.projects().create("p", "").id();
      addDocuments(database, project);
      return project;
    }
  }

  private static void addDocuments(Database database, String project) {
    for (int i = 0; i < 300; i++) {
      database.projects().addDocument(project, "title ".repeat(20) + i);
    }
  }

  /** Overwrites everything that came behind the empty tables. */
  private void damage() throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
      bytes.seek(empty);
      byte[] garbage = new byte[(int) (bytes.length() - bytes.getFilePointer())];
      Arrays.fill(garbage, (byte) 0xa5);
      bytes.write(garbage);
    }
  }

  @Test
  void damageIsToldOnceAndBeforeAnybodyElseCanWrite() throws IOException {
    String project = fill();
    damage();
    List<StorageDamage> told = new ArrayList<>();
    try (Database database = Database.open(unchecked(), told::add)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> addDocuments(database, project))
            .isInstanceOf(StorageDamage.class)
            .hasMessageContaining("damaged");
      }
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void nothingIsWrittenBeforeWhatWasLeftInTheLogIsInTheFile() throws Exception {
    StorageSettings left = StorageSettings.defaults(directory.resolve("left"));
    Files.createDirectories(left.directory());
    try (Database killed = Database.open(settings())) {
      killed.projects().create("p", "");
      for (String name : new String[] {"dianjiao.db", "dianjiao.db-wal"}) {
        Files.copy(settings().directory().resolve(name), left.directory().resolve(name));
      }
    }
    Path copy = left.directory().resolve("dianjiao.db");
    StorageSettings impatient = left.withBusyTimeout(Duration.ofMillis(100));
    try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = reader.createStatement();
        ResultSet row = statement.executeQuery("SELECT name FROM project");
        Database next = Database.open(impatient)) {
      try (row) {
        assertThat(row.next()).isTrue();
        assertThatThrownBy(() -> next.projects().create("q", ""))
            .isInstanceOf(StorageFailure.class)
            .hasMessageContaining("another program has read the database for over 100 ms");
      }
      next.projects().create("q", "");
      assertThat(next.projects().all()).hasSize(2);
    }
  }

  @Test
  void readsWhatAKilledServerLeft() throws IOException {
    StorageSettings left = StorageSettings.defaults(directory.resolve("left"));
    Files.createDirectories(left.directory());
    String project;
    try (Database killed = Database.open(settings())) {
      project = killed.projects().create("p", "").id();
      for (String name : new String[] {"dianjiao.db", "dianjiao.db-wal"}) {
        Files.copy(settings().directory().resolve(name), left.directory().resolve(name));
      }
    }
    try (Database reader = Database.openReadOnly(left)) {
      assertThat(reader.projects().byId(project)).isPresent();
    }
    try (Database next = Database.open(left)) {
      assertThat(next.projects().byId(project)).isPresent();
    }
  }

  @Test
  void readerSaysWhereItLooked() {
    assertThatThrownBy(() -> Database.openReadOnly(settings()))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining(file().toString());
    assertThat(file()).doesNotExist();
  }

  @Test
  void dataIsForNobodyElse() throws IOException {
    try (Database open = Database.open(settings())) {
      assertThat(open.projects().anyProject()).isFalse();
      assertThat(permissions("")).isEqualTo("rwx------");
      for (String file : new String[] {"dianjiao.db", "dianjiao.db-wal", "dianjiao.db-shm"}) {
        assertThat(permissions(file)).isEqualTo("rw-------");
      }
    }
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(settings().directory().resolve(name)));
  }
}
