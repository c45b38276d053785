package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dianjiao.blind.BlindCopy;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.RoundState;
import org.dianjiao.blind.Task;
import org.jdbi.v3.core.Handle;

/** Rounds of double work as they stand in the rows, read inside a transaction. */
final class BlindRoundRows {

  private static final String ROUND =
      """
      SELECT r.id, r.project_id, r.source_id, r.source_revision, r.range_start, r.range_end,
        r.task, r.state, r.starter_id, r.created_at, r.adjudicator_id, r.merged_revision,
        c.document_id, c.account_id, c.done_revision
      FROM blind_round r
      JOIN blind_copy c ON c.round_id = r.id
      WHERE\s""";

  private static final String IN_ORDER = " ORDER BY r.created_at DESC, r.id, c.place";

  /** A round that waits for its copies, with one of them. */
  private record Row(String id, BlindCopy copy, Function<List<BlindCopy>, BlindRound> round) {}

  private BlindRoundRows() {}

  static Optional<BlindRound> find(Handle handle, String round) {
    return where(handle, "r.id = :value", round).stream().findFirst();
  }

  /** The round that a document is a copy of. */
  static Optional<BlindRound> ofCopy(Handle handle, String document) {
    String copied = "r.id = (SELECT b.round_id FROM blind_copy b WHERE b.document_id = :value)";
    return where(handle, copied, document).stream().findFirst();
  }

  /** Those of a project that were begun, the newest first. */
  static List<BlindRound> begun(Handle handle, String project) {
    return where(handle, "r.project_id = :value", project).stream()
        .filter(round -> round.state() != RoundState.PREPARING)
        .toList();
  }

  private static List<BlindRound> where(Handle handle, String condition, String value) {
    return rounds(
        handle
            .createQuery(ROUND + condition + IN_ORDER)
            .bind("value", value)
            .map((row, context) -> row(row))
            .list());
  }

  private static Row row(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Row(
        id,
        new BlindCopy(
            row.getString("document_id"),
            row.getString("account_id"),
            revision(row, "done_revision")),
        withCopies(row, id));
  }

  private static Function<List<BlindCopy>, BlindRound> withCopies(ResultSet row, String id)
      throws SQLException {
    String project = row.getString("project_id");
    String source = row.getString("source_id");
    long revision = row.getLong("source_revision");
    int start = row.getInt("range_start");
    int end = row.getInt("range_end");
    Task task = Task.of(row.getString("task"));
    RoundState state = RoundState.of(row.getString("state"));
    String starter = row.getString("starter_id");
    Instant created = Instant.ofEpochMilli(row.getLong("created_at"));
    Optional<String> adjudicator = Optional.ofNullable(row.getString("adjudicator_id"));
    Optional<Long> merged = revision(row, "merged_revision");
    return copies ->
        new BlindRound(
            id,
            project,
            source,
            revision,
            start,
            end,
            task,
            state,
            starter,
            created,
            adjudicator,
            merged,
            copies);
  }

  private static Optional<Long> revision(ResultSet row, String column) throws SQLException {
    long revision = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(revision);
  }

  /** Rows of one round stand one behind the other. */
  private static List<BlindRound> rounds(List<Row> rows) {
    Map<String, List<Row>> byRound = new LinkedHashMap<>();
    rows.forEach(row -> byRound.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
    return byRound.values().stream()
        .map(found -> found.get(0).round().apply(found.stream().map(Row::copy).toList()))
        .toList();
  }
}
