package org.dianjiao.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A place for one database on one engine, with a way past the doors. */
interface EmptyStore extends AutoCloseable {

  /** What opens it. */
  StorageSettings settings();

  /** A connection of somebody who goes past the doors, without foreign keys. */
  Connection intruder() throws SQLException;

  /** Changes rows behind the server's back. */
  default void tamper(String sql) throws SQLException {
    try (Connection connection = intruder();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  void close();
}
