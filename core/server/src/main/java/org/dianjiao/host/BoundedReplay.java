package org.dianjiao.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.CheckedReplay;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Head;

/**
 * Replays a log up to its head, not more of it and with no more work than may be, and remembers the
 * changes. Used once, by one thread.
 */
final class BoundedReplay {

  private final Database database;
  private final Head head;
  private final Limits limits;
  private final List<Logged> recent = new ArrayList<>();
  private final LongSupplier worked;
  private long most;

  /**
   * A replay.
   *
   * @param worked nanoseconds that the calling thread has worked
   */
  BoundedReplay(Database database, Head head, Limits limits, LongSupplier worked) {
    this.database = database;
    this.head = head;
    this.limits = limits;
    this.worked = worked;
  }

  /**
   * The state at the head. Blocking.
   *
   * @throws BadLog with the revision that is wrong, or the bound that was met
   */
  Document run() {
    refuseHuge(database.changeLog().tailUnits(head.document()));
    most = worked.getAsLong() + TimeUnit.SECONDS.toNanos(limits.loadSeconds());
    CheckedReplay replay =
        new Replay(database, head.document()).checked(head.revision(), this::replayed);
    replay
        .fault()
        .ifPresent(
            fault -> {
              throw new BadLog(fault.words());
            });
    return replay.state();
  }

  /** The changes that led to the state, the oldest first. */
  List<Logged> recent() {
    return recent;
  }

  /** The revision behind which these changes begin. */
  long snapshotRevision() {
    return head.revision() - recent.size();
  }

  private void replayed(CheckedReplay done) {
    Logged logged = done.last().orElseThrow();
    refuseLate(revision(logged));
    if (startsOver(logged)) {
      recent.clear();
    }
    recent.add(logged);
  }

  /** Where a snapshot leads to a fault the log is replayed again, from the first revision. */
  private boolean startsOver(Logged logged) {
    return !recent.isEmpty() && revision(logged) <= revision(recent.get(recent.size() - 1));
  }

  private static long revision(Logged logged) {
    return logged.change().revision();
  }

  private void refuseHuge(long units) {
    if (units > limits.loadUnits()) {
      throw new BadLog(
          "%d units of log lie behind its last snapshot; the limit is %d"
              .formatted(units, limits.loadUnits()));
    }
  }

  private void refuseLate(long revision) {
    if (worked.getAsLong() > most) {
      throw new BadLog(
          "after %d seconds of work only revision %d of %d was reached"
              .formatted(limits.loadSeconds(), revision, head.revision()));
    }
  }
}
