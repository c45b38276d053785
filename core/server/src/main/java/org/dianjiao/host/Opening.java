package org.dianjiao.host;

import java.util.List;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.Rights;

/**
 * A document as it comes out of the storage: the newest snapshot, and the changes after it
 * replayed.
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

  /** Claims the document and loads it. Blocking. */
  static Opening claim(Database database, String document, String node) {
    Head head = database.changeLog().claim(document, node);
    DocumentRow row = database.projects().document(document).orElseThrow();
    Replay replay = new Replay(database, document);
    Document snapshot = replay.snapshot(head.revision());
    List<Logged> recent = replay.changes(snapshot.revision() + 1, head.revision());
    Document state = Replay.over(snapshot, recent);
    Rights rights = database.projects().rights(document);
    return new Opening(head, row, rights, state, recent, snapshot.revision());
  }
}
