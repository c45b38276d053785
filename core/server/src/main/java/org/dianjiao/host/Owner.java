package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Change;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.StorageFull;

/**
 * The way of changes to the disk: at most one batch of a document is under way; whatever is
 * accepted meanwhile goes with the next. Answers are given in the order of revisions, after the
 * write.
 */
final class Owner {

  private record Waiting(long revision, CommandDone answer, Promise<CommandDone> promise) {}

  private final String document;
  private final long epoch;
  private final Ledger ledger;
  private final Writer writer;
  private final int mostWaiting;
  private final Pace pace;
  private final Consumer<Committed> onCommitted;
  private final Consumer<Refusal> onLost;
  private final boolean writable;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long aclVersion;
  private boolean lost;
  private boolean rightsMoved;

  /** Changes that are on disk, and the chain hash that the log has for the last one. */
  record Committed(List<Ledger.Durable> durable, String chain) {

    List<Change> changes() {
      return durable.stream().map(Ledger.Durable::change).toList();
    }
  }

  Owner(
      Opening opening,
      Ledger ledger,
      Writer writer,
      int mostWaiting,
      Pace pace,
      Consumer<Committed> onCommitted,
      Consumer<Refusal> onLost) {
    this.document = opening.head().document();
    this.epoch = opening.head().epoch();
    this.writable = opening.writable();
    this.aclVersion = opening.rights().aclVersion();
    this.ledger = ledger;
    this.writer = writer;
    this.mostWaiting = mostWaiting;
    this.pace = pace;
    this.onCommitted = onCommitted;
    this.onLost = onLost;
  }

  long epoch() {
    return epoch;
  }

  /** Refuses, when the disk is full or more commands wait for it than may. */
  void refuseWhenBusy() {
    if (!writable) {
      throw Failures.full();
    }
    if (waiting.size() >= mostWaiting) {
      throw new Refusal(
          FailureCode.BUSY, waiting.size() + " commands wait for the disk; try again in a moment");
    }
  }

  int waitingCommands() {
    return waiting.size();
  }

  /**
   * From now on rights are checked as of this version. What waits was checked before, so the log
   * may not take it as checked now.
   */
  void rightsAsOf(long version) {
    if (version != aclVersion && ledger.isWaiting()) {
      lose("rights in the project changed");
    }
    aclVersion = version;
  }

  /** Takes a draft and answers when it is on disk. */
  Future<CommandDone> commit(Draft draft, CommandDone answer) {
    ledger.take(draft);
    return whenDurable(answer.revision(), answer);
  }

  /** Answers when a revision is on disk. */
  Future<CommandDone> whenDurable(long revision, CommandDone answer) {
    if (ledger.durable().revision() >= revision) {
      return Future.succeededFuture(answer);
    }
    if (lost) {
      return Future.failedFuture(unavailable("the document was closed"));
    }
    Promise<CommandDone> promise = Promise.promise();
    waiting.add(new Waiting(revision, answer, promise));
    pace.soon(this::send);
    return promise.future();
  }

  private void send() {
    if (lost || ledger.isSending() || !ledger.isWaiting()) {
      return;
    }
    pace.rest();
    writer
        .append(new Batch(document, epoch, aclVersion, ledger.send()))
        .onComplete(
            appended -> {
              if (appended.failed()) {
                lose(unwritten(appended.cause()));
              } else {
                appended(appended.result());
              }
            });
  }

  private void appended(AppendResult result) {
    if (result instanceof AppendResult.Committed committed) {
      onCommitted.accept(new Committed(ledger.committed(), committed.chain()));
      long durable = ledger.durable().revision();
      while (!waiting.isEmpty() && waiting.peek().revision() <= durable) {
        Waiting done = waiting.remove();
        done.promise().complete(done.answer());
      }
      if (ledger.isWaiting()) {
        pace.soon(this::send);
      }
    } else if (result instanceof AppendResult.RightsChanged) {
      rightsMoved = true;
      lose("rights in the project changed");
    } else if (result instanceof AppendResult.Fenced fenced) {
      lose(fenced.reason());
    } else if (result instanceof AppendResult.Repeated repeated) {
      lose("number %d of a client is in the log twice".formatted(repeated.sequence()));
    }
  }

  private static Refusal unwritten(Throwable failure) {
    return failure instanceof StorageFull
        ? Failures.full()
        : unavailable("the log could not be written: " + failure.getMessage());
  }

  private static Refusal unavailable(String reason) {
    return new Refusal(FailureCode.UNAVAILABLE, reason + "; open the document again");
  }

  /** Forgets everything that is not on disk; who waits is told that the outcome is not known. */
  void lose(String reason) {
    lose(unavailable(reason));
  }

  private void lose(Refusal why) {
    if (lost) {
      return;
    }
    lost = true;
    waiting.forEach(command -> command.promise().fail(why));
    waiting.clear();
    onLost.accept(why);
  }

  /** Whether there was room to claim the document; without it nothing is accepted. */
  boolean isWritable() {
    return writable;
  }

  /** Whether it let go because the log knew of newer rights. */
  boolean rightsMoved() {
    return rightsMoved;
  }

  /** Whether this owner has let go of its document. */
  boolean isLost() {
    return lost;
  }
}
