package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** Daily messages, in SQL. */
final class SqlDigests implements Digests {

  /** Which rows may be tried on a day. */
  private static final String OPEN =
      """
      digest.wanted = :wanted AND (digest.day < :day
        OR (digest.day = :day AND digest.state = 'failed' AND digest.tries < :most
          AND digest.retry_at <= :now))""";

  private final Transactions transactions;

  SqlDigests(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean wanted(String account) {
    return transactions.read(
        handle ->
            handle
                .createQuery("SELECT wanted FROM digest WHERE account_id = :account")
                .bind("account", account)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }

  @Override
  public void want(String account, boolean wanted, Instant now) {
    transactions.write(
        handle -> {
          SqlAccounts.require(handle, account);
          return handle
              .createUpdate(
                  """
                  INSERT INTO digest (account_id, wanted, day, state, tries, retry_at, told_until)
                  VALUES (:account, :wanted, 0, 'sent', 0, 0, :now)
                  ON CONFLICT (account_id) DO UPDATE SET wanted = excluded.wanted""")
              .bind("account", account)
              .bind("wanted", wanted)
              .bind("now", now.toEpochMilli())
              .execute();
        });
  }

  @Override
  public List<Due> due(long day, int most, Instant now) {
    return transactions.read(
        handle ->
            bound(
                    handle.createQuery(
                        "SELECT account.id, account.email, digest.told_until FROM digest"
                            + " JOIN account ON account.id = digest.account_id"
                            + " WHERE account.email <> '' AND account.suspended_at IS NULL AND "
                            + OPEN
                            + " ORDER BY account.id"),
                    day,
                    most,
                    now)
                .map(
                    (row, context) ->
                        new Due(
                            row.getString("id"),
                            row.getString("email"),
                            Instant.ofEpochMilli(row.getLong("told_until"))))
                .list());
  }

  @Override
  public boolean begin(String account, long day, int most, Instant now) {
    return transactions.write(
        handle ->
            bound(
                        handle
                            .createUpdate(
                                "UPDATE digest SET state = 'sending',"
                                    + " tries = CASE WHEN day = :day THEN tries + 1 ELSE 1 END,"
                                    + " day = :day WHERE account_id = :account AND "
                                    + OPEN)
                            .bind("account", account),
                        day,
                        most,
                        now)
                    .execute()
                == 1);
  }

  private static <S extends SqlStatement<S>> S bound(S statement, long day, int most, Instant now) {
    return statement
        .bind("wanted", true)
        .bind("day", day)
        .bind("most", most)
        .bind("now", now.toEpochMilli());
  }

  @Override
  public void sent(String account, Instant toldUntil) {
    transactions.write(
        handle ->
            handle
                .createUpdate(
                    "UPDATE digest SET state = 'sent', told_until = :until WHERE account_id ="
                        + " :account")
                .bind("account", account)
                .bind("until", toldUntil.toEpochMilli())
                .execute());
  }

  @Override
  public void failed(String account, Instant retryAt) {
    transactions.write(
        handle ->
            handle
                .createUpdate(
                    "UPDATE digest SET state = 'failed', retry_at = :at WHERE account_id ="
                        + " :account")
                .bind("account", account)
                .bind("at", retryAt.toEpochMilli())
                .execute());
  }
}
