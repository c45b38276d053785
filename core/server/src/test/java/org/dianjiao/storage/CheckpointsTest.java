package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60) // what does not come would be waited for without end
class CheckpointsTest {

  private static final int ALARM_MIB = 8;
  private static final int ROUND = 100;
  private static final int ENOUGH = 1_000; // entries of four pages each

  @TempDir private Path directory;

  private SqliteFile file;
  private Connection writer;
  private Checkpoints checkpoints;

  @BeforeEach
  void open() throws SQLException {
    file = new SqliteFile(StorageSettings.defaults(directory));
    writer = file.writing().getConnection();
    checkpoints = new Checkpoints(new Copying(file.writing()), ALARM_MIB, 100);
    execute("CREATE TABLE page (bytes BLOB)");
    checkpoints.beforeWrite(writer);
  }

  @AfterEach
  void close() throws SQLException {
    checkpoints.close();
    writer.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.execute(sql);
    }
  }

  private void writePages(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      execute("INSERT INTO page VALUES (randomblob(16000))");
    }
  }

  private long waiting() throws SQLException {
    try (Statement statement = writer.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
      return row.getLong(2) - row.getLong(3);
    }
  }

  private long logBytes() throws Exception {
    return Files.size(directory.resolve("dianjiao.db-wal"));
  }

  @Test
  void logIsCopiedIntoTheFileBesideTheWriterAndBegunAnewAfterwards() throws Exception {
    try (Checkpoints neverAlarmed = new Checkpoints(new Copying(file.writing()), 1_024, 100)) {
      neverAlarmed.beforeWrite(writer);
      writePages(ENOUGH);
      assertThat(waiting()).isGreaterThan(4L * ENOUGH);
      long bytes = logBytes();
      while (waiting() > ENOUGH) { // the copying takes as long as it takes
        neverAlarmed.beforeWrite(writer);
      }
      for (int i = 0; i < ROUND; i++) {
        neverAlarmed.beforeWrite(writer);
        writePages(1);
      }
      assertThat(waiting()).isLessThan(10L * ROUND);
      assertThat(logBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void failedCopyingIsToldToTheNextWriter() throws Exception {
    Path missing = directory.resolve("nowhere");
    SqliteFile elsewhere = new SqliteFile(StorageSettings.defaults(missing));
    try (Checkpoints broken = new Checkpoints(new Copying(elsewhere.writing()), 1_024, 100)) {
      broken.beforeWrite(writer);
      writePages(ENOUGH);
      assertThatThrownBy(
              () -> {
                while (true) {
                  broken.beforeWrite(writer);
                }
              })
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("unable to open");
    }
  }

  @Test
  void logThatAReaderMadeGrowIsEmptiedOnceTheReaderLetsGo() throws Exception {
    try (Connection reader = file.reading().getConnection();
        Statement statement = reader.createStatement();
        ResultSet row = statement.executeQuery("SELECT name FROM sqlite_schema")) {
      assertThat(row.next()).isTrue();
      writePages(8 * ROUND);
    }
    assertThat(logBytes()).isGreaterThan((long) ALARM_MIB << 20);
    while (logBytes() > 0) {
      checkpoints.beforeWrite(writer);
    }
  }

  @Test
  void logIsEmptiedBeforeTheNextWriteWhenThereWasNoRoom() throws Exception {
    writePages(1);
    assertThat(logBytes()).isPositive();
    checkpoints.beforeWrite(writer);
    assertThat(logBytes()).isPositive();
    checkpoints.roomWanted();
    checkpoints.beforeWrite(writer);
    assertThat(logBytes()).isZero();
  }
}
