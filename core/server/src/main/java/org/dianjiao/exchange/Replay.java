package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.DocumentState;
import org.dianjiao.json.Json;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document's past, read from the storage: the newest snapshot that helps, and the changes after
 * it. Every method blocks.
 */
public final class Replay {

  /** The format that snapshots are written in. */
  public static final int SNAPSHOT_FORMAT = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final int PAGE = 2_000;

  private final Database database;
  private final String document;

  /** The past of one document. */
  public Replay(Database database, String document) {
    this.database = database;
    this.document = document;
  }

  /** A snapshot of a state, to be stored. */
  public static Snapshot snapshot(String document, Document state, String chain) {
    return new Snapshot(
        document, state.revision(), SNAPSHOT_FORMAT, chain, Json.text(state.state()));
  }

  /**
   * The newest state that was stored whole and can be read, at most at a revision; the empty one
   * when there is none. The log makes good what a snapshot has lost.
   */
  private CheckedReplay start(long atMost) {
    Optional<Snapshot> found = database.snapshots().latest(document, atMost);
    while (found.isPresent()) {
      Snapshot snapshot = found.get();
      Optional<Document> state = read(snapshot);
      if (state.isPresent()) {
        return CheckedReplay.after(document, state.get(), snapshot.chain());
      }
      found = database.snapshots().latest(document, snapshot.revision() - 1);
    }
    return CheckedReplay.ofAll(document);
  }

  private static Optional<Document> read(Snapshot snapshot) {
    if (snapshot.format() != SNAPSHOT_FORMAT) {
      return Optional.empty();
    }
    try {
      DocumentState state = Json.read(snapshot.body(), DocumentState.class);
      return Optional.of(Document.of(snapshot.revision(), state));
    } catch (RuntimeException unreadable) {
      LOG.warn(
          "the snapshot of {} at {} cannot be read and is passed over: {}",
          snapshot.document(),
          snapshot.revision(),
          unreadable.getMessage());
      return Optional.empty();
    }
  }

  /** The state at a revision. */
  public Document at(long revision) {
    Document state = start(revision).state();
    for (Logged logged : changes(state.revision() + 1, revision)) {
      state = state.apply(logged.change());
    }
    return state;
  }

  /**
   * The state at a revision, or the last before it that the log makes without a fault. It starts
   * with the newest snapshot, and where that leads to a fault with the first revision.
   *
   * @param each told behind each entry; what it throws ends the replay
   */
  public CheckedReplay checked(long atMost, Consumer<CheckedReplay> each) {
    CheckedReplay shortly = start(atMost);
    long from = shortly.state().revision();
    run(shortly, atMost, each);
    if (shortly.fault().isEmpty() || from == 0) {
      return shortly;
    }
    CheckedReplay whole = CheckedReplay.ofAll(document);
    run(whole, atMost, each);
    return whole.state().revision() > shortly.state().revision() ? whole : shortly;
  }

  private void run(CheckedReplay replay, long to, Consumer<CheckedReplay> each) {
    entries(
            replay.state().revision() + 1,
            to,
            entry -> {
              boolean good = replay.take(entry).isEmpty();
              if (good) {
                each.accept(replay);
              }
              return good;
            })
        .ifPresent(replay::missing);
  }

  /**
   * The changes from one revision to another, both included.
   *
   * @throws IllegalStateException when one is missing
   */
  public List<Logged> changes(long from, long to) {
    List<Logged> changes = new ArrayList<>();
    pages(from, to, changes::add);
    return changes;
  }

  /** Tells every change from the first one up to a revision. */
  public void all(long to, Consumer<Change> listener) {
    pages(1, to, logged -> listener.accept(logged.change()));
  }

  /** Tells every change from one revision to another, both included. */
  public void from(long first, long to, Consumer<Change> listener) {
    pages(first, to, logged -> listener.accept(logged.change()));
  }

  private void pages(long from, long to, Consumer<Logged> listener) {
    entries(
            from,
            to,
            entry -> {
              listener.accept(Operation.read(entry));
              return true;
            })
        .ifPresent(
            missing -> {
              throw new IllegalStateException(
                  "revision " + missing + " of document " + document + " is not in its log");
            });
  }

  /** Tells rows until the listener says false; the first that is missing. */
  private OptionalLong entries(long from, long to, Predicate<LogEntry> listener) {
    long next = from;
    while (next <= to) {
      int limit = (int) Math.min(PAGE, to - next + 1);
      List<LogEntry> page = database.changeLog().read(document, next, limit);
      if (page.isEmpty() || page.get(0).revision() != next) {
        return OptionalLong.of(next);
      }
      for (LogEntry entry : page) {
        if (!listener.test(entry)) {
          return OptionalLong.empty();
        }
      }
      next += page.size();
    }
    return OptionalLong.empty();
  }
}
