package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.audit.AuditEntry;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.jdbi.v3.core.Handle;

/**
 * The audit log in SQL. One row holds where it ends: writing to it lets one append after the other,
 * and shows when the last entries are missing.
 */
final class SqlAuditLog implements AuditLog {

  private static final String FORM = "dianjiao audit log 1";
  private static final int PAGE = 1_000;
  private static final String ENTRY =
      """
      SELECT number, happened_at, outcome, operation, account_id, thing, address, detail, chain_hash
      FROM audit""";

  private final Transactions transactions;

  SqlAuditLog(Transactions transactions) {
    this.transactions = transactions;
  }

  private record End(long number, String chain) {}

  private static End end(Handle handle) {
    return handle
        .createQuery("SELECT number, chain_hash FROM audit_end")
        .map((row, context) -> new End(row.getLong("number"), row.getString("chain_hash")))
        .one();
  }

  @Override
  public AuditEntry append(Event event) {
    return transactions.write(
        handle -> {
          handle.execute("UPDATE audit_end SET number = number + 1");
          End end = end(handle);
          AuditEntry entry =
              new AuditEntry(end.number(), event, chain(end.chain(), end.number(), event));
          handle.execute("UPDATE audit_end SET chain_hash = ?", entry.chain());
          handle.execute(
              """
              INSERT INTO audit (number, happened_at, outcome, operation, account_id, thing, address,
                detail, chain_hash)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
              entry.number(),
              event.at().toEpochMilli(),
              event.outcome().word(),
              event.operation(),
              event.account(),
              event.thing(),
              event.address(),
              event.detail(),
              entry.chain());
          return entry;
        });
  }

  /** The hash at an entry: over the form, the hash before it, and each of its fields. */
  private static String chain(String previous, long number, Event event) {
    return Chain.of(
        FORM,
        previous,
        Long.toString(number),
        Long.toString(event.at().toEpochMilli()),
        event.outcome().word(),
        event.operation(),
        event.account(),
        event.thing(),
        event.address(),
        event.detail());
  }

  @Override
  public List<AuditEntry> read(Wanted wanted, long before, int most) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    ENTRY
                        + """
                         WHERE number < :before AND happened_at >= :since
                          AND (:account = '' OR account_id = :account)
                          AND (:operation = '' OR operation = :operation)
                        ORDER BY number DESC LIMIT :most""")
                .bind("before", before)
                .bind("since", wanted.since().map(Instant::toEpochMilli).orElse(0L))
                .bind("account", wanted.account().orElse(""))
                .bind("operation", wanted.operation().orElse(""))
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    Event event =
        new Event(
            Instant.ofEpochMilli(row.getLong("happened_at")),
            Outcome.of(row.getString("outcome")),
            row.getString("operation"),
            row.getString("account_id"),
            row.getString("thing"),
            row.getString("address"),
            row.getString("detail"));
    return new AuditEntry(row.getLong("number"), event, row.getString("chain_hash"));
  }

  @Override
  public Report verify(Optional<String> kept) {
    End end = transactions.read(SqlAuditLog::end);
    End sound = new End(0, "");
    boolean met = kept.isEmpty();
    while (true) {
      List<Row> page = page(sound.number(), end.number());
      if (page.isEmpty()) {
        return met ? report(sound, end) : elsewhere(sound, kept.orElse(""));
      }
      for (Row row : page) {
        Optional<String> fault = fault(row, sound);
        if (fault.isPresent()) {
          return new Report(sound.number(), sound.chain(), fault);
        }
        sound = new End(row.number(), row.chain());
        met = met || kept.equals(Optional.of(row.chain()));
      }
    }
  }

  /** A row as it stands there, whatever was done to it, and the hash that it should have. */
  private record Row(long number, String chain, Fields fields) {}

  private record Fields(List<String> words) {
    String chain(String previous) {
      return Chain.of(
          java.util.stream.Stream.concat(java.util.stream.Stream.of(FORM, previous), words.stream())
              .toArray(String[]::new));
    }
  }

  private List<Row> page(long after, long last) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    ENTRY
                        + " WHERE number > :after AND number <= :last ORDER BY number LIMIT :page")
                .bind("after", after)
                .bind("last", last)
                .bind("page", PAGE)
                .map((row, context) -> stored(row))
                .list());
  }

  private static Row stored(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        row.getString("chain_hash"),
        new Fields(
            List.of(
                row.getString("number"),
                row.getString("happened_at"),
                row.getString("outcome"),
                row.getString("operation"),
                row.getString("account_id"),
                row.getString("thing"),
                row.getString("address"),
                row.getString("detail"))));
  }

  private static Optional<String> fault(Row row, End sound) {
    long next = sound.number() + 1;
    if (row.number() != next) {
      return Optional.of("entry %d is missing, %d follows".formatted(next, row.number()));
    }
    return row.chain().equals(row.fields().chain(sound.chain()))
        ? Optional.empty()
        : Optional.of("entry %d does not have the hash of its content".formatted(next));
  }

  private static Report elsewhere(End sound, String kept) {
    return new Report(
        sound.number(),
        sound.chain(),
        Optional.of(
            "no entry has the hash %s: the log was written anew, or its end is gone"
                .formatted(kept)));
  }

  private static Report report(End sound, End end) {
    boolean whole = sound.number() == end.number() && sound.chain().equals(end.chain());
    return new Report(
        sound.number(),
        sound.chain(),
        whole
            ? Optional.empty()
            : Optional.of(
                "the log ends at entry %d, but %d were written"
                    .formatted(sound.number(), end.number())));
  }
}
