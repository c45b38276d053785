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
import org.dianjiao.blind.Ruling;
import org.dianjiao.blind.Task;
import org.jdbi.v3.core.Handle;

/** Rounds of double work in SQL. */
final class SqlBlindRounds implements BlindRounds {

  private static final String ROUND =
      """
      SELECT r.id, r.project_id, r.source_id, r.source_revision, r.range_start, r.range_end,
        r.task, r.state, r.starter_id, r.created_at, r.adjudicator_id, r.merged_revision,
        c.document_id, c.account_id, c.done_revision
      FROM blind_round r
      JOIN blind_copy c ON c.round_id = r.id
      """;

  private static final String IN_ORDER = " ORDER BY r.created_at DESC, r.id, c.place";

  /** A round that waits for its copies, with one of them. */
  private record Row(String id, BlindCopy copy, Function<List<BlindCopy>, BlindRound> round) {}

  private final Transactions transactions;
  private final SqlBlindRulings rulings;

  SqlBlindRounds(Transactions transactions) {
    this.transactions = transactions;
    this.rulings = new SqlBlindRulings(transactions);
  }

  @Override
  public BlindRound prepare(NewRound wanted) {
    BlindRound.checkWorkers(wanted.workers());
    StorableText.require("title", wanted.title());
    String id = FreshId.next();
    transactions.write(
        handle -> {
          int inserted =
              handle
                  .createUpdate(
                      """
                      INSERT INTO blind_round (id, project_id, source_id, source_revision,
                        range_start, range_end, task, state, starter_id, created_at)
                      SELECT :id, d.project_id, d.id, :revision, :start, :end, :task, :state,
                        :starter, :created
                      FROM document d WHERE d.id = :source""")
                  .bind("id", id)
                  .bind("source", wanted.source())
                  .bind("revision", wanted.revision())
                  .bind("start", wanted.start())
                  .bind("end", wanted.end())
                  .bind("task", wanted.task().word())
                  .bind("state", RoundState.PREPARING.word())
                  .bind("starter", wanted.starter())
                  .bind("created", Instant.now().toEpochMilli())
                  .execute();
          if (inserted == 0) {
            throw new UnknownDocument(wanted.source());
          }
          return addCopies(handle, id, wanted);
        });
    return find(id).orElseThrow();
  }

  private static int addCopies(Handle handle, String round, NewRound wanted) {
    String project =
        handle
            .createQuery("SELECT project_id FROM blind_round WHERE id = :round")
            .bind("round", round)
            .mapTo(String.class)
            .one();
    int place = 0;
    for (String worker : wanted.workers()) {
      SqlAccounts.require(handle, worker);
      DocumentRow copy = SqlProjects.addDocument(handle, project, wanted.title());
      handle
          .createUpdate(
              """
              INSERT INTO blind_copy (document_id, round_id, account_id, place)
              VALUES (:document, :round, :account, :place)""")
          .bind("document", copy.id())
          .bind("round", round)
          .bind("account", worker)
          .bind("place", place++)
          .execute();
    }
    return place;
  }

  @Override
  public void begin(String round) {
    transactions.write(
        handle -> move(handle, round, RoundState.WORKING, List.of(RoundState.PREPARING)));
  }

  /** Takes a round from one of some states into another; whether it was in one of them. */
  private static boolean move(
      Handle handle, String round, RoundState state, List<RoundState> from) {
    int moved =
        handle
            .createUpdate(
                "UPDATE blind_round SET state = :state WHERE id = :round AND state IN (<from>)")
            .bind("state", state.word())
            .bind("round", round)
            .bindList("from", from.stream().map(RoundState::word).toList())
            .execute();
    raiseAclVersion(handle, round);
    return moved > 0;
  }

  private static void raiseAclVersion(Handle handle, String round) {
    handle
        .createUpdate(
            """
            UPDATE document SET acl_version = acl_version + 1
            WHERE id IN (SELECT document_id FROM blind_copy WHERE round_id = :round)""")
        .bind("round", round)
        .execute();
  }

  @Override
  public Optional<BlindRound> find(String round) {
    return transactions.read(handle -> find(handle, round));
  }

