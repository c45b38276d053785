package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.blind.Ruling;
import org.dianjiao.blind.Ruling.Choice;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What was decided in rounds of double work, in SQL. */
final class SqlBlindRulings {

  private record Ruled(String difference, Ruling ruling) {}

  private record Left(String difference, String reason) {}

  private final Transactions transactions;

  SqlBlindRulings(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Notes decisions inside a transaction, in the place of those before. */
  static void note(Handle handle, String round, Map<String, Optional<Ruling>> decided) {
    PreparedBatch gone =
        handle.prepareBatch(
            "DELETE FROM blind_ruling WHERE round_id = :round AND difference = :difference");
    PreparedBatch made =
        handle.prepareBatch(
            """
            INSERT INTO blind_ruling (round_id, difference, choice, worker_id, own)
            VALUES (:round, :difference, :choice, :worker, :own)""");
    decided.forEach(
        (difference, decision) -> {
          gone.bind("round", round).bind("difference", difference).add();
          decision.ifPresent(ruling -> add(made, round, difference, ruling));
        });
    execute(gone);
    execute(made);
  }

  private static void add(PreparedBatch made, String round, String difference, Ruling ruling) {
    made.bind("round", round)
        .bind("difference", difference)
        .bind("choice", ruling.choice().word())
        .bind("worker", ruling.worker())
        .bind("own", ruling.own())
        .add();
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** What was decided, by difference. */
  Map<String, Ruling> of(String round) {
    List<Ruled> found =
        transactions.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT difference, choice, worker_id, own FROM blind_ruling
                        WHERE round_id = :round""")
                    .bind("round", round)
                    .map((row, context) -> ruled(row))
                    .list());
    Map<String, Ruling> rulings = new LinkedHashMap<>();
    found.forEach(one -> rulings.put(one.difference(), one.ruling()));
    return rulings;
  }

  private static Ruled ruled(ResultSet row) throws SQLException {
    return new Ruled(
        row.getString("difference"),
        new Ruling(
            Choice.of(row.getString("choice")),
            Optional.ofNullable(row.getString("worker_id")),
            Optional.ofNullable(row.getString("own"))));
  }

  /** Notes inside a transaction why a decision is not in the source. */
  static void leave(Handle handle, String round, String difference, String reason) {
    handle
        .createUpdate(
            """
            INSERT INTO blind_left (round_id, difference, reason)
            VALUES (:round, :difference, :reason)""")
        .bind("round", round)
        .bind("difference", difference)
        .bind("reason", reason)
        .execute();
  }

  /** What could not be put into the source, and why, by difference. */
  Map<String, String> left(String round) {
    List<Left> found =
        transactions.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT difference, reason FROM blind_left WHERE round_id = :round")
                    .bind("round", round)
                    .map(
                        (row, context) ->
                            new Left(row.getString("difference"), row.getString("reason")))
                    .list());
    Map<String, String> left = new LinkedHashMap<>();
    found.forEach(one -> left.put(one.difference(), one.reason()));
    return left;
  }
}
