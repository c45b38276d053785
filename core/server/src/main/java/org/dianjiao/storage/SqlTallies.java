package org.dianjiao.storage;

import java.util.Map;
import java.util.stream.Collectors;

/** What was counted, in SQL. */
final class SqlTallies implements Tallies {

  private record Row(String document, Kept kept) {}

  private final Transactions transactions;

  SqlTallies(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<String, Kept> of(String project) {
    return transactions
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT t.document_id, t.revision, t.format, t.body
                        FROM tally t JOIN document d ON d.id = t.document_id
                        WHERE d.project_id = :project""")
                    .bind("project", project)
                    .map(
                        (row, context) ->
                            new Row(
                                row.getString("document_id"),
                                new Kept(
                                    row.getLong("revision"),
                                    row.getInt("format"),
                                    row.getString("body"))))
                    .list())
        .stream()
        .collect(Collectors.toMap(Row::document, Row::kept));
  }

  @Override
  public void keep(String document, Kept tally) {
    transactions.write(
        handle -> {
          boolean known =
              handle
                  .createQuery("SELECT EXISTS (SELECT 1 FROM document WHERE id = :id)")
                  .bind("id", document)
                  .mapTo(Boolean.class)
                  .one();
          if (!known) {
            throw new UnknownDocument(document);
          }
          return handle
              .createUpdate(
                  """
                  INSERT INTO tally (document_id, revision, format, body)
                  VALUES (:document, :revision, :format, :body)
                  ON CONFLICT (document_id) DO UPDATE SET revision = excluded.revision,
                    format = excluded.format, body = excluded.body
                  WHERE tally.revision < excluded.revision OR tally.format <> excluded.format""")
              .bind("document", document)
              .bind("revision", tally.revision())
              .bind("format", tally.format())
              .bind("body", tally.body())
              .execute();
        });
  }
}
