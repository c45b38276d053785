package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.variant.Rule;
import org.dianjiao.variant.RuleTable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rules for variant characters in SQL. */
final class SqlVariantRules implements VariantRules {

  private final Transactions transactions;

  SqlVariantRules(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Table of(String project) {
    return transactions.read(handle -> handle.inTransaction(all -> table(all, project)));
  }

  private static Table table(Handle handle, String project) {
    long version =
        handle
            .createQuery("SELECT version FROM variant_table WHERE project_id = :project")
            .bind("project", project)
            .mapTo(Long.class)
            .findOne()
            .orElse(0L);
    List<Kept> rules =
        handle
            .createQuery(
                """
                SELECT origin, form, type, words, reason, account_id, at FROM variant_rule
                WHERE project_id = :project ORDER BY number""")
            .bind("project", project)
            .map((row, context) -> kept(row))
            .list();
    return new Table(version, rules);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    List<String> words =
        Arrays.stream(row.getString("words").split("\\|")).filter(word -> !word.isEmpty()).toList();
    Rule rule =
        new Rule(
            row.getString("origin"),
            row.getString("form"),
            row.getString("type"),
            words,
            row.getString("reason"));
    return new Kept(rule, row.getString("account_id"), Instant.ofEpochMilli(row.getLong("at")));
  }

  @Override
  public Optional<Table> replace(
      String project, long seen, RuleTable rules, String account, Instant now) {
    return transactions.write(
        handle -> {
          requireThere(handle, project);
          if (!counted(handle, project, seen)) {
            return Optional.empty();
          }
          Map<Rule, Kept> before = new HashMap<>();
          table(handle, project).rules().forEach(kept -> before.put(kept.rule(), kept));
          handle.execute("DELETE FROM variant_rule WHERE project_id = ?", project);
          List<Kept> kept =
              rules.rules().stream()
                  .map(rule -> before.getOrDefault(rule, new Kept(rule, account, now)))
                  .toList();
          insert(handle, project, kept);
          return Optional.of(new Table(seen + 1, kept));
        });
  }

  private static void requireThere(Handle handle, String project) {
    int found =
        handle
            .createQuery("SELECT COUNT(*) FROM project WHERE id = :project")
            .bind("project", project)
            .mapTo(Integer.class)
            .one();
    if (found == 0) {
      throw new UnknownProject(project);
    }
  }

  /** One version more, if nobody was faster. */
  private static boolean counted(Handle handle, String project, long seen) {
    String sql =
        seen == 0
            ? """
              INSERT INTO variant_table (project_id, version) VALUES (:project, 1)
              ON CONFLICT (project_id) DO NOTHING"""
            : """
              UPDATE variant_table SET version = version + 1
              WHERE project_id = :project AND version = :seen""";
    return handle.createUpdate(sql).bind("project", project).bind("seen", seen).execute() > 0;
  }

  private static void insert(Handle handle, String project, List<Kept> rules) {
    if (rules.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO variant_rule
              (project_id, number, origin, form, type, words, reason, account_id, at)
            VALUES
              (:project, :number, :from, :form, :type, :words, :reason, :account, :at)""");
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i).rule();
      batch
          .bind("project", project)
          .bind("number", i)
          .bind("from", rule.from())
          .bind("form", rule.form())
          .bind("type", rule.type())
          .bind("words", String.join("|", rule.words()))
          .bind("reason", rule.reason())
          .bind("account", rules.get(i).account())
          .bind("at", rules.get(i).at().toEpochMilli())
          .add();
    }
    batch.execute();
  }
}
