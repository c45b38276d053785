package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-ins in SQL. */
final class SqlSignIns implements SignIns {

  private static final Logger LOG = LoggerFactory.getLogger(SqlSignIns.class);
  private static final Duration TOUCH = Duration.ofMinutes(1);
  private static final String SIGN_IN =
      "SELECT token_hash, account_id, browser, created_at, expires_at, last_used_at FROM sign_in";

  private final Transactions transactions;

  SqlSignIns(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void create(String tokenHash, String account, Instant expires, String browser) {
    StorableText.require("browser", browser);
    transactions.write(
        handle -> {
          SqlAccounts.requireActive(handle, account);
          return handle
              .createUpdate(
                  """
                  INSERT INTO sign_in
                    (token_hash, account_id, created_at, expires_at, last_used_at, browser)
                  VALUES (:token, :account, :now, :expires, :now, :browser)""")
              .bind("token", tokenHash)
              .bind("browser", browser)
              .bind("account", account)
              .bind("now", Instant.now().toEpochMilli())
              .bind("expires", expires.toEpochMilli())
              .execute();
        });
  }

  @Override
  public Optional<SignIn> look(String tokenHash, Instant now) {
    return transactions.read(
        handle ->
            handle
                .createQuery(SIGN_IN + " WHERE token_hash = :token AND expires_at > :now")
                .bind("token", tokenHash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> signIn(row))
                .findOne());
  }

  @Override
  public void touch(SignIn signIn, Instant now) {
    if (now.isBefore(signIn.lastUsed().plus(TOUCH))) {
      return;
    }
    try {
      transactions.write(
          handle ->
              handle
                  .createUpdate("UPDATE sign_in SET last_used_at = :now WHERE token_hash = :token")
                  .bind("now", now.toEpochMilli())
                  .bind("token", signIn.id())
                  .execute());
    } catch (StorageFull full) {
      LOG.debug("the last use of a sign-in is not written down", full);
    }
  }

  @Override
  public List<SignIn> of(String account, Instant now) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    SIGN_IN
                        + " WHERE account_id = :account AND expires_at > :now"
                        + " ORDER BY created_at DESC, token_hash")
                .bind("account", account)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> signIn(row))
                .list());
  }

  @Override
  public void revoke(String tokenHash) {
    transactions.write(
        handle ->
            handle
                .createUpdate("DELETE FROM sign_in WHERE token_hash = :token")
                .bind("token", tokenHash)
                .execute());
  }

  @Override
  public boolean revoke(String account, String id) {
    return transactions.write(
        handle ->
            handle
                    .createUpdate(
                        "DELETE FROM sign_in WHERE token_hash = :token AND account_id = :account")
                    .bind("token", id)
                    .bind("account", account)
                    .execute()
                == 1);
  }

  @Override
  public int revokeOthers(String account, String tokenHash) {
    return transactions.write(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM sign_in WHERE account_id = :account AND token_hash <> :token")
                .bind("account", account)
                .bind("token", tokenHash)
                .execute());
  }

  @Override
  public void revokeAll(String account) {
    transactions.write(handle -> revokeAll(handle, account));
  }

  /** The same inside a transaction; says how many. */
  static int revokeAll(Handle handle, String account) {
    return handle
        .createUpdate("DELETE FROM sign_in WHERE account_id = :account")
        .bind("account", account)
        .execute();
  }

  @Override
  public int expire(Instant now) {
    return transactions.write(
        handle -> {
          dropSetupTokens(handle, now);
          return handle
              .createUpdate("DELETE FROM sign_in WHERE expires_at <= :now")
              .bind("now", now.toEpochMilli())
              .execute();
        });
  }

  @Override
  public void storeSetupToken(String tokenHash, Instant expires) {
    transactions.write(
        handle -> {
          dropSetupTokens(handle, Instant.ofEpochMilli(Long.MAX_VALUE));
          return handle
              .createUpdate(
                  "INSERT INTO setup_token (token_hash, expires_at) VALUES (:token, :expires)")
              .bind("token", tokenHash)
              .bind("expires", expires.toEpochMilli())
              .execute();
        });
  }

  @Override
  public boolean useSetupToken(String tokenHash, Instant now) {
    return transactions.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        DELETE FROM setup_token
                        WHERE token_hash = :token AND expires_at > :now""")
                    .bind("token", tokenHash)
                    .bind("now", now.toEpochMilli())
                    .execute()
                == 1);
  }

  @Override
  public void storeResetLink(String tokenHash, String account, Instant expires) {
    transactions.write(
        handle -> {
          SqlAccounts.require(handle, account);
          return handle
              .createUpdate(
                  """
                  INSERT INTO reset_link (account_id, token_hash, expires_at)
                  VALUES (:account, :token, :expires)
                  ON CONFLICT (account_id) DO UPDATE
                    SET token_hash = excluded.token_hash, expires_at = excluded.expires_at""")
              .bind("account", account)
              .bind("token", tokenHash)
              .bind("expires", expires.toEpochMilli())
              .execute();
        });
  }

  @Override
  public Optional<String> resetLink(String tokenHash, Instant now) {
    return transactions.read(handle -> resetLink(handle, tokenHash, now));
  }

  private static Optional<String> resetLink(Handle handle, String tokenHash, Instant now) {
    return handle
        .createQuery(
            "SELECT account_id FROM reset_link WHERE token_hash = :token AND expires_at > :now")
        .bind("token", tokenHash)
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public Optional<String> useResetLink(String tokenHash, String passwordHash, Instant now) {
    return transactions.write(
        handle -> {
          Optional<String> account = resetLink(handle, tokenHash, now);
          boolean used =
              handle
                      .createUpdate("DELETE FROM reset_link WHERE token_hash = :token")
                      .bind("token", tokenHash)
                      .execute()
                  == 1;
          if (account.isEmpty() || !used) {
            return Optional.<String>empty();
          }
          SqlAccounts.setPassword(handle, account.get(), passwordHash);
          revokeAll(handle, account.get());
          return account;
        });
  }

  private static void dropSetupTokens(Handle handle, Instant now) {
    handle
        .createUpdate("DELETE FROM setup_token WHERE expires_at <= :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static SignIn signIn(ResultSet row) throws SQLException {
    return new SignIn(
        row.getString("token_hash"),
        row.getString("account_id"),
        row.getString("browser"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        Instant.ofEpochMilli(row.getLong("last_used_at")));
  }
}
