package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Place;
import org.dianjiao.assignment.Step;
import org.dianjiao.assignment.Task;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Work that is given to people, in SQL. */
final class SqlAssignments implements Assignments {

  private static final String SELECT =
      "SELECT s.*, d.project_id FROM assignment s JOIN document d ON d.id = s.document_id ";
  private static final String ORDER = " ORDER BY s.created_at DESC, s.id";

  private static final ReadMarks<Integer> MARKS =
      new ReadMarks<>("assignment_read", "assignment_id", "version", ResultSet::getInt);

  private record Kept(String id, KnownPlace place) {}

  private final Transactions transactions;

  SqlAssignments(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Assignment give(
      String document,
      Optional<Assignment.Given> given,
      String account,
      Assignment.Order order,
      String giver,
      int most) {
    StorableText.require("note", order.note());
    String id = FreshId.next();
    return transactions.write(
        handle -> {
          SqlMembers.lockProject(handle, project(handle, document));
          SqlAccounts.require(handle, account);
          requireRoom(handle, document, most);
          insert(handle, id, document, given, account, order, giver);
          return byId(handle, id).orElseThrow();
        });
  }

  private static String project(Handle handle, String document) {
    return handle
        .createQuery("SELECT project_id FROM document WHERE id = :document")
        .bind("document", document)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> new UnknownDocument(document));
  }

  private static void requireRoom(Handle handle, String document, int most) {
    int open =
        handle
            .createQuery(
                """
                SELECT COUNT(*) FROM assignment s JOIN document d ON d.id = s.document_id
                WHERE d.project_id = (SELECT project_id FROM document WHERE id = :document)
                  AND s.step NOT IN ('done', 'taken_back')""")
            .bind("document", document)
            .mapTo(Integer.class)
            .one();
    if (open >= most) {
      throw new TooManyAssignments(most);
    }
  }

  private static void insert(
      Handle handle,
      String id,
      String document,
      Optional<Assignment.Given> given,
      String account,
      Assignment.Order order,
      String giver) {
    handle
        .createUpdate(
            """
            INSERT INTO assignment (id, document_id, account_id, given_revision, given_start,
              given_end, given_line, given_lines, given_words, task, due, note, giver_id,
              created_at, step, step_by, step_at, version)
            VALUES (:id, :document, :account, :revision, :start, :end, :line, :lines, :words,
              :task, :due, :note, :giver, :at, 'given', :giver, :at, 1)""")
        .bind("id", id)
        .bind("document", document)
        .bind("account", account)
        .bind("revision", given.map(Assignment.Given::revision).orElse(null))
        .bind("start", given.map(g -> g.place().start()).orElse(null))
        .bind("end", given.map(g -> g.place().end()).orElse(null))
        .bind("line", given.map(Assignment.Given::first).orElse(null))
        .bind("lines", given.map(Assignment.Given::count).orElse(null))
        .bind("words", given.map(Assignment.Given::words).orElse(null))
        .bind("task", order.task().word())
        .bind("due", order.due().map(LocalDate::toString).orElse(""))
        .bind("note", order.note())
        .bind("giver", giver)
        .bind("at", Instant.now().toEpochMilli())
        .execute();
  }

  private static Optional<Assignment> byId(Handle handle, String id) {
    return where(handle, "s.id = :value", id).stream().findFirst();
  }

  private List<Assignment> where(String condition, String value) {
    return transactions.read(handle -> where(handle, condition, value));
  }

  private static List<Assignment> where(Handle handle, String condition, String value) {
    return handle
        .createQuery(SELECT + "WHERE " + condition + ORDER)
        .bind("value", value)
        .map((row, context) -> assignment(row))
        .list();
  }

  @Override
  public Optional<Assignment> find(String document, String id) {
    return transactions.read(
        handle -> byId(handle, id).filter(found -> found.document().equals(document)));
  }

  @Override
  public List<Assignment> ofProject(String project) {
    return where("d.project_id = :value", project);
  }

  @Override
  public List<Assignment> ofDocument(String document) {
    return where("s.document_id = :value", document);
  }

