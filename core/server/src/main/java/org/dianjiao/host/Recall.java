package org.dianjiao.host;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dianjiao.document.Blame;
import org.dianjiao.document.Chronicle;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;

/** Brings back what an owner has not in memory, before work that needs it. */
final class Recall {

  private final Replay past;
  private final Reader worker;
  private final Ledger ledger;
  private final Reviews reviews;

  Recall(Replay past, Reader worker, Ledger ledger, Reviews reviews) {
    this.past = past;
    this.worker = worker;
    this.ledger = ledger;
    this.reviews = reviews;
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
    if (reviews.blameKnown()) {
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
              reviews.blame(blame);
              return since(blame.revision(), work);
            });
  }

  /**
   * Does work that needs all that ever happened up to the newest state on disk. The whole log is
   * read, and let go of afterwards.
   */
  <R> Future<R> chronicled(Function<Chronicle, Future<R>> work) {
    long upTo = ledger.durable().revision();
    return worker.read(() -> all(upTo)).compose(work);
  }

  /**
   * Does work that needs what it takes to revert a change. No more of the log is read than that
   * needs.
   */
  <R> Future<R> chronicledSince(long revision, Function<Chronicle, Future<R>> work) {
    long upTo = ledger.durable().revision();
    return worker
        .read(
            () -> {
              Chronicle since = Chronicle.since(past.at(revision - 1));
              past.from(revision, upTo, since::add);
              return since.suffices() ? since : all(upTo);
            })
        .compose(work);
  }

  private Chronicle all(long upTo) {
    Chronicle all = new Chronicle();
    past.all(upTo, all::add);
    return all;
  }
}
