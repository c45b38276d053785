package org.dianjiao.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new temporary folder. */
final class SqliteStore implements EmptyStore {

  private final Path directory;

  SqliteStore() {
    try {
      directory = Files.createTempDirectory("dianjiao-storage");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public StorageSettings settings() {
    return StorageSettings.defaults(directory);
  }

  @Override
  public Connection intruder() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:"
            + directory.resolve("dianjiao.db")
            + "?foreign_keys=false&busy_timeout=5000");
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
