package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dianjiao.durability.Observation.Acknowledged;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.durability.Observation.Held;
import org.dianjiao.durability.Observation.Refused;
import org.dianjiao.durability.Observation.Seen;
import org.dianjiao.durability.Observation.Sent;
import org.dianjiao.durability.Observation.Shown;
import org.dianjiao.exchange.Operation;
import org.dianjiao.json.Json;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;

/**
 * A check that has never found anything is worth nothing: each fault is made, and must be found.
 */
class HistoryCheckTest {

  private static final String DOCUMENT = "d";
  private static final String TEXT = "天子";
  private static final int EDITS = 6;

  private List<LogEntry> log = new ArrayList<>();
  private final List<Observation> seen = new ArrayList<>();

  /** Two clients in turn, each edit sent at 100·i and acknowledged 50 later. */
  HistoryCheckTest() {
    log.add(entry(1, 1, "import", 1, ChangeSet.replace(0, 0, 0, TEXT)));
    seen.add(new Shown("reader", 0, 1, Optional.of(TEXT)));
    String text = TEXT;
    for (int i = 0; i < EDITS; i++) {
      Edit edit = edit(i);
      long revision = i + 2L;
      ChangeSet changes = ChangeSet.replace(text.length(), 0, 0, Typing.mark(i));
      text = changes.apply(Text.of(text)).toString();
      log.add(entry(revision, 1L + i / 3, edit.client(), edit.sequence(), changes));
      seen.add(new Sent(edit, "account-" + edit.client(), Typing.mark(i), 100L * i));
      seen.add(new Acknowledged(edit, 100L * i + 50, revision));
      seen.add(new Seen("reader", revision, edit, changes));
    }
    seen.add(new Held("reader", text));
    log = chained(log);
  }

  private static Edit edit(int i) {
    return new Edit(i % 2 == 0 ? "a" : "b", i / 2 + 1L);
  }

  private static LogEntry entry(
      long revision, long epoch, String client, long sequence, ChangeSet changes) {
    String op = Json.text(new Operation(changes, List.of()));
    return new LogEntry(
        revision,
        epoch,
        "account-" + client,
        client,
        sequence,
        Operation.FORMAT,
        op,
        "hash",
        Instant.EPOCH,
        "");
  }

  /** The entries numbered from 1 and chained, as a server writes whatever it takes for right. */
  private static List<LogEntry> chained(List<LogEntry> entries) {
    List<LogEntry> chained = new ArrayList<>();
    String chain = LogChain.start(DOCUMENT);
    for (LogEntry entry : entries) {
      LogEntry numbered = with(entry, chained.size() + 1L, entry.epoch(), "");
      chain = LogChain.next(chain, DOCUMENT, numbered);
      chained.add(with(numbered, numbered.revision(), numbered.epoch(), chain));
    }
    return chained;
  }

  private static LogEntry with(LogEntry entry, long revision, long epoch, String chain) {
    return new LogEntry(
        revision,
        epoch,
        entry.author(),
        entry.client(),
        entry.sequence(),
        entry.format(),
        entry.op(),
        entry.opHash(),
        entry.at(),
        chain);
  }

  private List<String> faults() {
    return HistoryCheck.faults(DOCUMENT, log, seen);
  }

  private <T extends Observation> void swap(Class<T> kind, UnaryOperator<T> change) {
    int last = seen.size() - 1;
    while (!kind.isInstance(seen.get(last))) {
      last--;
    }
    seen.set(last, change.apply(kind.cast(seen.get(last))));
  }

  @Test
  void findsNothingInASoundHistory() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void acceptsThatAnEditOfUnknownFateIsStoredOrNot() {
    seen.removeIf(one -> one instanceof Acknowledged answer && answer.edit().equals(edit(3)));
    seen.add(1, new Sent(new Edit("c", 1), "account-c", Typing.mark(99), 0));

    assertThat(faults()).isEmpty();
  }

