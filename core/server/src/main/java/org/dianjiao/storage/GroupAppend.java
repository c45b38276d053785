package org.dianjiao.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/**
 * Appends batches inside one transaction. Plain JDBC on the bare connection, so that each statement
 * is prepared once for all groups of the connection.
 */
final class GroupAppend implements AutoCloseable {

  /** Where the log of a document stands. */
  private record Standing(long epoch, long aclVersion, long revision, String chain) {}

  private final Engine engine;
  private final Connection connection;
  private final PreparedStatement standing;
  private final PreparedStatement insert;

  GroupAppend(Engine engine, Connection connection) throws SQLException {
    this.engine = engine;
    this.connection = connection;
    this.standing = connection.prepareStatement(Sql.STANDING + engine.sharing("o"));
    this.insert = connection.prepareStatement(Sql.INSERT);
  }

  /** Whether its statements are of this connection. */
  boolean isOn(Connection other) {
    return connection == other;
  }

  /** One batch, whole or not at all; the transaction can go on after a refusal. */
  AppendResult append(Batch batch) throws SQLException {
    Optional<Standing> found = standing(batch.document());
    if (found.isEmpty()) {
      return new AppendResult.Fenced("there is no document " + batch.document());
    }
    Standing now = found.get();
    if (now.epoch != batch.epoch()) {
      return new AppendResult.Fenced(
          "epoch %d does not own document %s; epoch %d does"
              .formatted(batch.epoch(), batch.document(), now.epoch));
    }
    if (now.aclVersion != batch.aclVersion()) {
      return new AppendResult.RightsChanged(now.aclVersion);
    }
    if (now.revision + 1 != batch.first()) {
      return conflict(
          batch,
          "the log of document %s is at revision %d, a batch starts at %d"
              .formatted(batch.document(), now.revision, batch.first()));
    }
    return insert(batch, now);
  }

  private AppendResult insert(Batch batch, Standing now) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      String chain = now.chain;
      for (NewEntry entry : batch.entries()) {
        chain = Chain.next(chain, batch.document(), batch.epoch(), entry);
        bind(batch, entry, chain);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.releaseSavepoint(before);
      return new AppendResult.Committed(batch.last(), chain);
    } catch (SQLException e) {
      if (!engine.keyTaken(e)) {
        throw e;
      }
      connection.rollback(before);
      return conflict(
          batch,
          "somebody else wrote revision %d of document %s just now"
              .formatted(batch.first(), batch.document()));
    }
  }

  private void bind(Batch batch, NewEntry entry, String chain) throws SQLException {
    insert.setString(1, batch.document());
    insert.setLong(2, entry.revision());
    insert.setLong(3, batch.epoch());
    insert.setString(4, entry.author());
    insert.setString(5, entry.client());
    insert.setLong(6, entry.sequence());
    insert.setInt(7, entry.format());
    insert.setString(8, entry.op());
    insert.setString(9, entry.opHash());
    insert.setString(10, chain);
    insert.setLong(11, entry.at().toEpochMilli());
  }

  /** Says why a batch has no place: a client number that is taken, else the given reason. */
  private AppendResult conflict(Batch batch, String otherwise) throws SQLException {
    try (PreparedStatement stored = connection.prepareStatement(Sql.CLIENT_NUMBER)) {
      for (NewEntry entry : batch.entries()) {
        stored.setString(1, batch.document());
        stored.setString(2, entry.client());
        stored.setLong(3, entry.sequence());
        try (ResultSet row = stored.executeQuery()) {
          if (row.next()) {
            return new AppendResult.Repeated(
                entry.client(),
                entry.sequence(),
                row.getLong("revision"),
                entry.opHash().equals(row.getString("op_hash")));
          }
        }
      }
    }
    return new AppendResult.Fenced(otherwise);
  }

  private Optional<Standing> standing(String document) throws SQLException {
    standing.setString(1, document);
    try (ResultSet row = standing.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      long revision = row.getLong("revision");
      return Optional.of(
          new Standing(
              row.getLong("epoch"),
              row.getLong("acl_version"),
              revision,
              revision == 0 ? Chain.start(document) : row.getString("chain_hash")));
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      standing.close();
    } finally {
      insert.close();
    }
  }

  /** The statements; {@code STANDING} is read by a claim too. */
  static final class Sql {
    static final String STANDING =
        """
        SELECT o.epoch, d.acl_version, d.timeline, COALESCE(l.revision, 0) AS revision, l.chain_hash
        FROM doc_owner o
        JOIN document d ON d.id = o.document_id
        LEFT JOIN change_log l ON l.document_id = o.document_id AND l.revision =
          (SELECT MAX(m.revision) FROM change_log m WHERE m.document_id = o.document_id)
        WHERE o.document_id = ?""";

    private static final String INSERT =
        """
        INSERT INTO change_log (document_id, revision, epoch, author_id, client_id, client_seq,
          op_format, op, op_hash, chain_hash, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String CLIENT_NUMBER =
        """
        SELECT revision, op_hash FROM change_log
        WHERE document_id = ? AND client_id = ? AND client_seq = ?""";

    private Sql() {}
  }
}
