package org.dianjiao.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What plugins were told, in SQL. */
final class SqlLessons implements Lessons {

  private static final String ALL = "";

  private final Transactions transactions;

  SqlLessons(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Told told(String document) {
    Map<String, Long> rows =
        transactions.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT instance, revision FROM lesson WHERE document_id = :document")
                    .bind("document", document)
                    .reduceRows(
                        new HashMap<>(),
                        (found, row) -> {
                          found.put(
                              row.getColumn("instance", String.class),
                              row.getColumn("revision", Long.class));
                          return found;
                        }));
    Long all = rows.remove(ALL);
    return new Told(all == null ? 0 : all, rows);
  }

  @Override
  public void note(String document, Told told) {
    Map<String, Long> rows = new HashMap<>(told.others());
    rows.put(ALL, told.all());
    transactions.write(
        handle -> {
          handle
              .createUpdate("DELETE FROM lesson WHERE document_id = :document")
              .bind("document", document)
              .execute();
          return insert(handle, document, rows);
        });
  }

  private static int[] insert(Handle handle, String document, Map<String, Long> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO lesson (document_id, instance, revision)"
                + " VALUES (:document, :instance, :revision)");
    rows.forEach(
        (instance, revision) ->
            batch
                .bind("document", document)
                .bind("instance", instance)
                .bind("revision", revision)
                .add());
    return batch.execute();
  }

  @Override
  public List<String> behind() {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT document.id FROM document
                    LEFT JOIN lesson ON lesson.document_id = document.id AND lesson.instance = :all
                    WHERE COALESCE(lesson.revision, 0) <
                      (SELECT COALESCE(MAX(change_log.revision), 0) FROM change_log
                       WHERE change_log.document_id = document.id)
                      OR document.id IN (SELECT document_id FROM lesson WHERE instance <> :all)
                    ORDER BY document.id""")
                .bind("all", ALL)
                .mapTo(String.class)
                .list());
  }

  @Override
  public List<String> apart(String instance) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    "SELECT document_id FROM lesson WHERE instance = :instance"
                        + " ORDER BY document_id")
                .bind("instance", instance)
                .mapTo(String.class)
                .list());
  }
}
