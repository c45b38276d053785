package org.dianjiao.storage;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Snapshots in SQL. */
final class SqlSnapshots implements Snapshots {

  private static final int KEPT = 3;

  private final Transactions transactions;

  SqlSnapshots(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Snapshot> latest(String document, long atMost) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT s.document_id, s.revision, s.format, s.chain_hash, s.body
                    FROM snapshot s
                    JOIN change_log l ON l.document_id = s.document_id
                      AND l.revision = s.revision AND l.chain_hash = s.chain_hash
                    WHERE s.document_id = :document AND s.revision <= :atMost
                    ORDER BY s.revision DESC LIMIT 1""")
                .bind("document", document)
                .bind("atMost", atMost)
                .map(
                    (row, context) ->
                        new Snapshot(
                            row.getString("document_id"),
                            row.getLong("revision"),
                            row.getInt("format"),
                            row.getString("chain_hash"),
                            row.getString("body")))
                .findOne());
  }

  @Override
  public void save(Snapshot snapshot) {
    transactions.write(
        handle -> {
          requireInLog(handle, snapshot);
          insert(handle, snapshot);
          return dropOld(handle, snapshot.document());
        });
  }

  private static void requireInLog(Handle handle, Snapshot snapshot) {
    Optional<String> logged =
        handle
            .createQuery(
                """
                SELECT chain_hash FROM change_log
                WHERE document_id = :document AND revision = :revision""")
            .bind("document", snapshot.document())
            .bind("revision", snapshot.revision())
            .mapTo(String.class)
            .findOne();
    if (!logged.equals(Optional.of(snapshot.chain()))) {
      throw new IllegalStateException(
          "snapshot of document %s at revision %d has chain %s, the log has %s"
              .formatted(
                  snapshot.document(),
                  snapshot.revision(),
                  snapshot.chain(),
                  logged.orElse("no such revision")));
    }
  }

  private static void insert(Handle handle, Snapshot snapshot) {
    handle
        .createUpdate(
            """
            INSERT INTO snapshot (document_id, revision, format, chain_hash, body, created_at)
            VALUES (:document, :revision, :format, :chain, :body, :now)
            ON CONFLICT (document_id, revision) DO UPDATE
            SET format = excluded.format, chain_hash = excluded.chain_hash, body = excluded.body,
              created_at = excluded.created_at""")
        .bind("document", snapshot.document())
        .bind("revision", snapshot.revision())
        .bind("format", snapshot.format())
        .bind("chain", snapshot.chain())
        .bind("body", snapshot.body())
        .bind("now", Instant.now().toEpochMilli())
        .execute();
  }

  private static int dropOld(Handle handle, String document) {
    return handle
        .createUpdate(
            """
            DELETE FROM snapshot
            WHERE document_id = :document AND revision > 1 AND revision NOT IN
              (SELECT revision FROM snapshot WHERE document_id = :document
               ORDER BY revision DESC LIMIT :kept)""")
        .bind("document", document)
        .bind("kept", KEPT)
        .execute();
  }
}
