package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dianjiao.people.Account;
import org.jdbi.v3.core.Handle;

/** Accounts in SQL. */
final class SqlAccounts implements Accounts {

  /** Each has a contrast of at least 4.5 to white, so white text on it can be read. */
  static final List<String> COLOURS =
      List.of(
          "#b3261e", "#1f5fa8", "#2e7031", "#8a4b00", "#7b3fa0", "#00706b", "#a8325e", "#4a55b5",
          "#5f6a00", "#8f3f2d", "#3a6478", "#6b4f3a");

  private static final String ACCOUNT = "SELECT id, name, colour, administrator FROM account";
  private static final String PROFILE =
      "SELECT id, name, colour, administrator, email, password_hash, suspended_at, created_at"
          + " FROM account";

  private final Transactions transactions;

  SqlAccounts(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Account create(String name, String passwordHash, boolean administrator) {
    StorableText.require("name", name);
    return transactions.write(handle -> make(handle, name, passwordHash, administrator));
  }

  /** Makes an account inside a transaction. */
  static Account make(Handle handle, String name, String passwordHash, boolean administrator) {
    Account account = new Account(FreshId.next(), name, freeColour(handle), administrator);
    insert(handle, account, passwordHash);
    return account;
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
    return byName(
        transactions.read(
            handle -> handle.createQuery(ACCOUNT).map((row, context) -> account(row)).list()),
        Function.identity());
  }

  @Override
  public List<Account> administrators() {
    return byName(
        transactions.read(
            handle ->
                handle
                    .createQuery(ACCOUNT + " WHERE administrator AND suspended_at IS NULL")
                    .map((row, context) -> account(row))
                    .list()),
        Function.identity());
  }

  @Override
  public Optional<Profile> profile(String account) {
    return transactions.read(
        handle ->
            handle
                .createQuery(PROFILE + " WHERE id = :id")
                .bind("id", account)
                .map((row, context) -> profile(row))
                .findOne());
  }

  @Override
  public List<Profile> profiles() {
    return byName(
        transactions.read(
            handle -> handle.createQuery(PROFILE).map((row, context) -> profile(row)).list()),
        Profile::account);
  }

  @Override
  public void change(String account, String name, String colour, Optional<String> email) {
    StorableText.require("name", name);
    StorableText.require("colour", colour);
    StorableText.require("email", email.orElse(""));
    transactions.write(
        handle -> {
          require(handle, account);
          if (isTaken(handle, name, account)) {
            throw new NameTaken(name);
          }
          return handle
              .createUpdate(
                  """
                  UPDATE account
                  SET name = :name, name_key = :key, colour = :colour, email = :email
                  WHERE id = :id""")
              .bind("name", name)
              .bind("key", key(name))
              .bind("colour", colour)
              .bind("email", email.orElse(""))
              .bind("id", account)
              .execute();
        });
  }

  /** Whether another account than this one has the name. */
  private static boolean isTaken(Handle handle, String name, String account) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM account WHERE name_key = :key AND id <> :id)")
        .bind("key", key(name))
        .bind("id", account)
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether any account has the name, inside a transaction. */
  static boolean isTaken(Handle handle, String name) {
    return isTaken(handle, name, "");
  }

  /** Sets where news may go, inside a transaction. */
  static void setEmail(Handle handle, String account, String email) {
    StorableText.require("email", email);
    handle
        .createUpdate("UPDATE account SET email = :email WHERE id = :id")
        .bind("email", email)
        .bind("id", account)
        .execute();
  }

  @Override
  public void suspend(String account, Instant now) {
    transactions.write(
        handle -> {
          require(handle, account);
          handle
              .createUpdate(
                  "UPDATE account SET suspended_at = :now WHERE id = :id AND suspended_at IS NULL")
              .bind("now", now.toEpochMilli())
              .bind("id", account)
              .execute();
          SqlSignIns.revokeAll(handle, account);
          for (String table : List.of("api_token", "reset_link")) {
            handle
                .createUpdate("DELETE FROM " + table + " WHERE account_id = :id")
                .bind("id", account)
                .execute();
          }
          return SqlMembers.raiseAclVersions(handle, account);
        });
  }

  @Override
  public void unsuspend(String account) {
    transactions.write(
        handle -> {
          require(handle, account);
          handle
              .createUpdate("UPDATE account SET suspended_at = NULL WHERE id = :id")
              .bind("id", account)
              .execute();
          return SqlMembers.raiseAclVersions(handle, account);
        });
  }

  @Override
  public Optional<String> passwordHash(String account) {
    return transactions.read(
        handle ->
            handle
                .createQuery("SELECT password_hash FROM account WHERE id = :id")
                .bind("id", account)
                .mapTo(String.class)
                .findOne()
                .filter(hash -> !hash.isEmpty()));
  }

  @Override
  public void upgradePassword(String account, String from, String to) {
    transactions.write(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE account SET password_hash = :to
                    WHERE id = :id AND password_hash = :from""")
                .bind("to", to)
                .bind("from", from)
                .bind("id", account)
                .execute());
  }

  @Override
  public void changePassword(String account, String passwordHash) {
    transactions.write(
        handle -> {
          setPassword(handle, account, passwordHash);
          return SqlSignIns.revokeAll(handle, account);
        });
  }

  /** Sets a password inside a transaction. */
  static void setPassword(Handle handle, String account, String passwordHash) {
    int changed =
        handle
            .createUpdate("UPDATE account SET password_hash = :passwordHash WHERE id = :id")
            .bind("passwordHash", passwordHash)
            .bind("id", account)
            .execute();
    if (changed == 0) {
      throw new UnknownAccount(account);
    }
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

  /**
   * Checks inside a transaction that there is such an account and it may sign in. It writes to its
   * row: a suspension at the same time comes before, or ends what is made here.
   */
  static void requireActive(Handle handle, String account) {
    int active =
        handle
            .createUpdate("UPDATE account SET name = name WHERE id = :id AND suspended_at IS NULL")
            .bind("id", account)
            .execute();
    if (active == 0) {
      throw new UnknownAccount(account);
    }
  }

  /** Whether there is such an account and it is not suspended. */
  static boolean isActive(Handle handle, String account) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM account WHERE id = :id AND suspended_at IS NULL)")
        .bind("id", account)
        .mapTo(Boolean.class)
        .one();
  }

  private static Profile profile(ResultSet row) throws SQLException {
    long suspended = row.getLong("suspended_at");
    Optional<Instant> since =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(suspended));
    return new Profile(
        account(row),
        Optional.of(row.getString("email")).filter(email -> !email.isEmpty()),
        !row.getString("password_hash").isEmpty(),
        since,
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  /** Reads the columns {@code id, name, colour, administrator}. */
  static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("name"),
        row.getString("colour"),
        row.getBoolean("administrator"));
  }

  /** One order of lists of people, the same on both engines. */
  static <T> List<T> byName(List<T> listed, Function<T, Account> account) {
    record Keyed<T>(String key, String id, T one) {}
    return listed.stream()
        .map(one -> new Keyed<>(key(account.apply(one).name()), account.apply(one).id(), one))
        .sorted(Comparator.comparing((Keyed<T> one) -> one.key()).thenComparing(Keyed::id))
        .map(Keyed::one)
        .toList();
  }

  private static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
