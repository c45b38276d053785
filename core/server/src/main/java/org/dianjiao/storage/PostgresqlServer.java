package org.dianjiao.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server. Every session asks for durable commits itself, whatever the server's own
 * setting is. A node that stops in the middle of a transaction loses its locks after half the time
 * that others wait for them, so whoever takes its document over gets it.
 */
final class PostgresqlServer {

  private static final int WRITERS = 4;
  private static final int ANSWER_SECONDS = 30;

  private final StorageSettings settings;

  PostgresqlServer(StorageSettings settings) {
    this.settings = settings;
  }

  /** Connections that write, unpooled. */
  DataSource writing() {
    return impatient("");
  }

  /** Connections that cannot write, unpooled. */
  DataSource reading() {
    return impatient(" -c default_transaction_read_only=on");
  }

  /** Connections that may take as long as they need to change tables, unpooled. */
  DataSource migrating() {
    return source("");
  }

  HikariDataSource writingPool() {
    return Pools.writing(writing(), WRITERS, settings);
  }

  HikariDataSource readingPool() {
    return Pools.reading(reading(), settings);
  }

  private DataSource impatient(String more) {
    long patience = settings.busyTimeout().toMillis();
    PGSimpleDataSource source =
        source(
            " -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d%s"
                .formatted(patience, Math.max(1, patience / 2), more));
    source.setSocketTimeout(ANSWER_SECONDS);
    return source;
  }

  private PGSimpleDataSource source(String more) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(settings.url());
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
      source.setPassword(settings.password());
    }
    source.setApplicationName("dianjiao");
    source.setReWriteBatchedInserts(true);
    source.setTcpKeepAlive(true);
    source.setConnectTimeout((int) Math.max(1, settings.busyTimeout().toSeconds()));
    source.setOptions("-c synchronous_commit=on" + more);
    return source;
  }

  /** Refuses a server, or something between it and us, that would lose acknowledged edits. */
  void check() {
    try (Connection connection = writing().getConnection()) {
      requireSafe(connection, settings.fsyncOffForTests());
    } catch (SQLException e) {
      throw new StorageFailure(
          "cannot open the database: %s (%s)"
              .formatted(e.getMessage(), Engine.POSTGRESQL.advice(e)),
          e);
    }
  }

  /** Reads back what makes a commit durable, from the session itself. */
  static void requireSafe(Connection connection, boolean fsyncOffForTests) throws SQLException {
    String commit = value(connection, "synchronous_commit");
    if (!commit.equals("on")) {
      throw new StorageFailure(
          "PostgreSQL runs with synchronous_commit=%s in our session instead of on, so an"
                  .formatted(commit)
              + " acknowledged edit could be lost; check any connection pooler in between");
    }
    if (fsyncOffForTests) {
      return;
    }
    for (String needed : List.of("fsync", "full_page_writes")) {
      if (!value(connection, needed).equals("on")) {
        throw new StorageFailure(
            "PostgreSQL runs with %s=off and can lose everything at a power cut; set it to on in"
                    .formatted(needed)
                + " postgresql.conf");
      }
    }
  }

  private static String value(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
