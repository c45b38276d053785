package org.dianjiao.storage;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.EntityProposal;
import org.dianjiao.entity.NewStep;
import org.dianjiao.entity.Step;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Authority files in SQL. */
final class SqlAuthorityFiles implements AuthorityFiles {

  /** Above it, all entries are read rather than each by itself. */
  private static final int FEW = 200;

  private static final int BATCH = 5_000;

  private static final String STEP =
      "SELECT number, deed, account_id, reviewer_id, at, reason, undoes FROM authority_step s";

  private final Transactions transactions;
  private final SqlEntityProposals proposals;

  SqlAuthorityFiles(Transactions transactions) {
    this.transactions = transactions;
    this.proposals = new SqlEntityProposals(transactions);
  }

  @Override
  public long version(String file) {
    return transactions.read(handle -> version(handle, file));
  }

  private static long version(Handle handle, String file) {
    return handle
        .createQuery("SELECT version FROM authority_file WHERE file = :file")
        .bind("file", file)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  @Override
  public Whole whole(String file) {
    return transactions.read(
        handle ->
            handle.inTransaction(
                all ->
                    new Whole(
                        version(all, file),
                        lines(all, file).values().stream().map(EntityRows::ofLine).toList())));
  }

  private static Map<String, String> lines(Handle handle, String file) {
    Map<String, String> lines = new HashMap<>();
    handle
        .createQuery("SELECT id, entry FROM authority_entry WHERE file = :file")
        .bind("file", file)
        .map((row, context) -> lines.put(row.getString("id"), row.getString("entry")))
        .forEach(before -> {});
    return lines;
  }

  @Override
  public Since since(String file, long version) {
    return transactions.read(
        handle ->
            handle.inTransaction(
                all ->
                    new Since(
                        version(all, file),
                        all.createQuery(
                                """
                                SELECT id, was, becomes FROM authority_change
                                WHERE file = :file AND step > :version ORDER BY step""")
                            .bind("file", file)
                            .bind("version", version)
                            .map((row, context) -> change(row))
                            .list())));
  }

  static Change change(ResultSet row) throws SQLException {
    return new Change(
        URI.create(row.getString("id")),
        Optional.ofNullable(row.getString("was")).map(EntityRows::ofLine),
        Optional.ofNullable(row.getString("becomes")).map(EntityRows::ofLine));
  }

  @Override
  public long add(String file, NewStep step) {
    return transactions.write(handle -> add(handle, file, step));
  }

  private static long add(Handle handle, String file, NewStep step) {
    long number = next(handle, file);
    requireUnchanged(handle, file, step.changes());
    handle
        .createUpdate(
            """
            INSERT INTO authority_step
              (file, number, deed, account_id, reviewer_id, at, reason, undoes)
            VALUES (:file, :number, :deed, :account, :reviewer, :at, :reason, :undoes)""")
        .bind("file", file)
        .bind("number", number)
        .bind("deed", word(step.deed()))
        .bind("account", step.account().orElse(null))
        .bind("reviewer", step.reviewer().orElse(null))
        .bind("at", step.at().toEpochMilli())
        .bind("reason", step.reason())
        .bind("undoes", step.undoes().orElse(null))
        .execute();
    for (int i = 0; i < step.changes().size(); i += BATCH) {
      List<Change> some = step.changes().subList(i, Math.min(i + BATCH, step.changes().size()));
      insertChanges(handle, file, number, some);
      drop(handle, file, some.stream().filter(change -> change.becomes().isEmpty()).toList());
      put(handle, file, some.stream().filter(change -> change.becomes().isPresent()).toList());
    }
    return number;
  }

  /** Whoever counts on first is the only writer of the file until the transaction ends. */
  private static long next(Handle handle, String file) {
    requireThere(handle, file);
    handle
        .createUpdate(
            """
            INSERT INTO authority_file (file, version) VALUES (:file, 1)
            ON CONFLICT (file) DO UPDATE SET version = authority_file.version + 1""")
        .bind("file", file)
        .execute();
    return version(handle, file);
  }

  static void requireThere(Handle handle, String file) {
    if (file.equals(SERVER)) {
      return;
    }
    int found =
        handle
            .createQuery("SELECT COUNT(*) FROM project WHERE id = :project")
            .bind("project", file)
            .mapTo(Integer.class)
            .one();
    if (found == 0) {
      throw new UnknownProject(file);
    }
  }

  private static void requireUnchanged(Handle handle, String file, List<Change> changes) {
    Map<String, String> now =
        changes.size() > FEW ? lines(handle, file) : lines(handle, file, changes);
    for (Change change : changes) {
      String seen = change.was().map(EntityRows::line).orElse(null);
      String there = now.get(change.id().toString());
      if (seen == null ? there != null : !seen.equals(there)) {
        throw new EntryChanged(change.id());
      }
    }
  }

  private static Map<String, String> lines(Handle handle, String file, List<Change> changes) {
    Map<String, String> lines = new HashMap<>();
    handle
        .createQuery("SELECT id, entry FROM authority_entry WHERE file = :file AND id IN (<ids>)")
        .bind("file", file)
        .bindList("ids", changes.stream().map(change -> change.id().toString()).toList())
        .map((row, context) -> lines.put(row.getString("id"), row.getString("entry")))
        .forEach(before -> {});
    return lines;
  }

  private static void insertChanges(Handle handle, String file, long number, List<Change> changes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO authority_change (file, step, id, was, becomes)
            VALUES (:file, :step, :id, :was, :becomes)""");
    for (Change change : changes) {
      batch
          .bind("file", file)
          .bind("step", number)
          .bind("id", change.id().toString())
          .bind("was", change.was().map(EntityRows::line).orElse(null))
          .bind("becomes", change.becomes().map(EntityRows::line).orElse(null))
          .add();
    }
    batch.execute();
  }

  private static void drop(Handle handle, String file, Collection<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("DELETE FROM authority_entry WHERE file = :file AND id = :id");
    changes.forEach(change -> batch.bind("file", file).bind("id", change.id().toString()).add());
    batch.execute();
  }

  private static void put(Handle handle, String file, Collection<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO authority_entry (file, id, entry) VALUES (:file, :id, :entry)
            ON CONFLICT (file, id) DO UPDATE SET entry = excluded.entry""");
    for (Change change : changes) {
      batch
          .bind("file", file)
          .bind("id", change.id().toString())
          .bind("entry", EntityRows.line(change.becomes().orElseThrow()))
          .add();
    }
    batch.execute();
  }

