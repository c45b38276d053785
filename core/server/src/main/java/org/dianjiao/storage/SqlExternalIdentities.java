package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Account;
import org.jdbi.v3.core.Handle;

/** External identities in SQL. */
final class SqlExternalIdentities implements ExternalIdentities {

  private static final int MOST_NAMESAKES = 1_000;

  private final Transactions transactions;

  SqlExternalIdentities(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<String> account(ExternalIdentity identity) {
    return transactions.read(handle -> account(handle, identity));
  }

  private static Optional<String> account(Handle handle, ExternalIdentity identity) {
    return handle
        .createQuery(
            """
            SELECT account_id FROM external_identity
            WHERE issuer = :issuer AND subject = :subject""")
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public List<ExternalIdentity> of(String account) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT issuer, subject FROM external_identity
                    WHERE account_id = :account ORDER BY created_at, issuer, subject""")
                .bind("account", account)
                .map(
                    (row, context) ->
                        new ExternalIdentity(row.getString("issuer"), row.getString("subject")))
                .list());
  }

  @Override
  public Account create(
      ExternalIdentity identity,
      String name,
      Optional<String> email,
      Optional<String> invitation,
      Instant now) {
    StorableText.require("name", name);
    return transactions.write(
        handle -> {
          Account account = SqlAccounts.make(handle, freeName(handle, name), "", false);
          email.ifPresent(address -> SqlAccounts.setEmail(handle, account.id(), address));
          insert(handle, identity, account.id(), now);
          invitation.ifPresent(hash -> SqlInvitations.use(handle, hash, account.id(), now));
          return account;
        });
  }

  private static String freeName(Handle handle, String name) {
    String free = name;
    for (int i = 2; SqlAccounts.isTaken(handle, free) && i <= MOST_NAMESAKES; i++) {
      free = name + " " + i;
    }
    return free;
  }

  @Override
  public void link(ExternalIdentity identity, String account, Instant now) {
    transactions.write(
        handle -> {
          SqlAccounts.requireActive(handle, account);
          if (!account(handle, identity).equals(Optional.of(account))) {
            insert(handle, identity, account, now);
          }
          return account;
        });
  }

  private static void insert(
      Handle handle, ExternalIdentity identity, String account, Instant now) {
    StorableText.require("issuer", identity.issuer());
    StorableText.require("subject", identity.subject());
    int inserted =
        handle
            .createUpdate(
                """
                INSERT INTO external_identity (issuer, subject, account_id, created_at)
                VALUES (:issuer, :subject, :account, :now)
                ON CONFLICT (issuer, subject) DO NOTHING""")
            .bind("issuer", identity.issuer())
            .bind("subject", identity.subject())
            .bind("account", account)
            .bind("now", now.toEpochMilli())
            .execute();
    if (inserted == 0) {
      throw new IdentityTaken();
    }
  }

  @Override
  public boolean unlink(String issuer, String account) {
    return transactions.write(
        handle -> {
          boolean anotherWay =
              handle
                  .createQuery(
                      """
                      SELECT EXISTS (SELECT 1 FROM account
                          WHERE id = :account AND password_hash <> '')
                        OR EXISTS (SELECT 1 FROM external_identity
                          WHERE account_id = :account AND issuer <> :issuer)""")
                  .bind("account", account)
                  .bind("issuer", issuer)
                  .mapTo(Boolean.class)
                  .one();
          if (anotherWay) {
            handle
                .createUpdate(
                    "DELETE FROM external_identity WHERE account_id = :account AND issuer = :issuer")
                .bind("account", account)
                .bind("issuer", issuer)
                .execute();
          }
          return anotherWay;
        });
  }
}
