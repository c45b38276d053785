package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.AppendResult.Committed;
import org.dianjiao.storage.AppendResult.Fenced;
import org.dianjiao.storage.AppendResult.Repeated;
import org.dianjiao.storage.AppendResult.RightsChanged;
import org.junit.jupiter.api.Test;

/** What every engine promises about the history of a document. */
abstract class ChangeLogContract extends StorageContract {

  ChangeLogContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private ChangeLog log() {
    return database.changeLog();
  }

  @Test
  void claimRaisesTheEpochAndReadsTheHead() {
    String document = newDocument();
    Head first = log().claim(document, "a");
    log().append(List.of(batch(first, entry(1, "c"), entry(2, "c"))));
    Head second = log().claim(document, "b");
    assertThat(first.revision()).isZero();
    assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.chain()).isEqualTo(log().read(document, 2, 1).get(0).chain());
    assertThat(second.timeline()).isEqualTo(first.timeline());
  }

  @Test
  void givesBackWhatWasAppended() {
    String document = newDocument();
    Head head = log().claim(document, "a");
    NewEntry entry = entry(1, "c");
    List<AppendResult> results = log().append(List.of(batch(head, entry)));
    LogEntry stored = log().read(document, 1, 10).get(0);
    assertThat(stored)
        .isEqualTo(
            new LogEntry(
                1,
                head.epoch(),
                entry.author(),
                entry.client(),
                entry.sequence(),
                entry.format(),
                entry.op(),
                entry.opHash(),
                entry.at(),
                stored.chain()));
    assertThat(results).containsExactly(new Committed(1, stored.chain()));
  }

  @Test
  void readsAscendingAndHistoryDescending() {
    String document = newDocument();
    write(document, 9);
    assertThat(log().read(document, 4, 3))
        .extracting(LogEntry::revision)
        .containsExactly(4L, 5L, 6L);
    assertThat(log().history(document, 4, 2))
        .extracting(LogEntry::revision)
        .containsExactly(3L, 2L);
    assertThat(log().read(document, 10, 5)).isEmpty();
    assertThat(log().read("nowhere", 1, 5)).isEmpty();
  }

  @Test
  void knowsHowFarAClientGot() {
    String document = newDocument();
    Head head = log().claim(document, "a");
    NewEntry last = entry(3, "mine", 8, "h");
    log().append(List.of(batch(head, entry(1, "mine", 7, "h"), entry(2, "other", 9, "h"), last)));
    assertThat(log().position(document, "mine")).contains(new ClientPosition(8, "author"));
    assertThat(log().position(document, "nobody")).isEmpty();
    assertThat(log().find(document, "mine", 8)).map(LogEntry::revision).contains(3L);
    assertThat(log().find(document, "mine", 9)).isEmpty();
  }

  @Test
  void refusesAnEarlierOwner() {
    String document = newDocument();
    Head earlier = log().claim(document, "a");
    Head later = log().claim(document, "b");
    AppendResult refused = log().append(List.of(batch(earlier, entry(1, "c")))).get(0);
    assertThat(refused)
        .isEqualTo(
            new Fenced(
                "epoch %d does not own document %s; epoch %d does"
                    .formatted(earlier.epoch(), document, later.epoch())));
    assertThat(log().read(document, 1, 1)).isEmpty();
    assertThat(log().append(List.of(batch(later, entry(1, "c")))).get(0))
        .isInstanceOf(Committed.class);
  }

  @Test
  void refusesARevisionThatIsTakenOrLeavesAGap() {
    String document = newDocument();
    Head head = write(document, 2);
    assertThat(log().append(List.of(batch(head, entry(2, "x")))))
        .first()
        .isInstanceOf(Fenced.class);
    assertThat(log().append(List.of(batch(head, entry(4, "x")))))
        .containsExactly(
            new Fenced(
                "the log of document %s is at revision 2, a batch starts at 4"
                    .formatted(document)));
    assertThat(log().verify(document).revisions()).isEqualTo(2);
  }

  @Test
  void tellsAResendFromAReusedNumber() {
    String document = newDocument();
    Head head = log().claim(document, "a");
    log().append(List.of(batch(head, entry(1, "c", 5, "same"))));
    AppendResult resent =
        log()
            .append(List.of(batch(head, entry(2, "c", 4, "new"), entry(3, "c", 5, "same"))))
            .get(0);
    AppendResult reused = log().append(List.of(batch(head, entry(2, "c", 5, "other")))).get(0);
    AppendResult stale = log().append(List.of(batch(head, entry(1, "c", 5, "same")))).get(0);
    assertThat(resent).isEqualTo(new Repeated("c", 5, 1, true));
    assertThat(reused).isEqualTo(new Repeated("c", 5, 1, false));
    assertThat(stale).isEqualTo(new Repeated("c", 5, 1, true));
    assertThat(log().read(document, 1, 10)).hasSize(1);
  }

  @Test
  void refusedBatchDoesNotTouchTheOthersOfItsGroup() {
    Head good = log().claim(newDocument(), "a");
    Head fenced = log().claim(newDocument(), "a");
    log().claim(fenced.document(), "b");
    Head repeating = write(newDocument(), 1);
    Head last = log().claim(newDocument(), "a");
    Head missing = new Head("nowhere", 1, 0, "", 1, "");
    List<AppendResult> results =
        log()
            .append(
                List.of(
                    batch(good, entry(1, "c")),
                    batch(fenced, entry(1, "c")),
                    batch(repeating, entry(2, "c"), entry(3, "client", 1, "hash 1")),
                    batch(missing, entry(1, "c")),
                    batch(last, entry(1, "c"), entry(2, "c")),
                    batch(good, entry(2, "c"))));
    assertThat(results)
        .extracting(Object::getClass)
        .containsExactly(
            Committed.class,
            Fenced.class,
            Repeated.class,
            Fenced.class,
            Committed.class,
            Committed.class);
    assertThat(results.get(3)).isEqualTo(new Fenced("there is no document nowhere"));
    assertThat(log().read(good.document(), 1, 9)).hasSize(2);
    assertThat(log().read(fenced.document(), 1, 9)).isEmpty();
    assertThat(log().read(repeating.document(), 1, 9)).hasSize(1);
    assertThat(log().read(last.document(), 1, 9)).hasSize(2);
  }

  @Test
  void changeOfRightsStopsTheNextAppend() {
    Account person = somebody();
    String project = database.projects().create("p", person.id()).id();
    Head head = log().claim(newDocument(project), "a");
    database.projects().setRole(project, person.id(), Role.VIEWER);
    long now = database.projects().rights(head.document()).aclVersion();
    assertThat(log().append(List.of(batch(head, entry(1, "c")))))
        .containsExactly(new RightsChanged(now));
    Batch checkedAgain = new Batch(head.document(), head.epoch(), now, List.of(entry(1, "c")));
    assertThat(log().append(List.of(checkedAgain))).first().isInstanceOf(Committed.class);
  }

  @Test
  void saysWhenADocumentDoesNotExist() {
    assertThatThrownBy(() -> log().claim("nowhere", "a"))
        .isInstanceOf(UnknownDocument.class)
        .hasMessage("there is no document nowhere");
    assertThatThrownBy(() -> log().verify("nowhere")).isInstanceOf(UnknownDocument.class);
  }

  @Test
  void listsEveryDocument() {
    String one = newDocument();
    String two = newDocument();
    assertThat(log().documents()).contains(one, two);
  }

  @Test
  void twoOwnersFightWithoutGapOrFork() throws Exception {
    String document = newDocument();
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Future<Set<Long>> a = nodes.submit(owner(document, "a"));
      Future<Set<Long>> b = nodes.submit(owner(document, "b"));
      Set<Long> acknowledged = new HashSet<>(a.get());
      assertThat(acknowledged).doesNotContainAnyElementsOf(b.get());
      acknowledged.addAll(b.get());
      ChainReport report = log().verify(document);
      assertThat(report.fault()).isEmpty();
      assertThat(report.revisions()).isEqualTo(acknowledged.size());
      assertThat(log().read(document, 1, 1000)).extracting(LogEntry::epoch).isSorted();
    } finally {
      nodes.shutdownNow();
    }
  }

  /** Takes the document over, writes until it is fenced, takes it over again: 40 revisions. */
  private Callable<Set<Long>> owner(String document, String name) {
    return () -> {
      Set<Long> acknowledged = new HashSet<>();
      while (acknowledged.size() < 40) {
        Head head = log().claim(document, name);
        long next = head.revision() + 1;
        while (acknowledged.size() < 40
            && log().append(List.of(batch(head, entry(next, name)))).get(0) instanceof Committed) {
          acknowledged.add(next++);
        }
      }
      return acknowledged;
    };
  }

  @Test
  void verifiesASoundLog() {
    String document = newDocument();
    write(document, 450);
    ChainReport report = log().verify(document);
    assertThat(report.sound()).isTrue();
    assertThat(report.revisions()).isEqualTo(450);
    assertThat(report.chain()).isEqualTo(log().claim(document, "a").chain());
  }

  @Test
  void verifyFindsAChangedRow() throws SQLException {
    String document = newDocument();
    write(document, 5);
    for (String column : List.of("op", "author_id", "client_id", "op_hash", "chain_hash")) {
      String before = "UPDATE change_log SET " + column + " = ";
      String where = " WHERE revision = 3 AND document_id = '" + document + "'";
      store.tamper(before + column + " || 'x'" + where);
      assertThat(log().verify(document).fault())
          .contains(new ChainReport.Fault(3, "it does not have the hash of its content"));
      store.tamper(before + "substr(" + column + ", 1, length(" + column + ") - 1)" + where);
      assertThat(log().verify(document).sound()).isTrue();
    }
    store.tamper("UPDATE change_log SET created_at = 1 WHERE document_id = '" + document + "'");
    assertThat(log().verify(document).fault()).map(ChainReport.Fault::revision).contains(1L);
  }

  @Test
  void verifyFindsARemovedRow() throws SQLException {
    String document = newDocument();
    write(document, 5);
    store.tamper("DELETE FROM change_log WHERE revision = 4 AND document_id = '" + document + "'");
    ChainReport report = log().verify(document);
    assertThat(report.revisions()).isEqualTo(3);
    assertThat(report.fault()).contains(new ChainReport.Fault(4, "it is missing, 5 follows"));
  }

  @Test
  void verifyFindsASnapshotBeyondACutLog() throws SQLException {
    String document = newDocument();
    write(document, 5);
    String chain = log().read(document, 5, 1).get(0).chain();
    database.snapshots().save(new Snapshot(document, 5, 1, chain, "{}"));
    assertThat(log().verify(document).sound()).isTrue();
    store.tamper("DELETE FROM change_log WHERE revision > 4 AND document_id = '" + document + "'");
    assertThat(log().verify(document).fault())
        .contains(new ChainReport.Fault(5, "a snapshot does not agree with the log"));
  }

  @Test
  void verifyFindsAnEpochThatFalls() throws SQLException {
    String document = newDocument();
    Head first = write(document, 1);
    Head second = write(document, 1);
    assertThat(second.epoch()).isGreaterThan(first.epoch());
    store.tamper(
        "UPDATE change_log SET epoch = 9 WHERE revision = 1 AND document_id = '" + document + "'");
    // Whoever can compute hashes could write a row like this one, but not without a trace.
    LogEntry forged = log().read(document, 1, 1).get(0);
    String chain = Chain.next(Chain.start(document), document, forged);
    store.tamper(
        "UPDATE change_log SET chain_hash = '%s' WHERE revision = 1 AND document_id = '%s'"
            .formatted(chain, document));
    assertThat(log().verify(document).fault())
        .contains(new ChainReport.Fault(2, "epoch 2 was written after epoch 9"));
  }

  @Test
  void keepsEverythingWhenOpenedAgain() {
    try (EmptyStore other = another()) {
      String document;
      List<LogEntry> before;
      try (Database first = Database.open(other.settings())) {
        String project = first.projects().create("p", "").id();
        document = first.projects().addDocument(project, "t").id();
        Head head = first.changeLog().claim(document, "a");
        first.changeLog().append(List.of(batch(head, entry(1, "c"), entry(2, "c"))));
        before = first.changeLog().read(document, 1, 10);
      }
      try (Database second = Database.open(other.settings())) {
        assertThat(second.changeLog().read(document, 1, 10)).isEqualTo(before).hasSize(2);
        assertThat(second.changeLog().claim(document, "b").epoch()).isEqualTo(2);
      }
    }
  }

  @Test
  void otherDoorsDoNotWaitLongBehindAppends() throws Exception {
    Head head = log().claim(newDocument(), "a");
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService busy = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> appends = busy.submit(() -> appendUntil(enough, head));
      List<Duration> waits = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        somebody();
        waits.add(Duration.ofNanos(System.nanoTime() - start));
      }
      enough.set(true);
      assertThat(appends.get()).isPositive();
      assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(4)) < 0);
    } finally {
      enough.set(true);
      busy.shutdown();
    }
  }

  private int appendUntil(AtomicBoolean enough, Head head) {
    int revision = 0;
    do {
      revision++;
      log().append(List.of(batch(head, entry(revision, "c"))));
    } while (!enough.get());
    return revision;
  }
}
