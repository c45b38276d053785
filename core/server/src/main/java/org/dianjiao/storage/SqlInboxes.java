package org.dianjiao.storage;

import java.util.Map;
import java.util.stream.Collectors;

/** How far people have read, in SQL. */
final class SqlInboxes implements Inboxes {

  private record Mark(String document, long revision) {}

  private final Transactions transactions;

  SqlInboxes(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<String, Long> read(String account) {
    return transactions
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT document_id, revision FROM inbox_read WHERE account_id = :account")
                    .bind("account", account)
                    .map(
                        (row, context) ->
                            new Mark(row.getString("document_id"), row.getLong("revision")))
                    .list())
        .stream()
        .collect(Collectors.toMap(Mark::document, Mark::revision));
  }

  @Override
  public void markRead(String account, String document, long revision) {
    transactions.write(
        handle -> {
          SqlAccounts.require(handle, account);
          return handle
              .createUpdate(
                  """
                  INSERT INTO inbox_read (account_id, document_id, revision)
                  VALUES (:account, :document, :revision)
                  ON CONFLICT (account_id, document_id) DO UPDATE SET revision =
                    CASE WHEN inbox_read.revision < excluded.revision
                      THEN excluded.revision ELSE inbox_read.revision END""")
              .bind("account", account)
              .bind("document", document)
              .bind("revision", revision)
              .execute();
        });
  }
}
