package org.dianjiao.host;

import java.util.List;
import java.util.Optional;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Logged;
import org.dianjiao.limits.Limits;
import org.dianjiao.offer.Resumed;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.Lessons.Told;
import org.dianjiao.storage.Rights;
import org.dianjiao.storage.StorageFull;

/**
 * A document as it comes out of the storage: the newest snapshot, and the changes after it
 * replayed.
 *
 * @param head the ownership that was claimed
 * @param writable false when nothing could be claimed because the disk is full
 * @param document at the head
 * @param recent the changes that were replayed
 * @param snapshotRevision what the newest snapshot holds, 0 when there is none
 * @param kept what plugins offered when it was last open
 * @param told how far plugins were told what was decided
 */
record Opening(
    Head head,
    boolean writable,
    DocumentRow row,
    Rights rights,
    Document document,
    List<Logged> recent,
    long snapshotRevision,
    List<Resumed> kept,
    Told told) {

  private static final String NOWHERE = "";

  /**
   * Claims the document and loads it; only to be read when there is no room to claim it. Blocking.
   *
   * @throws BadLog with the revision that is wrong, or the bound that was met
   */
  static Opening claim(Database database, String document, String node, Limits limits) {
    try {
      return load(database, database.changeLog().claim(document, node), true, limits);
    } catch (StorageFull full) {
      Head head = unclaimed(database, document).orElseThrow(() -> full);
      return load(database, head, false, limits);
    }
  }

  /** Where the log stands, for who only reads: the epoch is that of the last entry. */
  private static Optional<Head> unclaimed(Database database, String document) {
    long acl = database.projects().rights(document).aclVersion();
    return database.changeLog().history(document, Long.MAX_VALUE, 1).stream()
        .findFirst()
        .map(last -> new Head(document, last.epoch(), last.revision(), last.chain(), acl, NOWHERE));
  }

  private static Opening load(Database database, Head head, boolean writable, Limits limits) {
    DocumentRow row = database.projects().document(head.document()).orElseThrow();
    BoundedReplay replay = new BoundedReplay(database, head, limits, ProcessorTime::ofThisThread);
    Document state = replay.run();
    Rights rights = database.projects().rights(head.document());
    return new Opening(
        head,
        writable,
        row,
        rights,
        state,
        replay.recent(),
        replay.snapshotRevision(),
        Resumed.of(database, head.document(), state.revision()),
        database.lessons().told(head.document()));
  }
}
