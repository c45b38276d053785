package org.dianjiao.web;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a running server, looked at and changed behind its back. */
final class Rows implements AutoCloseable {

  /** What a request may change, beside sign-ins and what is derived from the log. */
  private static final List<String> TABLES =
      List.of(
          "account",
          "project",
          "plugin_consent",
          "glyph",
          "glyph_clip",
          "authority_file",
          "authority_proposal",
          "membership",
          "document",
          "assignment",
          "assignment_read",
          "named_version",
          "blind_round",
          "blind_copy",
          "blind_ruling",
          "blind_step",
          "blind_read",
          "setup_token",
          "reset_link",
          "invitation",
          "external_identity");

  private final String url;
  private final Map<String, String> columns = new HashMap<>();
  private Connection watching;
  private String seenAt;
  private String seen;

  Rows(Path data) {
    url = "jdbc:sqlite:" + data.resolve("dianjiao.db") + "?busy_timeout=5000";
  }

  /**
   * All that stands there, as text; two equal ones mean that nothing was changed between them. One
   * word of SQL for each table: thousands of rows are looked at thousands of times, and only when
   * somebody has written since.
   */
  String all() {
    try (Statement statement = watching().createStatement()) {
      String version = rows(statement, "PRAGMA data_version").toString();
      if (!version.equals(seenAt)) {
        seen = all(statement);
        seenAt = version;
      }
      return seen;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** It sees from the file whether another connection has written. */
  private Connection watching() throws SQLException {
    if (watching == null) {
      watching = DriverManager.getConnection(url);
    }
    return watching;
  }

  private String all(Statement statement) throws SQLException {
    StringBuilder all = new StringBuilder();
    for (String table : TABLES) {
      all.append(word(statement, columns(statement, table), table));
    }
    all.append(word(statement, "quote(id) || quote(token_hash)", "api_token"));
    all.append(word(statement, "quote(id) || (state = 'cancelled')", "job")); // they go on
    String logs = "(SELECT document_id, MAX(revision) m, COUNT(*) n FROM change_log GROUP BY 1)";
    all.append(word(statement, "quote(document_id) || ',' || m || ',' || n", logs));
    String quarantined = "(SELECT document_id FROM quarantine WHERE since IS NOT NULL)";
    all.append(word(statement, "quote(document_id)", quarantined));
    return all.toString();
  }

  /** All columns of a table as one expression. */
  private String columns(Statement statement, String table) throws SQLException {
    String known = columns.get(table);
    if (known == null) {
      List<String> found = new ArrayList<>();
      for (List<String> row : rows(statement, "PRAGMA table_info(" + table + ")")) {
        found.add("quote(" + row.get(1) + ")");
      }
      known = String.join(" || ',' || ", found);
      columns.put(table, known);
    }
    return known;
  }

  private static String word(Statement statement, String columns, String from) throws SQLException {
    String sql = "SELECT group_concat(%s, char(10)) FROM %s".formatted(columns, from);
    return rows(statement, sql).toString();
  }

  /** Each row as a list of words. */
  List<List<String>> query(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      return rows(statement, sql);
    } catch (SQLException fault) {
      throw new IllegalStateException(sql, fault);
    }
  }

  private static List<List<String>> rows(Statement statement, String sql) throws SQLException {
    try (ResultSet found = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(found.getString(column)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  @Override
  public void close() {
    try {
      if (watching != null) {
        watching.close();
      }
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  void change(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException fault) {
      throw new IllegalStateException(sql, fault);
    }
  }
}
