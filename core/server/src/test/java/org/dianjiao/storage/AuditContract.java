package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.dianjiao.audit.AuditEntry;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.junit.jupiter.api.Test;

/** What every engine promises about the audit log. Each test has a database of its own. */
abstract class AuditContract extends StorageContract {

  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00.123Z");

  AuditContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private static Event event(int minute, String operation, String account) {
    return new Event(
        NOW.plusSeconds(60L * minute), Outcome.ALLOWED, operation, account, "d", "::1", "");
  }

  /** Tests on a new database with three entries. */
  private void on(Trial trial) throws Exception {
    try (EmptyStore other = another();
        Database fresh = Database.open(other.settings())) {
      fresh.audit().append(event(1, "set-role", "lin"));
      fresh.audit().append(event(2, "sign-in", "bao"));
      fresh.audit().append(event(3, "set-role", "bao"));
      trial.run(fresh.audit(), other);
    }
  }

  @FunctionalInterface
  private interface Trial {
    void run(AuditLog log, EmptyStore store) throws Exception;
  }

  private static List<Long> numbers(List<AuditEntry> entries) {
    return entries.stream().map(AuditEntry::number).toList();
  }

  @Test
  void isReadBackwardsAndInPart() throws Exception {
    on(
        (log, store) -> {
          assertThat(numbers(log.read(AuditLog.Wanted.all(), Long.MAX_VALUE, 9)))
              .containsExactly(3L, 2L, 1L);
          assertThat(numbers(log.read(AuditLog.Wanted.all(), 3, 1))).containsExactly(2L);
          AuditLog.Wanted roles =
              new AuditLog.Wanted(
                  Optional.of(NOW.plusSeconds(100)), Optional.of("bao"), Optional.of("set-role"));
          List<AuditEntry> found = log.read(roles, Long.MAX_VALUE, 9);
          assertThat(numbers(found)).containsExactly(3L);
          assertThat(found.get(0).event()).isEqualTo(event(3, "set-role", "bao"));
        });
  }

  @Test
  void isSoundAsItIsWritten() throws Exception {
    on(
        (log, store) -> {
          AuditLog.Report report = log.verify(Optional.empty());
          assertThat(report.fault()).isEmpty();
          assertThat(report.entries()).isEqualTo(3);
          assertThat(report.chain()).hasSize(64);
        });
  }

  private void faultAfter(String sql, long sound, String words) throws Exception {
    on(
        (log, store) -> {
          store.tamper(sql);
          AuditLog.Report report = log.verify(Optional.empty());
          assertThat(report.fault().orElseThrow()).contains(words);
          assertThat(report.entries()).isEqualTo(sound);
        });
  }

  @Test
  void seesThatARowWasChanged() throws Exception {
    String changed = "entry 2 does not have the hash of its content";
    faultAfter("UPDATE audit SET account_id = 'lin' WHERE number = 2", 1, changed);
    faultAfter("UPDATE audit SET happened_at = 7 WHERE number = 2", 1, changed);
    faultAfter("UPDATE audit SET outcome = 'no word' WHERE number = 2", 1, changed);
    faultAfter("UPDATE audit SET chain_hash = 'x' WHERE number = 2", 1, changed);
  }

  @Test
  void seesThatARowIsMissing() throws Exception {
    faultAfter("DELETE FROM audit WHERE number = 2", 1, "entry 2 is missing, 3 follows");
    faultAfter("DELETE FROM audit WHERE number = 1", 0, "entry 1 is missing, 2 follows");
  }

  @Test
  void seesThatTheEndIsMissing() throws Exception {
    faultAfter("DELETE FROM audit WHERE number > 1", 1, "ends at entry 1, but 3 were written");
    faultAfter("DELETE FROM audit", 0, "ends at entry 0, but 3 were written");
  }

  @Test
  void seesThatRowsChangedPlaces() throws Exception {
    String swapped =
        """
        UPDATE audit SET number = CASE number WHEN 1 THEN -2 WHEN 2 THEN -1 END WHERE number < 3""";
    on(
        (log, store) -> {
          store.tamper(swapped);
          store.tamper("UPDATE audit SET number = -number WHERE number < 0");
          assertThat(log.verify(Optional.empty()).fault().orElseThrow())
              .isEqualTo("entry 1 does not have the hash of its content");
        });
  }

  @Test
  void onlyAHashThatWasKeptElsewhereShowsAnEndThatWasCutAndMoved() throws Exception {
    on(
        (log, store) -> {
          String kept = log.verify(Optional.empty()).chain();
          assertThat(log.verify(Optional.of(kept)).fault()).isEmpty();
          log.append(event(9, "set-role", "bao"));
          assertThat(log.verify(Optional.of(kept)).fault()).isEmpty();
          store.tamper("DELETE FROM audit WHERE number > 2");
          store.tamper(
              """
              UPDATE audit_end SET number = 2,
                chain_hash = (SELECT chain_hash FROM audit WHERE number = 2)""");
          assertThat(log.verify(Optional.empty()).fault()).isEmpty();
          assertThat(log.verify(Optional.of(kept)).fault().orElseThrow())
              .contains("no entry has the hash " + kept);
        });
  }

  @Test
  void keepsItsOrderWhenManyWriteAtOnce() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      on(
          (log, store) -> {
            List<Callable<AuditEntry>> work = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
              int minute = i;
              work.add(() -> log.append(event(minute, "set-role", "all")));
            }
            for (Future<AuditEntry> done : writers.invokeAll(work)) {
              assertThat(done.get().number()).isBetween(4L, 103L);
            }
            assertThat(log.verify(Optional.empty()).fault()).isEmpty();
            assertThat(log.verify(Optional.empty()).entries()).isEqualTo(103);
          });
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void whatComesFromOutsideIsOneLine() {
    Event forged =
        new Event(
            NOW,
            Outcome.DENIED,
            "set-role",
            "",
            "d\n1  2026  allowed",
            "::1\r\u2028\u202e",
            "x".repeat(900));
    assertThat(forged.thing()).isEqualTo("d\\u000A1  2026  allowed");
    assertThat(forged.address()).isEqualTo("::1\\u000D\\u2028\\u202E");
    assertThat(forged.detail()).hasSize(200);
    AuditEntry stored = database.audit().append(forged);
    assertThat(database.audit().read(AuditLog.Wanted.all(), stored.number() + 1, 1))
        .extracting(AuditEntry::event)
        .containsExactly(forged);
    assertThat(forged.thing().lines()).hasSize(1);
    assertThat(database.audit().verify(Optional.empty()).fault()).isEmpty();
  }
}
