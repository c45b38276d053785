package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.DocumentState;
import org.dianjiao.json.Json;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.Snapshot;

/**
 * A document's past, read from the storage: the newest snapshot that helps, and the changes after
 * it. Every method blocks.
 */
public final class Replay {

  /** The format that snapshots are written in. */
  public static final int SNAPSHOT_FORMAT = 1;

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

  /** The newest state that was stored whole, at most at a revision; the empty one when none was. */
  public Document snapshot(long atMost) {
    return database
        .snapshots()
        .latest(document, atMost)
        .filter(found -> found.format() == SNAPSHOT_FORMAT)
        .map(found -> Document.of(found.revision(), Json.read(found.body(), DocumentState.class)))
        .orElseGet(Document::empty);
  }

  /** The state at a revision. */
  public Document at(long revision) {
    Document from = snapshot(revision);
    return over(from, changes(from.revision() + 1, revision));
  }

  /** The state after more changes. */
  public static Document over(Document from, List<Logged> changes) {
    Document state = from;
    for (Logged logged : changes) {
      state = state.apply(logged.change());
    }
    return state;
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
    long next = from;
    while (next <= to) {
      int limit = (int) Math.min(PAGE, to - next + 1);
      List<LogEntry> page = database.changeLog().read(document, next, limit);
      if (page.isEmpty() || page.get(0).revision() != next) {
        throw new IllegalStateException(
            "revision " + next + " of document " + document + " is not in its log");
      }
      page.forEach(entry -> listener.accept(Operation.read(entry)));
      next += page.size();
    }
  }
}