  @Test
  void findsALostEdit() {
    log = chained(log.subList(0, EDITS));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("is lost"));
  }

  @Test
  void findsAnEditThatIsStoredTwice() {
    log.add(log.get(log.size() - 1));
    log = chained(log);

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("is stored at 7 and at 8"));
  }

  @Test
  void findsAGap() {
    log.remove(3);

    assertThat(faults()).containsExactly("revision 5 stands where 4 belongs");
  }

  @Test
  void findsABrokenChain() {
    log.set(3, with(log.get(3), 4, log.get(3).epoch(), log.get(2).chain()));

    assertThat(faults()).contains("the chain breaks at revision 4");
  }

  @Test
  void findsAnEpochThatFalls() {
    log.set(3, with(log.get(3), 4, 9, ""));
    log = chained(log);

    assertThat(faults()).containsExactly("epoch 2 follows 9 at revision 5");
  }

  @Test
  void findsAWrongOrder() {
    Collections.swap(log, 1, 2);
    log = chained(log);

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("does not come after it"));
  }

  @Test
  void findsAnAnswerWithAnotherRevision() {
    swap(Acknowledged.class, answer -> new Acknowledged(answer.edit(), answer.at(), 6));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("acknowledged at 6"));
  }

  @Test
  void findsARefusedEditThatIsStored() {
    seen.add(new Refused(edit(2), "busy"));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("was refused (busy)"));
  }

  @Test
  void findsAnEditThatNobodySent() {
    seen.removeIf(one -> one instanceof Sent sent && sent.edit().equals(edit(2)));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("nobody sent"));
  }

  @Test
  void findsAnotherAuthor() {
    swap(Sent.class, sent -> new Sent(sent.edit(), "account-x", sent.mark(), sent.at()));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("is stored as of"));
  }

  @Test
  void findsOtherContent() {
    swap(Sent.class, sent -> new Sent(sent.edit(), sent.account(), Typing.mark(77), sent.at()));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("without its content"));
  }

  @Test
  void findsAStaleReading() {
    seen.add(new Shown("late", 100L * EDITS, 3, Optional.empty()));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("was shown to late"));
  }

  @Test
  void findsAReaderWhoIsTakenBack() {
    seen.add(new Shown("reader", 0, 2, Optional.empty()));

    assertThat(faults()).containsExactly("reader was taken back from 7 to 2");
  }

  @Test
  void findsWhatWasShownAndIsNotStored() {
    seen.add(new Seen("reader", EDITS + 2L, edit(1), ChangeSet.empty(3)));

    assertThat(faults()).containsExactly("reader saw revision 8, which is not stored");
  }

  @Test
  void findsAChangeThatWasShownDifferently() {
    swap(Seen.class, one -> new Seen("reader", one.revision(), one.edit(), ChangeSet.empty(3)));

    assertThat(faults()).containsExactly("reader saw something else than the log has at 7");
  }

  @Test
  void findsAnotherTextAtAnOpening() {
    swap(Shown.class, shown -> new Shown("reader", 0, 1, Optional.of("天 子")));

    assertThat(faults()).containsExactly("reader was shown another text at revision 1");
  }

  @Test
  void findsAnotherTextAtTheEnd() {
    swap(Held.class, held -> new Held("reader", held.text() + "。"));

    assertThat(faults()).containsExactly("reader does not hold the text of the log");
  }

  @Test
  void findsAMarkThatAnotherEditPutsInAgain() {
    int length = Operation.read(log.get(EDITS)).change().changes().newLength();
    Edit edit = new Edit("c", 1);
    ChangeSet changes = ChangeSet.replace(length, 0, 0, Typing.mark(0) + Typing.mark(50));
    log.add(entry(EDITS + 2L, 2, "c", 1, changes));
    log = chained(log);
    seen.add(new Sent(edit, "account-c", Typing.mark(50), 100L * EDITS));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("is in the text 2 times"));
  }
}
