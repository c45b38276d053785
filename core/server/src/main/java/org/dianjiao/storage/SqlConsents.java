package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Consents in SQL. */
final class SqlConsents implements Consents {

  private final Transactions transactions;

  SqlConsents(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Consent> of(String project) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT plugin, destination, account_id, at FROM plugin_consent
                    WHERE project_id = :project ORDER BY plugin""")
                .bind("project", project)
                .map((row, context) -> consent(row))
                .list());
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getString("plugin"),
        row.getString("destination"),
        row.getString("account_id"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  @Override
  public boolean covers(String document, String plugin, String destination) {
    return transactions.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT COUNT(*) FROM plugin_consent c
                        JOIN document d ON d.project_id = c.project_id
                        WHERE d.id = :document AND c.plugin = :plugin
                          AND c.destination = :destination""")
                    .bind("document", document)
                    .bind("plugin", plugin)
                    .bind("destination", destination)
                    .mapTo(Integer.class)
                    .one())
        > 0;
  }

  @Override
  public void give(String project, Consent consent) {
    int given =
        transactions.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO plugin_consent (project_id, plugin, destination, account_id, at)
                        SELECT id, :plugin, :destination, :account, :at FROM project
                        WHERE id = :project
                        ON CONFLICT (project_id, plugin) DO UPDATE SET
                          destination = excluded.destination, account_id = excluded.account_id,
                          at = excluded.at""")
                    .bind("project", project)
                    .bind("plugin", consent.plugin())
                    .bind("destination", consent.destination())
                    .bind("account", consent.account())
                    .bind("at", consent.at().toEpochMilli())
                    .execute());
    if (given == 0) {
      throw new UnknownProject(project);
    }
  }

  @Override
  public boolean takeBack(String project, String plugin) {
    return transactions.write(
            handle ->
                handle.execute(
                    "DELETE FROM plugin_consent WHERE project_id = ? AND plugin = ?",
                    project,
                    plugin))
        > 0;
  }
}
