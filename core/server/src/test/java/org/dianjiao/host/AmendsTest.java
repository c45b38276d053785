package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.host.OwnedDocument.A;
import static org.dianjiao.host.OwnedDocument.B;
import static org.dianjiao.host.OwnedDocument.R;
import static org.dianjiao.host.OwnedDocument.await;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Deeds;
import org.dianjiao.document.Effect;
import org.dianjiao.document.MarksOf;
import org.dianjiao.document.Update;
import org.dianjiao.people.Account;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undoing and restoring in a document that is open. */
class AmendsTest {

  private static final String TEXT = "議將從前\n使臣進京";

  @TempDir Path folder;
  private OwnedDocument owned;

  @BeforeEach
  void open() {
    owned = new OwnedDocument(folder, TEXT);
    Effect mark =
        new Effect.AddAnnotation("annotation-one-0001", 5, 7, false, new Body.Tag("office"));
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲"), owned.insert(10, 10, "乙")));
    await(owned.submit(owned.second, B, 1, 3, owned.insert(11, 5, "丙丁")));
    await(owned.submit(owned.editor, A, 3, 4, new Update(ChangeSet.empty(13), List.of(mark))));
    await(
        owned.submit(
            owned.editor, A, 4, 5, new Update(ChangeSet.replace(13, 1, 3, ""), List.of())));
  }

  @AfterEach
  void close() throws InterruptedException {
    owned.close();
  }

  private String client(Account who) {
    return who.equals(owned.reviewer) ? R : "client-of-" + who.id();
  }

  private List<Annotation> annotations() {
    DocumentOpened now = owned.open(owned.reviewer);
    int length = now.content().orElseThrow().text().length();
    return owned.annotations(owned.reviewer, now.revision(), 0, length).annotations();
  }

  private String text() {
    return owned.open(owned.reviewer).content().orElseThrow().text();
  }

  private Future<CommandDone> undo(Account who, long sequence, Account of, long from, long to) {
    return owned.client.does(
        new DocumentCommand.UndoDeeds(
            owned.document,
            who.id(),
            client(who),
            sequence,
            new Deeds(Optional.of(of.id()), Optional.empty(), Optional.empty(), from, to)));
  }

  private Future<CommandDone> restore(
      Account who, long sequence, long revision, Optional<TextRange> passage) {
    return owned.client.does(
        new DocumentCommand.RestoreText(
            owned.document, who.id(), client(who), sequence, revision, passage));
  }

  private static FailureCode code(Future<CommandDone> command) {
    try {
      await(command);
      throw new AssertionError("was not refused");
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  @Test
  void undoesAllThatOnePersonDidAndTakesThatBack() {
    String before = text();
    CommandDone undone = await(undo(owned.reviewer, 1, owned.editor, 1, 6));
    assertThat(text()).isEqualTo("議將從前丙丁\n使臣進京");
    assertThat(annotations()).isEmpty();
    await(
        owned.client.does(
            new DocumentCommand.RevertChange(
                owned.document, owned.reviewer.id(), R, 2, undone.revision())));
    assertThat(text()).isEqualTo(before);
    assertThat(annotations()).extracting(Annotation::author).containsExactly(owned.editor.id());
  }

  @Test
  void answersARepeatedUndoAgainAndDoesItOnce() {
    CommandDone first = await(undo(owned.reviewer, 1, owned.editor, 1, 6));
    CommandDone again = await(undo(owned.reviewer, 1, owned.editor, 1, 6));
    assertThat(again.revision()).isEqualTo(first.revision());
    assertThat(again.repeated()).isTrue();
  }

  @Test
  void oneCommandThatComesTwiceAtOnceIsDoneOnce() {
    Future<CommandDone> first = undo(owned.reviewer, 1, owned.editor, 1, 6);
    Future<CommandDone> again = undo(owned.reviewer, 1, owned.editor, 1, 6);
    assertThat(await(first).revision()).isEqualTo(7);
    assertThat(await(again).revision()).isEqualTo(7);
    assertThat(owned.open(owned.reviewer).revision()).isEqualTo(7);
  }

  @Test
  void restoresTheWholeTextOrAPassage() {
    await(restore(owned.reviewer, 1, 1, Optional.of(new TextRange(0, 4))));
    assertThat(text()).isEqualTo("甲議將從前丙丁\n使臣進京乙");
    await(restore(owned.reviewer, 2, 1, Optional.empty()));
    assertThat(text()).isEqualTo(TEXT);
  }

  private Future<CommandDone> takeMarks(
      Account who, long sequence, MarksOf whose, Optional<DocumentCommand.Selection> where) {
    return owned.client.does(
        new DocumentCommand.TakeMarks(
            owned.document, who.id(), client(who), sequence, whose, where));
  }

  private Future<CommandDone> putMarksBack(Account who, long sequence, long revision) {
    return owned.client.does(
        new DocumentCommand.PutMarksBack(
            owned.document, who.id(), client(who), sequence, revision));
  }

  @Test
  void takesMarksAwayWhereTheyWereSelectedAndPutsThemBackOnce() {
    await(owned.submit(owned.second, B, 2, 6, owned.insert(11, 2, "，"), owned.insert(12, 12, "。")));
    String marked = text();
    Optional<DocumentCommand.Selection> then =
        Optional.of(new DocumentCommand.Selection(7, 0, 4)); // before the stop came in
    CommandDone done = await(takeMarks(owned.editor, 1, MarksOf.ALL, then));
    assertThat(text()).isEqualTo(marked.replace("，", ""));
    assertThat(code(putMarksBack(owned.second, 1, done.revision())))
        .isEqualTo(FailureCode.NOT_PERMITTED);
    assertThat(code(putMarksBack(owned.editor, 2, 7))).isEqualTo(FailureCode.NOT_PERMITTED);
    await(putMarksBack(owned.editor, 2, done.revision()));
    assertThat(text()).isEqualTo(marked);
    assertThat(code(takeMarks(owned.editor, 3, MarksOf.SOURCE, Optional.empty())))
        .isEqualTo(FailureCode.NOTHING_TO_DO);
    await(takeMarks(owned.editor, 3, MarksOf.person(owned.second.id()), Optional.empty()));
    assertThat(text()).isEqualTo(marked.replaceAll("[，。]", ""));
  }

  @Test
  void refusesWhatIsNotThereOrNotToBeDone() {
    assertThat(code(undo(owned.editor, 1, owned.second, 1, 6)))
        .isEqualTo(FailureCode.NOT_PERMITTED);
    assertThat(code(restore(owned.editor, 1, 1, Optional.empty())))
        .isEqualTo(FailureCode.NOT_PERMITTED);
    assertThat(code(undo(owned.reviewer, 1, owned.editor, 1, 7))).isEqualTo(FailureCode.BASE_AHEAD);
    assertThat(code(restore(owned.reviewer, 1, 0, Optional.empty())))
        .isEqualTo(FailureCode.BASE_AHEAD);
    assertThat(code(restore(owned.reviewer, 1, 1, Optional.of(new TextRange(4, 99)))))
        .isEqualTo(FailureCode.WRONG_LENGTH);
    assertThat(code(undo(owned.reviewer, 1, owned.reviewer, 1, 6)))
        .isEqualTo(FailureCode.NOTHING_TO_DO);
    assertThatThrownBy(() -> undo(owned.reviewer, 1, owned.editor, 5, 2))
        .hasMessage("revisions 5–2 are reversed or begin below 1");
    assertThat(owned.open(owned.reviewer).revision()).isEqualTo(6);
  }
}
