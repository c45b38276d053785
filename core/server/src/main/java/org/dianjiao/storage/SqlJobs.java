package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Jobs, in SQL. */
final class SqlJobs implements Jobs {

  private static final int MANY = Integer.MAX_VALUE;

  private final Transactions transactions;

  SqlJobs(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Job start(
      String project,
      Optional<String> document,
      String account,
      Task task,
      String asked,
      List<Part> parts) {
    Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    Job job =
        new Job(
            FreshId.next(),
            project,
            document,
            account,
            task,
            asked,
            State.RUNNING,
            now,
            Optional.empty(),
            0,
            parts);
    return transactions.write(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO job
                  (id, project_id, document_id, account_id, task, asked, state, created_at,
                   worked_millis)
                  VALUES (:id, :project, :document, :account, :task, :asked, :state, :at, 0)""")
              .bind("id", job.id())
              .bind("project", project)
              .bind("document", document.orElse(null))
              .bind("account", account)
              .bind("task", word(task))
              .bind("asked", StorableText.cleaned(asked))
              .bind("state", word(job.state()))
              .bind("at", now.toEpochMilli())
              .execute();
          insert(handle, job);
          return job;
        });
  }

  private static void insert(Handle handle, Job job) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO job_part
            (job_id, number, document_id, instance, units, done, ended, fault, result)
            VALUES (:job, :number, :document, :instance, :units, :done, :ended, :fault, :result)""");
    for (Part part : job.parts()) {
      batch
          .bind("job", job.id())
          .bind("number", part.number())
          .bind("document", part.document())
          .bind("instance", part.instance())
          .bind("units", part.units())
          .bind("done", part.done())
          .bind("ended", part.ended())
          .bind("fault", part.fault())
          .bind("result", part.result())
          .add();
    }
    if (!job.parts().isEmpty()) {
      batch.execute();
    }
  }

  @Override
  public Optional<Job> get(String id) {
    return transactions.read(handle -> list(handle, "WHERE id = :key", id, 1).stream().findFirst());
  }

  @Override
  public List<Job> of(String project, Set<Task> tasks, int most) {
    String which =
        "WHERE project_id = :key AND document_id IS NULL AND task IN (%s)"
            + " ORDER BY created_at DESC, id";
    String words =
        tasks.stream().map(task -> "'" + word(task) + "'").collect(Collectors.joining(", "));
    return transactions.read(handle -> list(handle, which.formatted(words), project, most));
  }

  @Override
  public List<Job> on(String document, int most) {
    return transactions.read(
        handle ->
            list(handle, "WHERE document_id = :key ORDER BY created_at DESC, id", document, most));
  }

  @Override
  public void forget(String document, int but) {
    transactions.write(
        handle -> {
          List<String> old =
              list(handle, "WHERE document_id = :key ORDER BY created_at DESC, id", document, MANY)
                  .stream()
                  .filter(job -> job.ended().isPresent())
                  .skip(but)
                  .map(Job::id)
                  .toList();
          for (String table :
              old.isEmpty() ? List.<String>of() : List.of("job_report", "job_part")) {
            handle
                .createUpdate("DELETE FROM " + table + " WHERE job_id IN (<old>)")
                .bindList("old", old)
                .execute();
          }
          return old.isEmpty()
              ? 0
              : handle
                  .createUpdate("DELETE FROM job WHERE id IN (<old>)")
                  .bindList("old", old)
                  .execute();
        });
  }

  @Override
  public List<Job> open() {
    return transactions.read(
        handle ->
            list(
                handle,
                "WHERE state IN ('running', 'paused') AND :key = '' ORDER BY created_at, id",
                "",
                MANY));
  }

  private static List<Job> list(Handle handle, String which, String key, int most) {
    Query query =
        handle
            .createQuery(
                "SELECT id, project_id, document_id, account_id, task, asked, state, created_at,"
                    + " ended_at, worked_millis"
                    + " FROM job "
                    + which
                    + " LIMIT :most")
            .bind("key", key)
            .bind("most", most);
    List<Job> jobs = new ArrayList<>();
    for (Job job : query.map((row, context) -> job(row)).list()) {
      jobs.add(
          new Job(
              job.id(),
              job.project(),
              job.document(),
              job.account(),
              job.task(),
              job.asked(),
              job.state(),
              job.created(),
              job.ended(),
              job.workedMillis(),
              parts(handle, job.id())));
    }
    return jobs;
  }

  private static Job job(ResultSet row) throws SQLException {
    long ended = row.getLong("ended_at");
    return new Job(
        row.getString("id"),
        row.getString("project_id"),
        Optional.ofNullable(row.getString("document_id")),
        row.getString("account_id"),
        Task.valueOf(row.getString("task").toUpperCase(Locale.ROOT)),
        row.getString("asked"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getLong("created_at")),
        ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)),
        row.getLong("worked_millis"),
        List.of());
  }

  private static List<Part> parts(Handle handle, String job) {
    return handle
        .createQuery(
            "SELECT number, document_id, instance, units, done, ended, fault, result FROM job_part"
                + " WHERE job_id = :job ORDER BY number")
        .bind("job", job)
        .map(
            (row, context) ->
                new Part(
                    row.getInt("number"),
                    row.getString("document_id"),
                    row.getString("instance"),
                    row.getLong("units"),
                    row.getLong("done"),
                    row.getBoolean("ended"),
                    row.getString("fault"),
                    row.getString("result")))
        .list();
  }

  @Override
  public boolean step(String id, State to) {
    List<State> from =
        switch (to) {
          case RUNNING -> List.of(State.PAUSED);
          case PAUSED -> List.of(State.RUNNING);
          case CANCELLED -> List.of(State.RUNNING, State.PAUSED);
          case DONE -> List.of(State.RUNNING);
        };
    boolean ends = to == State.CANCELLED || to == State.DONE;
    return transactions.write(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE job SET state = :state, ended_at = :ended"
                            + " WHERE id = :id AND state IN (<from>)")
                    .bind("id", id)
                    .bind("state", word(to))
                    .bind("ended", ends ? Instant.now().toEpochMilli() : null)
                    .bindList("from", from.stream().map(SqlJobs::word).toList())
                    .execute()
                == 1);
  }

  @Override
  public void worked(String id, long millis) {
    transactions.write(
        handle ->
            handle
                .createUpdate(
                    "UPDATE job SET worked_millis = worked_millis + :millis WHERE id = :id")
                .bind("id", id)
                .bind("millis", millis)
                .execute());
  }

  @Override
  public void finish(String id) {
    step(id, State.DONE);
  }

  @Override
  public void note(String job, Part part) {
    transactions.write(
        handle ->
            handle
                .createUpdate(
                    "UPDATE job_part SET units = :units, done = :done, ended = :ended,"
                        + " fault = :fault, result = :result WHERE job_id = :job AND number = :number")
                .bind("job", job)
                .bind("number", part.number())
                .bind("units", part.units())
                .bind("done", part.done())
                .bind("ended", part.ended())
                .bind("fault", StorableText.cleaned(part.fault()))
                .bind("result", StorableText.cleaned(part.result()))
                .execute());
  }

  @Override
  public void keepReport(String job, int part, String report) {
    transactions.write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO job_report (job_id, number, report) VALUES (:job, :part, :report)"
                        + " ON CONFLICT (job_id, number) DO UPDATE SET report = excluded.report")
                .bind("job", job)
                .bind("part", part)
                .bind("report", StorableText.cleaned(report))
                .execute());
  }

  @Override
  public Optional<String> report(String job, int part) {
    return transactions.read(
        handle ->
            handle
                .createQuery("SELECT report FROM job_report WHERE job_id = :job AND number = :part")
                .bind("job", job)
                .bind("part", part)
                .mapTo(String.class)
                .findFirst());
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
