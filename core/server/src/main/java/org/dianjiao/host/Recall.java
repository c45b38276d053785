package org.dianjiao.host;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dianjiao.document.Blame;
import org.dianjiao.document.Change;
import org.dianjiao.document.Chronicle;
import org.dianjiao.document.Effect;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;

/** Brings back what an owner has not in memory, before work that needs it. */
final class Recall {

  private final Replay past;
  private final Reader worker;
  private final Ledger ledger;
  private final Commands commands;

  Recall(Replay past, Reader worker, Ledger ledger, Commands commands) {
    this.past = past;
    this.worker = worker;
    this.ledger = ledger;
    this.commands = commands;
  }

  /** Does work that needs the changes after a revision; older ones are read from the log first. */
  <R> Future<R> since(long revision, Supplier<Future<R>> work) {
    long first = ledger.firstRecent();
    if (revision + 1 >= first) {
      return Failures.attempt(work);
    }
    return worker
        .read(() -> past.changes(revision + 1, first - 1))
        .compose(
            older ->
                Failures.attempt(
                    () -> {
                      if (ledger.firstRecent() == first) {
                        ledger.recall(older);
                      }
                      return since(revision, work);
                    }));
  }

  /**
   * Durable changes, both ends included; what is not in memory is read from the log and not kept.
   */
  Future<List<Logged>> logged(long from, long to) {
    return from >= ledger.firstRecent()
        ? Future.succeededFuture(List.copyOf(ledger.logged(from - 1, to)))
        : worker.read(() -> past.changes(from, to));
  }

  /** Does work that needs to know who worked on which line. */
  <R> Future<R> blamed(Supplier<Future<R>> work) {
    if (commands.blameKnown()) {
      return Failures.attempt(work);
    }
    long upTo = ledger.durable().revision();
    return worker
        .read(
            () -> {
              Blame blame = new Blame();
              past.all(upTo, blame::add);
              return blame;
            })
        .compose(
            blame -> {
              commands.blame(blame);
              return since(blame.revision(), work);
            });
  }

  /**
   * Does work that needs all that ever happened up to the newest state on disk. The whole log is
   * read, and let go of afterwards.
   */
  <R> Future<R> chronicled(Function<Chronicle, Future<R>> work) {
    long upTo = ledger.durable().revision();
    return worker
        .read(
            () -> {
              Chronicle chronicle = new Chronicle();
              past.all(upTo, chronicle::add);
              return chronicle;
            })
        .compose(work);
  }

  /** Whether a change undoes somebody's work or restores a text, or reverts one that does. */
  Future<Boolean> isLarge(long revision) {
    return worker.read(() -> isLarge(past.changes(revision, revision).get(0).change()));
  }

  private boolean isLarge(Change change) {
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.UndoWork || effect instanceof Effect.Restore) {
        return true;
      }
      if (effect instanceof Effect.Revert revert && revert.revision() < change.revision()) {
        return isLarge(past.changes(revert.revision(), revert.revision()).get(0).change());
      }
    }
    return false;
  }
}
