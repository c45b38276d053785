package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.host.OwnedDocument.A;
import static org.dianjiao.host.OwnedDocument.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dianjiao.bus.DocumentEvent.DocumentClosed;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Account;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.ChainReport;
import org.dianjiao.storage.ChangeLog;
import org.dianjiao.storage.ClientPosition;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.LogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write fails, and nobody knows whether it was stored: neither acknowledged nor refused. */
class UnknownOutcomeTest {

  private static final int PATIENCE_SECONDS = 30;

  @TempDir private Path folder;

  private final AtomicBoolean fails = new AtomicBoolean();
  private Optional<OwnedDocument> owned = Optional.empty();

  /** Loses one answer, before or after the write. */
  private record Doubtful(ChangeLog log, AtomicBoolean fails, boolean stores) implements ChangeLog {

    @Override
    public List<AppendResult> append(List<Batch> group) {
      if (!fails.getAndSet(false)) {
        return log.append(group);
      }
      if (stores) {
        log.append(group);
      }
      throw new IllegalStateException("the answer is lost");
    }

    @Override
    public Head claim(String document, String node) {
      return log.claim(document, node);
    }

    @Override
    public long tailUnits(String document) {
      return log.tailUnits(document);
    }

    @Override
    public List<LogEntry> read(String document, long from, int limit) {
      return log.read(document, from, limit);
    }

    @Override
    public List<LogEntry> history(String document, long before, int limit) {
      return log.history(document, before, limit);
    }

    @Override
    public Optional<ClientPosition> position(String document, String client) {
      return log.position(document, client);
    }

    @Override
    public Optional<LogEntry> find(String document, String client, long sequence) {
      return log.find(document, client, sequence);
    }

    @Override
    public ChainReport verify(String document) {
      return log.verify(document);
    }

    @Override
    public List<String> documents() {
      return log.documents();
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    if (owned.isPresent()) {
      owned.get().close();
    }
  }

  private CommandDone resentAfterDoubt(boolean stored) {
    OwnedDocument document =
        new OwnedDocument(folder, "議將從前", log -> new Doubtful(log, fails, stored));
    owned = Optional.of(document);
    Account editor = document.editor;
    long epoch = document.open(editor).epoch();
    fails.set(true);
    assertThatThrownBy(() -> await(document.submit(editor, A, 1, 1, document.insert(4, 0, "甲"))))
        .satisfies(
            failure -> assertThat(((Refusal) failure).code()).isEqualTo(FailureCode.UNAVAILABLE));
    DocumentOpened reopened = reopened(document, editor, epoch);
    assertThat(document.events).hasAtLeastOneElementOfType(DocumentClosed.class);
    assertThat(document.told()).as("nobody is shown what may not be stored").isEmpty();
    assertThat(reopened.revision()).isEqualTo(stored ? 2 : 1);
    CommandDone again = await(document.submit(editor, A, 1, 1, document.insert(4, 0, "甲")));
    assertThat(document.open(editor).content().orElseThrow().text()).isEqualTo("甲議將從前");
    return again;
  }

  /** As a client does: asks again until a new owner is there. */
  private static DocumentOpened reopened(OwnedDocument document, Account account, long epoch) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        DocumentOpened opened = document.open(account);
        if (opened.epoch() > epoch) {
          return opened;
        }
      } catch (Refusal closing) {
        assertThat(closing.code()).isEqualTo(FailureCode.UNAVAILABLE);
      }
      assertThat(System.nanoTime()).as("reopened in time").isLessThan(deadline);
    }
  }

  @Test
  void editThatWasStoredIsFoundWhenItIsSentAgain() {
    CommandDone again = resentAfterDoubt(true);
    assertThat(again.repeated()).isTrue();
    assertThat(again.revision()).isEqualTo(2);
  }

  @Test
  void editThatWasNotStoredIsStoredWhenItIsSentAgain() {
    CommandDone again = resentAfterDoubt(false);
    assertThat(again.repeated()).isFalse();
    assertThat(again.revision()).isEqualTo(2);
  }
}