  static String word(Deed deed) {
    return deed.name().toLowerCase(Locale.ROOT);
  }

  static Deed deed(String word) {
    return Deed.valueOf(word.toUpperCase(Locale.ROOT));
  }

  @Override
  public List<Step> steps(String file, long before, int most) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    STEP
                        + " WHERE file = :file AND number < :before"
                        + " ORDER BY number DESC LIMIT :most")
                .bind("file", file)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> step(row))
                .list());
  }

  @Override
  public List<Step> stepsOf(String file, URI id, long before, int most) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    STEP
                        + " WHERE file = :file AND number < :before"
                        + " AND EXISTS (SELECT 1 FROM authority_change c"
                        + "   WHERE c.file = :file AND c.step = s.number AND c.id = :id)"
                        + " ORDER BY number DESC LIMIT :most")
                .bind("file", file)
                .bind("before", before)
                .bind("id", id.toString())
                .bind("most", most)
                .map((row, context) -> step(row))
                .list());
  }

  @Override
  public Optional<Step> step(String file, long number) {
    return transactions.read(
        handle ->
            handle
                .createQuery(STEP + " WHERE file = :file AND number = :number")
                .bind("file", file)
                .bind("number", number)
                .map((row, context) -> step(row))
                .findOne());
  }

  private static Step step(ResultSet row) throws SQLException {
    long undoes = row.getLong("undoes");
    return new Step(
        row.getLong("number"),
        deed(row.getString("deed")),
        Optional.ofNullable(row.getString("account_id")),
        Optional.ofNullable(row.getString("reviewer_id")),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("reason"),
        undoes == 0 ? Optional.empty() : Optional.of(undoes));
  }

  @Override
  public List<Change> changes(String file, long number, int most) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, was, becomes FROM authority_change
                    WHERE file = :file AND step = :number ORDER BY id LIMIT :most""")
                .bind("file", file)
                .bind("number", number)
                .bind("most", most)
                .map((row, context) -> change(row))
                .list());
  }

  @Override
  public EntityProposal propose(String file, NewStep step) {
    return proposals.add(file, step);
  }

  @Override
  public List<EntityProposal> proposals(String file, boolean open, int most) {
    return proposals.of(file, open, most);
  }

  @Override
  public int openProposals(String file) {
    return proposals.open(file);
  }

  @Override
  public Optional<EntityProposal> proposal(String file, String id) {
    return proposals.one(file, id);
  }

  @Override
  public Optional<Long> accept(
      String file, EntityProposal proposal, EntityProposal.Decision decision) {
    return transactions.write(
        handle -> {
          if (!proposals.end(handle, file, proposal.id(), decision)) {
            return Optional.empty();
          }
          long number = add(handle, file, proposal.accepted(decision.account(), decision.at()));
          proposals.became(handle, proposal.id(), number);
          return Optional.of(number);
        });
  }

  @Override
  public boolean end(String file, String proposal, EntityProposal.Decision decision) {
    return transactions.write(handle -> proposals.end(handle, file, proposal, decision));
  }
}
