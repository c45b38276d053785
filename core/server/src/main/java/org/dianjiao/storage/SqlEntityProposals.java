package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.EntityProposal;
import org.dianjiao.entity.EntityProposal.Decision;
import org.dianjiao.entity.EntityProposal.Outcome;
import org.dianjiao.entity.NewStep;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What is proposed for authority files, in SQL. */
final class SqlEntityProposals {

  private static final String OPEN = "open";
  private static final String PROPOSAL =
      "SELECT id, deed, account_id, at, reason, state, decided_by, decided_at, answer, step"
          + " FROM authority_proposal";

  private final Transactions transactions;

  SqlEntityProposals(Transactions transactions) {
    this.transactions = transactions;
  }

  EntityProposal add(String file, NewStep step) {
    EntityProposal proposal =
        new EntityProposal(
            FreshId.next(),
            step.deed(),
            step.account().orElseThrow(),
            Instant.ofEpochMilli(step.at().toEpochMilli()),
            step.reason(),
            step.changes(),
            Optional.empty());
    return transactions.write(
        handle -> {
          SqlAuthorityFiles.requireThere(handle, file);
          insert(handle, file, proposal);
          return proposal;
        });
  }

  private static void insert(Handle handle, String file, EntityProposal proposal) {
    handle
        .createUpdate(
            """
            INSERT INTO authority_proposal
              (id, file, deed, account_id, at, reason, state, answer)
            VALUES (:id, :file, :deed, :account, :at, :reason, :state, '')""")
        .bind("id", proposal.id())
        .bind("file", file)
        .bind("deed", SqlAuthorityFiles.word(proposal.deed()))
        .bind("account", proposal.account())
        .bind("at", proposal.at().toEpochMilli())
        .bind("reason", proposal.reason())
        .bind("state", OPEN)
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO authority_proposed (proposal_id, id, was, becomes)
            VALUES (:proposal, :id, :was, :becomes)""");
    for (Change change : proposal.changes()) {
      batch
          .bind("proposal", proposal.id())
          .bind("id", change.id().toString())
          .bind("was", change.was().map(EntityRows::line).orElse(null))
          .bind("becomes", change.becomes().map(EntityRows::line).orElse(null))
          .add();
    }
    batch.execute();
  }

  List<EntityProposal> of(String file, boolean open, int most) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    PROPOSAL
                        + " WHERE file = :file AND "
                        + (open ? "state = :open" : "state <> :open")
                        + " ORDER BY at DESC, id LIMIT :most")
                .bind("file", file)
                .bind("open", OPEN)
                .bind("most", most)
                .map((row, context) -> proposal(handle, row))
                .list());
  }

  int open(String file) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM authority_proposal"
                        + " WHERE file = :file AND state = :open")
                .bind("file", file)
                .bind("open", OPEN)
                .mapTo(Integer.class)
                .one());
  }

  Optional<EntityProposal> one(String file, String id) {
    return transactions.read(
        handle ->
            handle
                .createQuery(PROPOSAL + " WHERE file = :file AND id = :id")
                .bind("file", file)
                .bind("id", id)
                .map((row, context) -> proposal(handle, row))
                .findOne());
  }

  private static EntityProposal proposal(Handle handle, ResultSet row) throws SQLException {
    String id = row.getString("id");
    String state = row.getString("state");
    return new EntityProposal(
        id,
        SqlAuthorityFiles.deed(row.getString("deed")),
        row.getString("account_id"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("reason"),
        changes(handle, id),
        state.equals(OPEN) ? Optional.empty() : Optional.of(decision(row, state)));
  }

  private static Decision decision(ResultSet row, String state) throws SQLException {
    long step = row.getLong("step");
    return new Decision(
        Outcome.valueOf(state.toUpperCase(Locale.ROOT)),
        row.getString("decided_by"),
        Instant.ofEpochMilli(row.getLong("decided_at")),
        row.getString("answer"),
        step == 0 ? Optional.empty() : Optional.of(step));
  }

  private static List<Change> changes(Handle handle, String proposal) {
    return handle
        .createQuery(
            "SELECT id, was, becomes FROM authority_proposed"
                + " WHERE proposal_id = :proposal ORDER BY id")
        .bind("proposal", proposal)
        .map((row, context) -> SqlAuthorityFiles.change(row))
        .list();
  }

  /** Whether it was open. */
  boolean end(Handle handle, String file, String proposal, Decision decision) {
    return handle
            .createUpdate(
                """
                UPDATE authority_proposal SET state = :state, decided_by = :account,
                  decided_at = :at, answer = :answer
                WHERE file = :file AND id = :id AND state = :open""")
            .bind("state", decision.outcome().name().toLowerCase(Locale.ROOT))
            .bind("account", decision.account())
            .bind("at", decision.at().toEpochMilli())
            .bind("answer", decision.answer())
            .bind("file", file)
            .bind("id", proposal)
            .bind("open", OPEN)
            .execute()
        > 0;
  }

  void became(Handle handle, String proposal, long step) {
    handle.execute("UPDATE authority_proposal SET step = ? WHERE id = ?", step, proposal);
  }
}
