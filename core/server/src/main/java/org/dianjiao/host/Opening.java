package org.dianjiao.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.document.Document;
import org.dianjiao.document.DocumentState;
import org.dianjiao.json.Json;
import org.dianjiao.storage.ChangeLog;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.Rights;
import org.dianjiao.storage.Snapshot;
import org.dianjiao.storage.UnknownDocument;

/**
 * A document as it comes out of the storage: the newest snapshot, and the changes after it replayed.
 *
 * @param head the ownership that was claimed
 * @param document at the head
 * @param recent the changes that were replayed
 * @param snapshotRevision what the newest snapshot holds, 0 when there is none
 */
record Opening(
    Head head,
    DocumentRow row,
    Rights rights,
    Document document,
    List<Logged> recent,
    long snapshotRevision) {

  static final int SNAPSHOT_FORMAT = 1;
  private static final int PAGE = 2_000;

  /** Claims the document and loads it. Blocking. */
  static Opening claim(Database database, String document, String node) {
    Head head = database.changeLog().claim(document, node);
    DocumentRow row =
        database.projects().document(document).orElseThrow(() -> new UnknownDocument(document));
    Optional<Snapshot> snapshot = snapshot(database, document, head.revision());
    long from = snapshot.map(Snapshot::revision).orElse(0L);
    Document state = snapshot.map(Opening::restored).orElseGet(Document::empty);
    List<Logged> recent = read(database.changeLog(), document, from + 1, head.revision());
    for (Logged logged : recent) {
      state = state.apply(logged.change());
    }
    Rights rights = database.projects().rights(document);
    return new Opening(head, row, rights, state, recent, from);
  }

  /** The state at an earlier revision. Blocking. */
  static Document at(Database database, String document, long revision) {
    Optional<Snapshot> snapshot = snapshot(database, document, revision);
    long from = snapshot.map(Snapshot::revision).orElse(0L);
    Document state = snapshot.map(Opening::restored).orElseGet(Document::empty);
    for (Logged logged : read(database.changeLog(), document, from + 1, revision)) {
      state = state.apply(logged.change());
    }
    return state;
  }

  /** The changes from one revision to another, both included. Blocking. */
  static List<Logged> read(ChangeLog log, String document, long from, long to) {
    List<Logged> changes = new ArrayList<>();
    long next = from;
    while (next <= to) {
      List<LogEntry> page = log.read(document, next, (int) Math.min(PAGE, to - next + 1));
      if (page.isEmpty() || page.get(0).revision() != next) {
        throw new IllegalStateException(
            "revision " + next + " of document " + document + " is not in its log");
      }
      page.forEach(entry -> changes.add(Operation.read(entry)));
      next += page.size();
    }
    return changes;
  }

  private static Optional<Snapshot> snapshot(Database database, String document, long atMost) {
    return database
        .snapshots()
        .latest(document, atMost)
        .filter(snapshot -> snapshot.format() == SNAPSHOT_FORMAT);
  }

  private static Document restored(Snapshot snapshot) {
    return Document.of(snapshot.revision(), Json.read(snapshot.body(), DocumentState.class));
  }
}
