package org.dianjiao.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dianjiao.storage.ChainReport.Fault;

/** The change log in SQL. */
final class SqlChangeLog implements ChangeLog {

  private static final int PAGE = 200;
  private static final String ENTRY =
      """
      SELECT revision, epoch, author_id, client_id, client_seq, op_format, op, op_hash, created_at,
        chain_hash
      FROM change_log WHERE document_id = :document""";

  private final Transactions transactions;
  private final AtomicReference<GroupAppend> prepared = new AtomicReference<>();

  SqlChangeLog(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Head claim(String document, String node) {
    StorableText.require("node", node);
    long epoch =
        transactions.write(
            handle ->
                handle
                    .createQuery(
                        """
                        UPDATE doc_owner SET epoch = epoch + 1, node_id = :node
                        WHERE document_id = :document RETURNING epoch""")
                    .bind("node", node)
                    .bind("document", document)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new UnknownDocument(document)));
    return transactions.read(
        handle ->
            handle
                .createQuery(GroupAppend.Sql.STANDING)
                .bind(0, document)
                .map((row, context) -> head(document, epoch, row))
                .one());
  }

  private static Head head(String document, long epoch, ResultSet row) throws SQLException {
    long revision = row.getLong("revision");
    return new Head(
        document,
        epoch,
        revision,
        revision == 0 ? Chain.start(document) : row.getString("chain_hash"),
        row.getLong("acl_version"),
        row.getString("timeline"));
  }

  @Override
  public List<AppendResult> append(List<Batch> group) {
    return transactions.write(
        handle -> {
          GroupAppend append = prepared(handle.getConnection().unwrap(Connection.class));
          try {
            List<AppendResult> results = new ArrayList<>(group.size());
            for (Batch batch : group) {
              results.add(append.append(batch));
            }
            keep(append);
            return List.copyOf(results);
          } catch (SQLException failure) {
            throw closed(append, failure);
          }
        });
  }

  /** The statements for a connection: those that were used last when they are of this one. */
  private GroupAppend prepared(Connection connection) throws SQLException {
    GroupAppend last = prepared.getAndSet(null);
    if (last != null && last.isOn(connection)) {
      return last;
    }
    if (last != null) {
      last.close();
    }
    return new GroupAppend(transactions.engine(), connection);
  }

  /** Statements that failed are not used again. */
  private static SQLException closed(GroupAppend append, SQLException failure) {
    try {
      append.close();
    } catch (SQLException again) {
      failure.addSuppressed(again);
    }
    return failure;
  }

  private void keep(GroupAppend append) throws SQLException {
    GroupAppend other = prepared.getAndSet(append);
    if (other != null) {
      other.close();
    }
  }

  @Override
  public List<LogEntry> read(String document, long from, int limit) {
    return transactions.read(
        handle ->
            handle
                .createQuery(ENTRY + " AND revision >= :from ORDER BY revision LIMIT :limit")
                .bind("document", document)
                .bind("from", from)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
  }

  @Override
  public long tailUnits(String document) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COALESCE(SUM(LENGTH(op)), 0) FROM change_log
                    WHERE document_id = :document AND revision >
                      (SELECT COALESCE(MAX(revision), 0) FROM snapshot
                       WHERE document_id = :document)""")
                .bind("document", document)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public List<LogEntry> history(String document, long before, int limit) {
    return transactions.read(
        handle ->
            handle
                .createQuery(ENTRY + " AND revision < :before ORDER BY revision DESC LIMIT :limit")
                .bind("document", document)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
  }

  @Override
  public Optional<ClientPosition> position(String document, String client) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT client_seq, author_id FROM change_log
                    WHERE document_id = :document AND client_id = :client
                    ORDER BY client_seq DESC LIMIT 1""")
                .bind("document", document)
                .bind("client", client)
                .map(
                    (row, context) ->
                        new ClientPosition(row.getLong("client_seq"), row.getString("author_id")))
                .findOne());
  }

  @Override
  public Optional<LogEntry> find(String document, String client, long sequence) {
    return transactions.read(
        handle ->
            handle
                .createQuery(ENTRY + " AND client_id = :client AND client_seq = :sequence")
                .bind("document", document)
                .bind("client", client)
                .bind("sequence", sequence)
                .map((row, context) -> entry(row))
                .findOne());
  }

  @Override
  public List<String> documents() {
    return transactions.read(
        handle ->
            handle
                .createQuery("SELECT id FROM document ORDER BY created_at, id")
                .mapTo(String.class)
                .list());
  }

  @Override
  public ChainReport verify(String document) {
    if (!documents().contains(document)) {
      throw new UnknownDocument(document);
    }
    ChainCheck check = ChainCheck.ofAll(document);
    List<LogEntry> page;
    do {
      page = read(document, check.next(), PAGE);
    } while (check.take(page) && page.size() == PAGE);
    return check.report(strangeSnapshot(document));
  }

  private Optional<Fault> strangeSnapshot(String document) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT s.revision FROM snapshot s
                    LEFT JOIN change_log l ON l.document_id = s.document_id
                      AND l.revision = s.revision AND l.chain_hash = s.chain_hash
                    WHERE s.document_id = :document AND l.revision IS NULL
                    ORDER BY s.revision LIMIT 1""")
                .bind("document", document)
                .mapTo(Long.class)
                .findOne()
                .map(revision -> new Fault(revision, "a snapshot does not agree with the log")));
  }

  private static LogEntry entry(ResultSet row) throws SQLException {
    return new LogEntry(
        row.getLong("revision"),
        row.getLong("epoch"),
        row.getString("author_id"),
        row.getString("client_id"),
        row.getLong("client_seq"),
        row.getInt("op_format"),
        row.getString("op"),
        row.getString("op_hash"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("chain_hash"));
  }
}
