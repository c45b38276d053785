package org.dianjiao.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A new database on a PostgreSQL server that all tests of this process share. */
final class PostgresqlStore implements EmptyStore {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Started when the first test needs it, stopped with the process. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final String name = "storage" + COUNT.incrementAndGet();

  PostgresqlStore() {
    administer("CREATE DATABASE " + name);
  }

  @Override
  public StorageSettings settings() {
    return StorageSettings.defaults(Path.of("unused"))
        .withServer(url(), "postgres", "postgres")
        .withFsyncOffForTests();
  }

  @Override
  public Connection intruder() throws SQLException {
    Connection connection = DriverManager.getConnection(url(), "postgres", "postgres");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica"); // foreign keys sleep
    }
    return connection;
  }

  private String url() {
    return Server.RUNNING.getJdbcUrl("postgres", name);
  }

  private static void administer(String sql) {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    administer("DROP DATABASE " + name + " WITH (FORCE)");
  }
}