  @Override
  public List<Assignment> concerning(String account) {
    return where("s.account_id = :value OR s.giver_id = :value", account);
  }

  @Override
  public Optional<Assignment> change(String id, int version, Assignment.Order order, String by) {
    StorableText.require("note", order.note());
    return transactions.write(
        handle -> {
          if (!advance(handle, id, version, Step.CHANGED, by)) {
            return Optional.empty();
          }
          handle
              .createUpdate(
                  "UPDATE assignment SET task = :task, due = :due, note = :note WHERE id = :id")
              .bind("task", order.task().word())
              .bind("due", order.due().map(LocalDate::toString).orElse(""))
              .bind("note", order.note())
              .bind("id", id)
              .execute();
          return byId(handle, id);
        });
  }

  @Override
  public Optional<Assignment> step(String id, int version, Step step, String by) {
    return transactions.write(
        handle -> advance(handle, id, version, step, by) ? byId(handle, id) : Optional.empty());
  }

  /** Takes a step from a version; false when that is not the newest. */
  private static boolean advance(Handle handle, String id, int version, Step step, String by) {
    return handle
            .createUpdate(
                """
                UPDATE assignment SET
                  step = :step, step_by = :by, step_at = :at, version = version + 1
                WHERE id = :id AND version = :version""")
            .bind("step", step.word())
            .bind("by", by)
            .bind("at", Instant.now().toEpochMilli())
            .bind("id", id)
            .bind("version", version)
            .execute()
        == 1;
  }

  @Override
  public Map<String, Integer> read(String account) {
    return transactions.read(handle -> MARKS.of(handle, account));
  }

  @Override
  public void markRead(String id, String account, int version) {
    transactions.write(handle -> MARKS.mark(handle, account, id, version));
  }

  @Override
  public Map<String, KnownPlace> places(String document) {
    return transactions
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT p.* FROM assignment_place p
                        JOIN assignment s ON s.id = p.assignment_id
                        WHERE s.document_id = :document""")
                    .bind("document", document)
                    .map((row, context) -> kept(row))
                    .list())
        .stream()
        .collect(Collectors.toMap(Kept::id, Kept::place));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Place place =
        new Place(row.getInt("place_start"), row.getInt("place_end"), row.getBoolean("gone"));
    return new Kept(row.getString("assignment_id"), new KnownPlace(row.getLong("revision"), place));
  }

  @Override
  public void keepPlaces(Map<String, KnownPlace> places) {
    if (!places.isEmpty()) {
      transactions.write(handle -> keep(handle, places).execute());
    }
  }

  private static PreparedBatch keep(Handle handle, Map<String, KnownPlace> places) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO assignment_place (assignment_id, revision, place_start, place_end, gone)
            VALUES (:id, :revision, :start, :end, :gone)
            ON CONFLICT (assignment_id) DO UPDATE SET revision = excluded.revision,
              place_start = excluded.place_start, place_end = excluded.place_end,
              gone = excluded.gone
            WHERE assignment_place.revision < excluded.revision""");
    places.forEach(
        (id, known) ->
            batch
                .bind("id", id)
                .bind("revision", known.revision())
                .bind("start", known.place().start())
                .bind("end", known.place().end())
                .bind("gone", known.place().gone())
                .add());
    return batch;
  }

  private static Assignment assignment(ResultSet row) throws SQLException {
    long revision = row.getLong("given_revision");
    Optional<Assignment.Given> given =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Assignment.Given(
                    revision,
                    Place.of(row.getInt("given_start"), row.getInt("given_end")),
                    row.getInt("given_line"),
                    row.getInt("given_lines"),
                    row.getString("given_words")));
    String due = row.getString("due");
    return new Assignment(
        row.getString("id"),
        row.getString("project_id"),
        row.getString("document_id"),
        given,
        row.getString("account_id"),
        new Assignment.Order(
            Task.valueOf(row.getString("task").toUpperCase(Locale.ROOT)),
            due.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(due)),
            row.getString("note")),
        row.getString("giver_id"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        new Assignment.Last(
            Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
            row.getString("step_by"),
            Instant.ofEpochMilli(row.getLong("step_at"))),
        row.getInt("version"));
  }
}
