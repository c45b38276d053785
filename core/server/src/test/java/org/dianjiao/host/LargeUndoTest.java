package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.host.OwnedDocument.await;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.document.Deeds;
import org.dianjiao.document.Update;
import org.dianjiao.people.Account;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Section;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others go on while 40,000 marks of one person are undone. */
class LargeUndoTest {

  private static final int MARKS = 40_000;
  private static final int AT_ONCE = 1_000;
  private static final String PIECE = "天地玄黃宇";
  private static final String MARKER = "editor-who-set-marks";
  private static final String EDITOR = "editor-who-goes-on";

  @TempDir Path folder;
  private OwnedDocument owned;
  private WorkerExecutor workers;
  private Account marker;
  private Account other;
  private Account reviewer;
  private long sequence;

  @BeforeEach
  void setMarks() {
    owned = new OwnedDocument(folder, PIECE.repeat(MARKS));
    workers =
        owned.vertx.createSharedWorkerExecutor(
            LibraryVerticle.WORKERS_NAME, LibraryVerticle.WORKERS);
    marker = owned.editor;
    other = owned.second;
    reviewer = owned.reviewer;
    int revision = 1;
    for (int done = 0; done < MARKS; done += AT_ONCE) {
      Update update = new Update(marks(done), List.of());
      await(owned.submit(marker, MARKER, revision, revision, update));
      revision++;
    }
    known(reviewer, OwnedDocument.R);
    known(other, EDITOR);
  }

  /**
   * Lets the owner read the last number of a client, so that nothing has to be read for it later.
   */
  private void known(Account account, String client) {
    await(
        owned.client.open(
            new DocumentCommand.OpenDocument(
                owned.document, account.id(), "session", client, Optional.empty())));
  }

  @AfterEach
  void close() throws InterruptedException {
    owned.close();
  }

  /** A mark behind each of the next thousand pieces. */
  private static ChangeSet marks(int done) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      sections.add(
          Section.keep(i == 0 ? done * (PIECE.length() + 1) + PIECE.length() : PIECE.length()));
      sections.add(Section.replace(0, "，"));
    }
    int rest = (MARKS - done - AT_ONCE) * PIECE.length();
    if (rest > 0) {
      sections.add(Section.keep(rest));
    }
    return ChangeSet.ofSections(sections);
  }

  private Future<CommandDone> undo() {
    long last = 1 + MARKS / AT_ONCE;
    return owned.client.does(
        new DocumentCommand.UndoDeeds(
            owned.document,
            reviewer.id(),
            OwnedDocument.R,
            1,
            new Deeds(Optional.of(marker.id()), Optional.empty(), Optional.empty(), 1, last)));
  }

  /** Somebody else types at the start of the newest text. */
  private CommandDone type(long base, int length) {
    return await(owned.submit(other, EDITOR, ++sequence, base, owned.insert(length, 0, "甲")));
  }

  private String text() {
    return owned.open(reviewer).content().orElseThrow().text();
  }

  /** Keeps all workers busy until told; whoever needs one waits behind. */
  private List<Future<Void>> busy(CountDownLatch until) {
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < LibraryVerticle.WORKERS; i++) {
      all.add(
          workers.executeBlocking(
              () -> {
                until.await();
                return null;
              },
              false));
    }
    return all;
  }

  @Test
  void editsAreAcknowledgedWhileWhatAnUndoComesToIsFound() {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch finding = new CountDownLatch(1);
    List<Future<Void>> first = busy(reading);
    Future<CommandDone> undone = undo();
    long revision = 1 + MARKS / AT_ONCE;
    await(owned.client.pull(new DocumentCommand.PullChanges(owned.document, other.id(), revision)));
    // Answered behind the undo: its reading of the log waits for a worker now.
    List<Future<Void>> second = busy(finding);
    reading.countDown();
    first.forEach(OwnedDocument::await);
    int length = MARKS * (PIECE.length() + 1);
    for (int i = 0; i < 20; i++) {
      assertThat(type(revision + i, length + i).revision()).isEqualTo(revision + i + 1);
    }
    assertThat(undone.isComplete()).isFalse();
    finding.countDown();
    second.forEach(OwnedDocument::await);
    assertThat(await(undone).revision()).isEqualTo(revision + 21);
    assertThat(text()).isEqualTo("甲".repeat(20) + PIECE.repeat(MARKS));
  }

  @Test
  void comesToAnEndWhenOthersNeverStop() {
    Future<CommandDone> undone = undo();
    long revision = 1 + MARKS / AT_ONCE;
    int length = MARKS * (PIECE.length() + 1);
    int typed = 0;
    while (!undone.isComplete()) {
      CommandDone done = type(revision, length + typed);
      typed++;
      if (done.revision() != revision + 1) {
        break; // the undo came in between
      }
      revision = done.revision();
    }
    assertThat(typed).isPositive();
    await(undone);
    assertThat(text()).isEqualTo("甲".repeat(typed) + PIECE.repeat(MARKS));
  }
}
