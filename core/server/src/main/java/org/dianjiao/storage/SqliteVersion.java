package org.dianjiao.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The version of the embedded database engine. */
public final class SqliteVersion {

  private SqliteVersion() {}

  /**
   * Asks the engine itself. Blocking.
   *
   * @throws StorageException when the engine cannot be loaded on this machine
   */
  public static String text() {
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      return memory.getMetaData().getDatabaseProductVersion();
    } catch (SQLException failure) {
      throw new StorageFailure("SQLite cannot be loaded: " + failure.getMessage(), failure);
    }
  }
}
