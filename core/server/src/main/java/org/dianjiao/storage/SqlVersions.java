package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Named versions in SQL. */
final class SqlVersions implements Versions {

  private static final String COLUMNS =
      "SELECT id, document_id, revision, name, note, author_id, created_at FROM named_version ";

  private final Transactions transactions;

  SqlVersions(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public NamedVersion add(String document, long revision, String name, String note, String author) {
    StorableText.require("name", name);
    StorableText.require("note", note);
    Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    NamedVersion version =
        new NamedVersion(FreshId.next(), document, revision, name, note, author, now);
    return transactions.write(
        handle -> {
          requireInLog(handle, document, revision);
          return naming(name, () -> insert(handle, version));
        });
  }

  private static void requireInLog(Handle handle, String document, long revision) {
    Optional<Long> logged =
        handle
            .createQuery(
                """
                SELECT revision FROM change_log
                WHERE document_id = :document AND revision = :revision""")
            .bind("document", document)
            .bind("revision", revision)
            .mapTo(Long.class)
            .findOne();
    if (logged.isEmpty()) {
      throw new UnknownRevision(document, revision);
    }
  }

  private static NamedVersion insert(Handle handle, NamedVersion version) {
    handle
        .createUpdate(
            """
            INSERT INTO named_version (id, document_id, revision, name, note, author_id, created_at)
            VALUES (:id, :document, :revision, :name, :note, :author, :at)""")
        .bind("id", version.id())
        .bind("document", version.document())
        .bind("revision", version.revision())
        .bind("name", version.name())
        .bind("note", version.note())
        .bind("author", version.author())
        .bind("at", version.at().toEpochMilli())
        .execute();
    return version;
  }

  private <T> T naming(String name, Supplier<T> work) {
    try {
      return work.get();
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException cause && transactions.engine().keyTaken(cause)) {
        throw new NameTaken(name);
      }
      throw e;
    }
  }

  @Override
  public List<NamedVersion> of(String document) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + "WHERE document_id = :document ORDER BY revision DESC, created_at, id")
                .bind("document", document)
                .map((row, context) -> version(row))
                .list());
  }

  @Override
  public Optional<NamedVersion> find(String document, String id) {
    return transactions.read(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE document_id = :document AND id = :id")
                .bind("document", document)
                .bind("id", id)
                .map((row, context) -> version(row))
                .findOne());
  }

  @Override
  public void rename(String id, String name, String note) {
    StorableText.require("name", name);
    StorableText.require("note", note);
    transactions.write(
        handle ->
            naming(
                name,
                () ->
                    handle
                        .createUpdate(
                            "UPDATE named_version SET name = :name, note = :note WHERE id = :id")
                        .bind("id", id)
                        .bind("name", name)
                        .bind("note", note)
                        .execute()));
  }

  @Override
  public void remove(String id) {
    transactions.write(
        handle ->
            handle
                .createUpdate("DELETE FROM named_version WHERE id = :id")
                .bind("id", id)
                .execute());
  }

  private static NamedVersion version(ResultSet row) throws SQLException {
    return new NamedVersion(
        row.getString("id"),
        row.getString("document_id"),
        row.getLong("revision"),
        row.getString("name"),
        row.getString("note"),
        row.getString("author_id"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }
}
