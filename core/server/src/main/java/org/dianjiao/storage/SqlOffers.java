package org.dianjiao.storage;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What plugins offer, in SQL. */
final class SqlOffers implements Offers {

  private final Transactions transactions;

  SqlOffers(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Offer> of(String document) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    "SELECT instance, revision, body FROM offer WHERE document_id = :document"
                        + " ORDER BY instance, number")
                .bind("document", document)
                .map(
                    (row, context) ->
                        new Offer(
                            row.getString("instance"),
                            row.getLong("revision"),
                            row.getString("body")))
                .list());
  }

  @Override
  public void keep(String document, Collection<String> anew, List<Offer> pages) {
    if (anew.isEmpty() && pages.isEmpty()) {
      return;
    }
    transactions.write(
        handle -> {
          forget(handle, document, anew);
          return add(handle, document, pages);
        });
  }

  private static void forget(Handle handle, String document, Collection<String> instances) {
    for (String instance : instances) {
      handle
          .createUpdate("DELETE FROM offer WHERE document_id = :document AND instance = :instance")
          .bind("document", document)
          .bind("instance", instance)
          .execute();
    }
  }

  private static int add(Handle handle, String document, List<Offer> pages) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO offer (document_id, instance, number, revision, body)"
                + " SELECT :document, :instance, COALESCE(MAX(number), 0) + 1, :revision, :body"
                + " FROM offer WHERE document_id = :document AND instance = :instance");
    for (Offer page : pages) {
      batch
          .bind("document", document)
          .bind("instance", page.instance())
          .bind("revision", page.revision())
          .bind("body", page.body())
          .add();
    }
    return pages.isEmpty() ? 0 : batch.execute().length;
  }
}
