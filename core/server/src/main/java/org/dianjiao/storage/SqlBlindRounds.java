package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.blind.BlindCopy;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.RoundState;
import org.dianjiao.blind.RoundStep;
import org.dianjiao.blind.RoundStep.Deed;
import org.dianjiao.blind.Ruling;
import org.jdbi.v3.core.Handle;

/** Rounds of double work in SQL. */
final class SqlBlindRounds implements BlindRounds {

  private final Transactions transactions;
  private final SqlBlindRulings rulings;
  private final SqlBlindSteps steps;

  SqlBlindRounds(Transactions transactions) {
    this.transactions = transactions;
    this.rulings = new SqlBlindRulings(transactions);
    this.steps = new SqlBlindSteps(transactions);
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
        handle -> {
          boolean begun = move(handle, round, RoundState.WORKING, List.of(RoundState.PREPARING));
          if (begun) {
            String starter = BlindRoundRows.find(handle, round).orElseThrow().starter();
            note(handle, round, Deed.STARTED, starter);
          }
          return begun;
        });
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

  private static void note(Handle handle, String round, Deed deed, String by) {
    SqlBlindSteps.note(handle, round, deed, by, Optional.empty());
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
    return transactions.read(handle -> BlindRoundRows.find(handle, round));
  }

  @Override
  public Optional<BlindRound> ofCopy(String document) {
    return transactions.read(handle -> BlindRoundRows.ofCopy(handle, document));
  }

  @Override
  public List<BlindRound> of(String project) {
    return transactions.read(handle -> BlindRoundRows.begun(handle, project));
  }

  @Override
  public boolean setDone(String round, String account, Optional<Long> revision) {
    return transactions.write(
        handle -> {
          raiseAclVersion(handle, round);
          BlindRound now = BlindRoundRows.find(handle, round).orElseThrow();
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
          if (BlindRoundRows.find(handle, round).orElseThrow().allDone()) {
            move(handle, round, RoundState.MERGING, List.of(RoundState.WORKING));
            note(handle, round, Deed.HANDED_IN, account);
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
  public boolean rule(String round, String adjudicator, Map<String, Optional<Ruling>> decided) {
    for (Optional<Ruling> ruling : decided.values()) {
      ruling.flatMap(Ruling::own).ifPresent(own -> StorableText.require("own", own));
    }
    return transactions.write(
        handle -> {
          if (!adjudicates(handle, round, adjudicator)) {
            return false;
          }
          SqlBlindRulings.note(handle, round, decided);
          return true;
        });
  }

  @Override
  public boolean handOver(String round, String to, String by) {
    return transactions.write(
        handle -> {
          SqlAccounts.require(handle, to);
          boolean moved =
              handle
                      .createUpdate(
                          """
                          UPDATE blind_round SET adjudicator_id = :to
                          WHERE id = :round AND state IN (<open>)""")
                      .bind("to", to)
                      .bind("round", round)
                      .bindList("open", RoundState.WORKING.word(), RoundState.MERGING.word())
                      .execute()
                  > 0;
          if (moved) {
            SqlBlindSteps.note(handle, round, Deed.HANDED_OVER, by, Optional.of(to));
          }
          return moved;
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
          note(handle, round, Deed.CLOSED, adjudicator);
          return move(handle, round, RoundState.CLOSED, List.of(RoundState.MERGING));
        });
  }

  @Override
  public Map<String, String> left(String round) {
    return rulings.left(round);
  }

  @Override
  public void abandon(String round, String by) {
    transactions.write(
        handle -> {
          boolean abandoned =
              move(
                  handle,
                  round,
                  RoundState.ABANDONED,
                  List.of(RoundState.PREPARING, RoundState.WORKING, RoundState.MERGING));
          if (abandoned) {
            note(handle, round, Deed.ABANDONED, by);
          }
          return abandoned;
        });
  }

  @Override
  public Map<String, List<RoundStep>> steps(String project) {
    return steps.of(project);
  }

  @Override
  public Map<String, Integer> read(String account) {
    return steps.read(account);
  }

  @Override
  public void markRead(String round, String account, int number) {
    steps.markRead(round, account, number);
  }
}
