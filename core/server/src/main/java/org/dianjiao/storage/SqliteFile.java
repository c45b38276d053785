package org.dianjiao.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The embedded database: one file in write-ahead mode, flushed at every commit, one connection that
 * writes.
 */
final class SqliteFile {

  /** Older releases can corrupt the file when two connections write and checkpoint at once. */
  private static final List<Integer> OLDEST_SAFE = List.of(3, 51, 3);

  private static final Set<String> NETWORK_FILE_SYSTEMS =
      Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs");

  private final Path file;
  private final StorageSettings settings;
  private final SynchronousMode synchronous;

  SqliteFile(StorageSettings settings) {
    this(settings, SynchronousMode.FULL);
  }

  /** Everything but FULL loses acknowledged edits at a power cut; tests show that it does. */
  SqliteFile(StorageSettings settings, SynchronousMode synchronous) {
    this.settings = settings;
    this.synchronous = synchronous;
    this.file = settings.directory().toAbsolutePath().normalize().resolve("dianjiao.db");
  }

  Path path() {
    return file;
  }

  /** Makes the directory, for nobody else to read, and refuses one that cannot be locked. */
  void prepareDirectory() {
    Path directory = file.getParent();
    try {
      if (Files.notExists(directory)) {
        Files.createDirectories(directory, only("rwx------"));
      }
      FileStore store = Files.getFileStore(directory);
      if (NETWORK_FILE_SYSTEMS.contains(store.type().toLowerCase(Locale.ROOT))) {
        throw new StorageFailure(
            "%s is on a network file system (%s), where SQLite loses data; use a local disk or"
                    .formatted(directory, store.type())
                + " PostgreSQL");
      }
    } catch (IOException e) {
      throw new StorageFailure(
          "cannot use %s: %s; check who may write there".formatted(directory, e.getMessage()), e);
    }
  }

  /** Makes an empty file, for nobody else to read; SQLite's own files beside it follow suit. */
  void prepareFile() {
    try {
      if (Files.notExists(file)) {
        Files.createFile(file, only("rw-------"));
      }
    } catch (IOException e) {
      throw new StorageFailure(
          "cannot make %s: %s; check who may write there".formatted(file, e.getMessage()), e);
    }
  }

  private static FileAttribute<?>[] only(String owner) {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[] {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))
      };
    }
    return new FileAttribute<?>[0];
  }

  /** Connections that write, unpooled. */
  SqliteConnections writing() {
    SQLiteConfig config = common();
    config.setJournalMode(JournalMode.WAL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setPragma(Pragma.WAL_AUTOCHECKPOINT, "0"); // see Checkpoints
    config.setPragma(Pragma.JOURNAL_SIZE_LIMIT, "67108864");
    return new SqliteConnections(config, file);
  }

  /** Connections that cannot write, unpooled. */
  SqliteConnections reading() {
    SQLiteConfig config = common();
    config.setReadOnly(true);
    return new SqliteConnections(config, file);
  }

  private SQLiteConfig common() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) Math.min(Integer.MAX_VALUE, settings.busyTimeout().toMillis()));
    config.enforceForeignKeys(true);
    config.setSynchronous(synchronous);
    config.setTempStore(TempStore.MEMORY);
    config.setPragma(Pragma.MMAP_SIZE, "0");
    return config;
  }

  Checkpoints checkpoints() {
    return new Checkpoints(
        new Copying(writing()), settings.space().walAlarmMib(), settings.busyTimeout().toMillis());
  }

  HikariDataSource writingPool() {
    return Pools.writing(writing(), 1, settings);
  }

  HikariDataSource readingPool() {
    return Pools.reading(reading(), settings);
  }

  /** Refuses to go on when the engine is too old, not durable, or the file is damaged. */
  void check() {
    try (Connection connection = writing().getConnection()) {
      if (synchronous == SynchronousMode.FULL) {
        requireSafe(connection);
      }
      if (settings.checkOnOpen()) {
        requireUndamaged(connection);
      }
    } catch (SQLException e) {
      String message =
          "cannot open %s: %s (%s)".formatted(file, e.getMessage(), Engine.SQLITE.advice(e));
      throw Engine.SQLITE.untrustworthy(e)
          ? new StorageDamage(message, e)
          : new StorageFailure(message, e);
    }
  }

  /** Reads back what makes a commit durable, from the connection itself. */
  static void requireSafe(Connection connection) throws SQLException {
    requireVersion(connection.getMetaData().getDatabaseProductVersion());
    require(connection, "journal_mode", "wal");
    require(connection, "synchronous", "2");
    require(connection, "foreign_keys", "1");
  }

  /** Refuses a release with a known way to lose data. */
  static void requireVersion(String version) {
    String[] parts = version.split("\\.", -1);
    for (int i = 0; i < OLDEST_SAFE.size(); i++) {
      int part = i < parts.length ? Integer.parseInt(parts[i]) : 0;
      if (part > OLDEST_SAFE.get(i)) {
        return;
      }
      if (part < OLDEST_SAFE.get(i)) {
        throw new StorageFailure(
            "SQLite %s can corrupt the file; put sqlite-jdbc 3.51.3 or newer on the class path"
                .formatted(version));
      }
    }
  }

  private static void require(Connection connection, String pragma, String wanted)
      throws SQLException {
    String found = value(connection, pragma);
    if (!found.equals(wanted)) {
      throw new StorageFailure(
          "SQLite runs with %s=%s instead of %s, so an acknowledged edit could be lost; use a local"
                  .formatted(pragma, found, wanted)
              + " disk that supports write-ahead logging");
    }
  }

  private void requireUndamaged(Connection connection) throws SQLException {
    String found = value(connection, "quick_check(1)");
    if (!found.equals("ok")) {
      throw new StorageDamage(
          "%s is damaged: %s; keep a copy of it and restore a backup".formatted(file, found));
    }
  }

  private static String value(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
