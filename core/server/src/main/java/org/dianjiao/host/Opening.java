package org.dianjiao.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.CheckedReplay;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Head;
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
 */
record Opening(
    Head head,
    boolean writable,
    DocumentRow row,
    Rights rights,
    Document document,
    List<Logged> recent,
    long snapshotRevision) {

  /** The log holds something that this server would not have written, or cannot read in bounds. */
  static final class BadLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadLog(String message) {
      super(message);
    }
  }

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
    String document = head.document();
    DocumentRow row = database.projects().document(document).orElseThrow();
    refuseHuge(database.changeLog().tailUnits(document), limits);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.loadSeconds());
    List<Logged> recent = new ArrayList<>();
    CheckedReplay replay =
        new Replay(database, document)
            .checked(
                head.revision(),
                done -> {
                  Logged logged = done.last().orElseThrow();
                  if (System.nanoTime() > deadline) {
                    throw new BadLog(
                        "after %d seconds only revision %d of %d was reached"
                            .formatted(limits.loadSeconds(), revision(logged), head.revision()));
                  }
                  if (!recent.isEmpty() && revision(logged) <= revision(last(recent))) {
                    recent.clear(); // it started over
                  }
                  recent.add(logged);
                });
    replay
        .fault()
        .ifPresent(
            fault -> {
              throw new BadLog("revision %d: %s".formatted(fault.revision(), fault.message()));
            });
    Rights rights = database.projects().rights(document);
    long from = head.revision() - recent.size();
    return new Opening(head, writable, row, rights, replay.state(), recent, from);
  }

  private static Logged last(List<Logged> recent) {
    return recent.get(recent.size() - 1);
  }

  private static long revision(Logged logged) {
    return logged.change().revision();
  }

  private static void refuseHuge(long units, Limits limits) {
    if (units > limits.loadUnits()) {
      throw new BadLog(
          "%d units of log lie behind its last snapshot; the limit is %d"
              .formatted(units, limits.loadUnits()));
    }
  }
}
