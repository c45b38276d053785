package org.dianjiao.storage;

import java.util.List;
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
                        + " ORDER BY instance")
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
  public void keep(String document, List<Offer> offers) {
    transactions.write(
        handle -> {
          handle
              .createUpdate("DELETE FROM offer WHERE document_id = :document")
              .bind("document", document)
              .execute();
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO offer (document_id, instance, revision, body)"
                      + " VALUES (:document, :instance, :revision, :body)");
          offers.forEach(
              offer ->
                  batch
                      .bind("document", document)
                      .bind("instance", offer.instance())
                      .bind("revision", offer.revision())
                      .bind("body", offer.body())
                      .add());
          return offers.isEmpty() ? new int[0] : batch.execute();
        });
  }
}
