package org.dianjiao.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens connections with the settings for which the driver has no name. */
final class SqliteConnections extends SQLiteDataSource {

  private static final List<String> PRAGMAS =
      List.of(
          "PRAGMA trusted_schema = OFF", // functions in the file's schema are not run
          "PRAGMA cell_size_check = ON", // damage is noticed when a page is read
          "PRAGMA fullfsync = ON"); // without it macOS leaves data in the drive's cache

  SqliteConnections(SQLiteConfig config, Path file) {
    super(config);
    setUrl("jdbc:sqlite:" + file);
  }

  @Override
  public SQLiteConnection getConnection(String user, String password) throws SQLException {
    SQLiteConnection connection = super.getConnection(user, password);
    try (Statement statement = connection.createStatement()) {
      for (String pragma : PRAGMAS) {
        statement.execute(pragma);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
