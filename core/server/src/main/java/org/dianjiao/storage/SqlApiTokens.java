package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Scope;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens of programs in SQL. */
final class SqlApiTokens implements ApiTokens {

  private static final Logger LOG = LoggerFactory.getLogger(SqlApiTokens.class);
  private static final Duration TOUCH = Duration.ofMinutes(1);
  private static final String TOKEN =
      """
      SELECT id, account_id, name, permissions, project_id, plugin, created_at, expires_at,
        last_used_at
      FROM api_token\s""";

  private final Transactions transactions;

  SqlApiTokens(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public ApiToken create(
      String tokenHash, String account, String name, Scope scope, Instant expires) {
    StorableText.require("name", name);
    ApiToken token =
        new ApiToken(
            FreshId.next(),
            account,
            name,
            scope,
            Instant.ofEpochMilli(Instant.now().toEpochMilli()),
            Instant.ofEpochMilli(expires.toEpochMilli()),
            Optional.empty());
    return transactions.write(
        handle -> {
          SqlAccounts.requireActive(handle, account);
          if (scope.project().isPresent()) {
            SqlMembers.requireProject(handle, scope.project().get());
          }
          insert(handle, tokenHash, token);
          return token;
        });
  }

  private static void insert(Handle handle, String tokenHash, ApiToken token) {
    handle
        .createUpdate(
            """
            INSERT INTO api_token (id, token_hash, account_id, name, permissions, project_id,
              plugin, created_at, expires_at)
            VALUES (:id, :hash, :account, :name, :permissions, :project, :plugin, :created,
              :expires)""")
        .bind("id", token.id())
        .bind("hash", tokenHash)
        .bind("account", token.account())
        .bind("name", token.name())
        .bind("permissions", words(token.scope().permissions()))
        .bind("project", token.scope().project().orElse(null))
        .bind("plugin", token.scope().plugin())
        .bind("created", token.created().toEpochMilli())
        .bind("expires", token.expires().toEpochMilli())
        .execute();
  }

  @Override
  public Optional<ApiToken> use(String tokenHash, Instant now) {
    Optional<ApiToken> found =
        transactions.read(
            handle ->
                handle
                    .createQuery(TOKEN + "WHERE token_hash = :hash AND expires_at > :now")
                    .bind("hash", tokenHash)
                    .bind("now", now.toEpochMilli())
                    .map((row, context) -> token(row))
                    .findOne());
    if (found.isPresent() && isLongAgo(found.get().lastUsed(), now)) {
      touch(tokenHash, now);
    }
    return found;
  }

  private static boolean isLongAgo(Optional<Instant> lastUsed, Instant now) {
    return lastUsed.isEmpty() || !now.isBefore(lastUsed.get().plus(TOUCH));
  }

  /** A program goes on reading on a full disk, where the time cannot be written down. */
  private void touch(String tokenHash, Instant now) {
    try {
      transactions.write(
          handle ->
              handle
                  .createUpdate("UPDATE api_token SET last_used_at = :now WHERE token_hash = :hash")
                  .bind("now", now.toEpochMilli())
                  .bind("hash", tokenHash)
                  .execute());
    } catch (StorageFull full) {
      LOG.debug("the last use of a token is not written down", full);
    }
  }

  @Override
  public List<ApiToken> of(String account, Instant now) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    TOKEN
                        + "WHERE account_id = :account AND expires_at > :now"
                        + " ORDER BY created_at DESC, id")
                .bind("account", account)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> token(row))
                .list());
  }

  @Override
  public Optional<String> revoke(String account, String id) {
    return transactions.write(
        handle -> {
          Optional<String> hash =
              handle
                  .createQuery(
                      "SELECT token_hash FROM api_token WHERE id = :id AND account_id = :account")
                  .bind("id", id)
                  .bind("account", account)
                  .mapTo(String.class)
                  .findOne();
          hash.ifPresent(
              found ->
                  handle
                      .createUpdate("DELETE FROM api_token WHERE token_hash = :hash")
                      .bind("hash", found)
                      .execute());
          return hash;
        });
  }

  @Override
  public int expire(Instant now) {
    return transactions.write(
        handle ->
            handle
                .createUpdate("DELETE FROM api_token WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute());
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    long used = row.getLong("last_used_at");
    Optional<Instant> lastUsed =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(used));
    return new ApiToken(
        row.getString("id"),
        row.getString("account_id"),
        row.getString("name"),
        new Scope(
            permissions(row.getString("permissions")),
            Optional.ofNullable(row.getString("project_id")),
            row.getBoolean("plugin")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        lastUsed);
  }

  private static String words(Set<Permission> permissions) {
    return permissions.stream().map(Permission::word).sorted().collect(Collectors.joining(","));
  }

  /** A right that there is no more is left out: a token never gains by that. */
  private static Set<Permission> permissions(String words) {
    EnumSet<Permission> found = EnumSet.noneOf(Permission.class);
    for (String word : words.split(",", -1)) {
      Permission.of(word).ifPresent(found::add);
    }
    return found;
  }
}
