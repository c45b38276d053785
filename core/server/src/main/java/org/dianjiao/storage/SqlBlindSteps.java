package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dianjiao.blind.RoundStep;
import org.dianjiao.blind.RoundStep.Deed;
import org.jdbi.v3.core.Handle;

/** What was done with rounds of double work, and who has read of it, in SQL. */
final class SqlBlindSteps {

  private record Taken(String round, RoundStep step) {}

  private static final ReadMarks<Integer> MARKS =
      new ReadMarks<>("blind_read", "round_id", "number", ResultSet::getInt);

  private final Transactions transactions;

  SqlBlindSteps(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Notes a step inside a transaction that has changed the round before. */
  static void note(Handle handle, String round, Deed deed, String by, Optional<String> to) {
    handle
        .createUpdate(
            """
            INSERT INTO blind_step (round_id, number, deed, account_id, to_id, at)
            SELECT :round, COALESCE(MAX(number), 0) + 1, :deed, :by, :to, :at
            FROM blind_step WHERE round_id = :round""")
        .bind("round", round)
        .bind("deed", deed.word())
        .bind("by", by)
        .bind("to", to)
        .bind("at", Instant.now().toEpochMilli())
        .execute();
  }

  /** The steps of a project's rounds, in order. */
  Map<String, List<RoundStep>> of(String project) {
    return transactions
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT s.* FROM blind_step s JOIN blind_round r ON r.id = s.round_id
                        WHERE r.project_id = :project ORDER BY s.round_id, s.number""")
                    .bind("project", project)
                    .map((row, context) -> new Taken(row.getString("round_id"), step(row)))
                    .list())
        .stream()
        .collect(
            Collectors.groupingBy(
                Taken::round, Collectors.mapping(Taken::step, Collectors.toList())));
  }

  private static RoundStep step(ResultSet row) throws SQLException {
    return new RoundStep(
        row.getInt("number"),
        Deed.of(row.getString("deed")),
        row.getString("account_id"),
        Optional.ofNullable(row.getString("to_id")),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  /** Up to which step somebody has read, for each round of which they did. */
  Map<String, Integer> read(String account) {
    return transactions.read(handle -> MARKS.of(handle, account));
  }

  /** Somebody has read up to a step; nothing happens when they had read further. */
  void markRead(String round, String account, int number) {
    transactions.write(handle -> MARKS.mark(handle, account, round, number));
  }
}
