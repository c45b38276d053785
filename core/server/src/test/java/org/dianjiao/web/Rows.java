package org.dianjiao.web;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of a running server, looked at and changed behind its back. */
final class Rows {

  /** What a request may change, beside sign-ins and what is derived from the log. */
  private static final List<String> TABLES =
      List.of(
          "account",
          "project",
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

  Rows(Path data) {
    url = "jdbc:sqlite:" + data.resolve("dianjiao.db") + "?busy_timeout=5000";
  }

  /** All that stands there, as text; two equal ones mean that nothing was changed between them. */
  String all() {
    StringBuilder all = new StringBuilder();
    for (String table : TABLES) {
      all.append(query("SELECT * FROM " + table + " ORDER BY 1, 2"));
    }
    all.append(query("SELECT id, token_hash FROM api_token ORDER BY 1"));
    all.append(query("SELECT document_id, MAX(revision), COUNT(*) FROM change_log GROUP BY 1"));
    all.append(query("SELECT document_id FROM quarantine WHERE since IS NOT NULL ORDER BY 1"));
    return all.toString();
  }

  /** Each row as a list of words. */
  List<List<String>> query(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(found.getString(column)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException fault) {
      throw new IllegalStateException(sql, fault);
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
