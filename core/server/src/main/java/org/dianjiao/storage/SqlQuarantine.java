package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The quarantine in SQL. */
final class SqlQuarantine implements Quarantine {

  private static final String ENTRY =
      "SELECT document_id, since, reason FROM quarantine WHERE since IS NOT NULL";

  private final Transactions transactions;

  SqlQuarantine(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public int attempt(String document, Instant now, Duration within) {
    return transactions.write(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO quarantine (document_id, attempts, first_at, reason)
                    SELECT id, 1, :now, '' FROM document WHERE id = :document
                    ON CONFLICT (document_id) DO UPDATE SET
                      attempts = CASE WHEN quarantine.first_at < :oldest THEN 1
                        ELSE quarantine.attempts + 1 END,
                      first_at = CASE WHEN quarantine.first_at < :oldest THEN :now
                        ELSE quarantine.first_at END
                    RETURNING attempts""")
                .bind("document", document)
                .bind("now", now.toEpochMilli())
                .bind("oldest", now.minus(within).toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
  }

  @Override
  public void loaded(String document) {
    transactions.write(
        handle ->
            handle.execute(
                "DELETE FROM quarantine WHERE document_id = ? AND since IS NULL", document));
  }

  @Override
  public void put(String document, Instant now, String reason) {
    String storable = StorableText.cleaned(reason);
    transactions.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO quarantine (document_id, attempts, first_at, since, reason)
                    SELECT id, 1, :now, :now, :reason FROM document WHERE id = :document
                    ON CONFLICT (document_id) DO UPDATE SET
                      reason = CASE WHEN quarantine.since IS NULL THEN excluded.reason
                        ELSE quarantine.reason END,
                      since = COALESCE(quarantine.since, excluded.since)""")
                .bind("document", document)
                .bind("now", now.toEpochMilli())
                .bind("reason", storable)
                .execute());
  }

  @Override
  public Optional<Entry> find(String document) {
    return transactions.read(
        handle ->
            handle
                .createQuery(ENTRY + " AND document_id = :document")
                .bind("document", document)
                .map((row, context) -> entry(row))
                .findOne());
  }

  @Override
  public boolean release(String document) {
    return transactions.write(
            handle ->
                handle.execute(
                    "DELETE FROM quarantine WHERE document_id = ? AND since IS NOT NULL", document))
        > 0;
  }

  @Override
  public List<Entry> all() {
    return transactions.read(
        handle ->
            handle
                .createQuery(ENTRY + " ORDER BY since DESC, document_id")
                .map((row, context) -> entry(row))
                .list());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("document_id"),
        Instant.ofEpochMilli(row.getLong("since")),
        row.getString("reason"));
  }
}