  private static Optional<BlindRound> find(Handle handle, String round) {
    return rounds(
            handle
                .createQuery(ROUND + "WHERE r.id = :round" + IN_ORDER)
                .bind("round", round)
                .map((row, context) -> row(row))
                .list())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<BlindRound> ofCopy(String document) {
    return transactions.read(handle -> ofCopy(handle, document));
  }

  /** The same inside a transaction. */
  static Optional<BlindRound> ofCopy(Handle handle, String document) {
    return rounds(
            handle
                .createQuery(
                    ROUND
                        + "WHERE r.id = (SELECT b.round_id FROM blind_copy b"
                        + " WHERE b.document_id = :document)"
                        + IN_ORDER)
                .bind("document", document)
                .map((row, context) -> row(row))
                .list())
        .stream()
        .findFirst();
  }

  @Override
  public List<BlindRound> of(String project) {
    return rounds(
        transactions.read(
            handle ->
                handle
                    .createQuery(
                        ROUND + "WHERE r.project_id = :project AND r.state <> :hidden" + IN_ORDER)
                    .bind("project", project)
                    .bind("hidden", RoundState.PREPARING.word())
                    .map((row, context) -> row(row))
                    .list()));
  }

  @Override
  public boolean setDone(String round, String account, Optional<Long> revision) {
    return transactions.write(
        handle -> {
          raiseAclVersion(handle, round);
          BlindRound now = find(handle, round).orElseThrow();
          Optional<BlindCopy> copy = now.copyOf(account);
          copy.ifPresent(own -> lockLog(handle, own.document()));
          boolean stands =
              copy.isPresent()
                  && now.state() == RoundState.WORKING
                  && (revision.isEmpty() || revision.get() == head(handle, copy.get().document()));
          if (!stands) {
            return false;
          }
          handle
              .createUpdate(
                  """
                  UPDATE blind_copy SET done_revision = :revision
                  WHERE round_id = :round AND account_id = :account""")
              .bind("revision", revision)
              .bind("round", round)
              .bind("account", account)
              .execute();
          if (find(handle, round).orElseThrow().allDone()) {
            move(handle, round, RoundState.MERGING, List.of(RoundState.WORKING));
          }
          return true;
        });
  }

  /** What is being appended now is seen, and what comes later finds the new rights. */
  private static void lockLog(Handle handle, String document) {
    handle
        .createUpdate("UPDATE doc_owner SET epoch = epoch WHERE document_id = :document")
        .bind("document", document)
        .execute();
  }

  private static long head(Handle handle, String document) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(revision), 0) FROM change_log WHERE document_id = :document")
        .bind("document", document)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public boolean rule(String round, String adjudicator, String difference, Ruling ruling) {
    ruling.own().ifPresent(own -> StorableText.require("own", own));
    return transactions.write(
        handle -> {
          if (!adjudicates(handle, round, adjudicator)) {
            return false;
          }
          SqlBlindRulings.note(handle, round, difference, ruling);
          return true;
        });
  }

  /** Makes somebody the adjudicator of a round that has none; whether it is them. */
  private static boolean adjudicates(Handle handle, String round, String account) {
    return handle
            .createUpdate(
                """
                UPDATE blind_round SET adjudicator_id = :account
                WHERE id = :round AND state = :merging
                  AND (adjudicator_id IS NULL OR adjudicator_id = :account)""")
            .bind("account", account)
            .bind("round", round)
            .bind("merging", RoundState.MERGING.word())
            .execute()
        > 0;
  }

  @Override
  public Map<String, Ruling> rulings(String round) {
    return rulings.of(round);
  }

  @Override
  public boolean close(
      String round, String adjudicator, Optional<Long> revision, Map<String, String> left) {
    return transactions.write(
        handle -> {
          if (!adjudicates(handle, round, adjudicator)) {
            return false;
          }
          handle
              .createUpdate("UPDATE blind_round SET merged_revision = :revision WHERE id = :round")
              .bind("revision", revision)
              .bind("round", round)
              .execute();
          left.forEach(
              (difference, reason) -> SqlBlindRulings.leave(handle, round, difference, reason));
          return move(handle, round, RoundState.CLOSED, List.of(RoundState.MERGING));
        });
  }

  @Override
  public Map<String, String> left(String round) {
    return rulings.left(round);
  }

  @Override
  public void abandon(String round) {
    transactions.write(
        handle ->
            move(
                handle,
                round,
                RoundState.ABANDONED,
                List.of(RoundState.PREPARING, RoundState.WORKING, RoundState.MERGING)));
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
