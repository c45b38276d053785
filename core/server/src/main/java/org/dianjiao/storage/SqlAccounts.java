package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianjiao.people.Account;
import org.jdbi.v3.core.Handle;

/** Accounts in SQL. */
final class SqlAccounts implements Accounts {

  /** Where lists of people have one order on both engines. */
  static final Comparator<Account> BY_NAME =
      Comparator.comparing((Account account) -> key(account.name())).thenComparing(Account::id);

  /** Each has a contrast of at least 4.5 to white, so white text on it can be read. */
  static final List<String> COLOURS =
      List.of(
          "#b3261e", "#1f5fa8", "#2e7031", "#8a4b00", "#7b3fa0", "#00706b", "#a8325e", "#4a55b5",
          "#5f6a00", "#8f3f2d", "#3a6478", "#6b4f3a");

  private static final String ACCOUNT = "SELECT id, name, colour, administrator FROM account";

  private final Transactions transactions;

  SqlAccounts(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Account create(String name, String passwordHash, boolean administrator) {
    StorableText.require("name", name);
    return transactions.write(
        handle -> {
          Account account = new Account(FreshId.next(), name, freeColour(handle), administrator);
          insert(handle, account, passwordHash);
          return account;
        });
  }

  private static void insert(Handle handle, Account account, String passwordHash) {
    int inserted =
        handle
            .createUpdate(
                """
                INSERT INTO account (id, name, name_key, colour, administrator, password_hash,
                  created_at)
                VALUES (:id, :name, :key, :colour, :administrator, :passwordHash, :now)
                ON CONFLICT (name_key) DO NOTHING""")
            .bind("id", account.id())
            .bind("name", account.name())
            .bind("key", key(account.name()))
            .bind("colour", account.colour())
            .bind("administrator", account.administrator())
            .bind("passwordHash", passwordHash)
            .bind("now", Instant.now().toEpochMilli())
            .execute();
    if (inserted == 0) {
      throw new NameTaken(account.name());
    }
  }

  private static String freeColour(Handle handle) {
    List<String> used = handle.createQuery("SELECT colour FROM account").mapTo(String.class).list();
    return COLOURS.stream()
        .min(Comparator.comparingLong(colour -> used.stream().filter(colour::equals).count()))
        .orElseThrow();
  }

  @Override
  public Optional<Account> byId(String id) {
    return find("id", id);
  }

  @Override
  public Optional<Account> byName(String name) {
    return find("name_key", key(name));
  }

  private Optional<Account> find(String column, String value) {
    return transactions.read(
        handle ->
            handle
                .createQuery(ACCOUNT + " WHERE " + column + " = :value")
                .bind("value", value)
                .map((row, context) -> account(row))
                .findOne());
  }

  @Override
  public List<Account> all() {
    return transactions
        .read(handle -> handle.createQuery(ACCOUNT).map((row, context) -> account(row)).list())
        .stream()
        .sorted(BY_NAME)
        .toList();
  }

  @Override
  public Optional<String> passwordHash(String account) {
    return transactions.read(
        handle ->
            handle
                .createQuery("SELECT password_hash FROM account WHERE id = :id")
                .bind("id", account)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void changePassword(String account, String passwordHash) {
    transactions.write(
        handle -> {
          int changed =
              handle
                  .createUpdate("UPDATE account SET password_hash = :passwordHash WHERE id = :id")
                  .bind("passwordHash", passwordHash)
                  .bind("id", account)
                  .execute();
          if (changed == 0) {
            throw new UnknownAccount(account);
          }
          return SqlSignIns.revokeAll(handle, account);
        });
  }

  @Override
  public boolean anyAdministrator() {
    return transactions.read(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM account WHERE administrator)")
                .mapTo(Boolean.class)
                .one());
  }

  /** Checks inside a transaction that there is such an account. */
  static void require(Handle handle, String account) {
    boolean known =
        handle
            .createQuery("SELECT EXISTS (SELECT 1 FROM account WHERE id = :id)")
            .bind("id", account)
            .mapTo(Boolean.class)
            .one();
    if (!known) {
      throw new UnknownAccount(account);
    }
  }

  /** Reads the columns {@code id, name, colour, administrator}. */
  static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("name"),
        row.getString("colour"),
        row.getBoolean("administrator"));
  }

  private static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
