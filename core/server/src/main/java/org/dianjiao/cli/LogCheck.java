package org.dianjiao.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.document.DocumentState;
import org.dianjiao.exchange.CheckedReplay;
import org.dianjiao.exchange.Replay;
import org.dianjiao.json.Json;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;
import org.dianjiao.storage.ChainReport;
import org.dianjiao.storage.ChainReport.Fault;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.Snapshot;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.talk.CommentThread;

/**
 * Reads a document's whole log and does everything in it again: hashes, numbers and epochs first,
 * then each change, and compares with every stored snapshot.
 */
final class LogCheck {

  private static final int PAGE = 2_000;

  private final Database database;
  private final String document;
  private final NavigableMap<Long, Snapshot> snapshots = new TreeMap<>();
  private final CheckedReplay log;

  LogCheck(Database database, String document) {
    this.database = database;
    this.document = document;
    this.log = CheckedReplay.ofAll(document);
  }

  /** What was found; the revisions up to a fault count as in order. */
  ChainReport run() {
    ChainReport chain = database.changeLog().verify(document);
    findSnapshots(chain.revisions());
    Optional<Fault> fault = replay(chain.revisions());
    return fault.isEmpty()
        ? chain
        : new ChainReport(document, log.state().revision(), chain.chain(), fault);
  }

  private void findSnapshots(long head) {
    Optional<Snapshot> found = database.snapshots().latest(document, head);
    while (found.isPresent()) {
      Snapshot snapshot = found.get();
      snapshots.put(snapshot.revision(), snapshot);
      found = database.snapshots().latest(document, snapshot.revision() - 1);
    }
  }

  private Optional<Fault> replay(long head) {
    while (log.state().revision() < head) {
      long next = log.state().revision() + 1;
      int limit = (int) Math.min(PAGE, head - log.state().revision());
      List<LogEntry> page = database.changeLog().read(document, next, limit);
      if (page.isEmpty()) {
        return Optional.of(new Fault(next, "it is missing"));
      }
      for (LogEntry entry : page) {
        Optional<Fault> fault = replay(entry);
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> replay(LogEntry entry) {
    return log.take(entry)
        .or(() -> Optional.ofNullable(snapshots.get(entry.revision())).flatMap(this::compare));
  }

  private Optional<Fault> compare(Snapshot snapshot) {
    if (snapshot.format() != Replay.SNAPSHOT_FORMAT) {
      return Optional.empty(); // derived from the log, and passed over when it is opened
    }
    try {
      DocumentState stored = Json.read(snapshot.body(), DocumentState.class);
      return ordered(stored).equals(ordered(log.state().state()))
          ? Optional.empty()
          : Optional.of(
              new Fault(snapshot.revision(), "the snapshot differs from what the log makes"));
    } catch (RuntimeException wrong) {
      return Optional.of(
          new Fault(snapshot.revision(), "the snapshot cannot be read: " + wrong.getMessage()));
    }
  }

  /** The same state with its lists in one order: that of things at one place is not fixed. */
  private static DocumentState ordered(DocumentState state) {
    return new DocumentState(
        state.text(),
        sorted(state.annotations(), Comparator.comparing(Annotation::id)),
        sorted(state.proposals(), Comparator.comparing(Suggestion::id)),
        sorted(state.approvals(), Comparator.comparing(Approval::id)),
        sorted(state.ready(), Comparator.comparing(Readiness::id)),
        sorted(state.drawn(), Comparator.naturalOrder()),
        sorted(state.threads(), Comparator.comparing(CommentThread::id)),
        sorted(state.rejected(), Comparator.naturalOrder()));
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    List<T> copy = new ArrayList<>(list);
    copy.sort(order);
    return copy;
  }
}
