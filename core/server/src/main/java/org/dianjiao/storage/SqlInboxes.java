package org.dianjiao.storage;

import java.sql.ResultSet;
import java.util.Map;

/** How far people have read, in SQL. */
final class SqlInboxes implements Inboxes {

  private static final ReadMarks<Long> MARKS =
      new ReadMarks<>("inbox_read", "document_id", "revision", ResultSet::getLong);

  private final Transactions transactions;

  SqlInboxes(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<String, Long> read(String account) {
    return transactions.read(handle -> MARKS.of(handle, account));
  }

  @Override
  public void markRead(String account, String document, long revision) {
    transactions.write(
        handle -> {
          SqlAccounts.require(handle, account);
          return MARKS.mark(handle, account, document, revision);
        });
  }
}
