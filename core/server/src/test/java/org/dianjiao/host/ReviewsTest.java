package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.host.OwnedDocument.A;
import static org.dianjiao.host.OwnedDocument.R;
import static org.dianjiao.host.OwnedDocument.await;

import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Body;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentCommand.SeenPassage;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvent.MembersChanged;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.DocumentReply.AnnotationsRead;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Disclosure;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.document.PassageEffect;
import org.dianjiao.document.TalkEffect;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.review.Approval;
import org.dianjiao.review.ReviewSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of a document lets people say of whole passages. */
class ReviewsTest {

  private static final String TEXT = "議將從前\n使臣進京\n天津條約";

  @TempDir Path folder;
  private OwnedDocument owned;
  private Account other;
  private volatile int needed;

  @BeforeEach
  void open() {
    owned = new OwnedDocument(folder, TEXT);
    other = owned.person("re", Role.REVIEWER);
  }

  @AfterEach
  void close() throws InterruptedException {
    owned.close();
  }

  private Document now() {
    long revision = owned.database.projects().document(owned.document).orElseThrow().revision();
    return new Replay(owned.database, owned.document).at(revision);
  }

  private SeenPassage seen(int start, int end) {
    return new SeenPassage(start, end, org.dianjiao.json.SeenPassage.hash(now(), start, end));
  }

  private CommandDone approve(Account account, long sequence, SeenPassage... passages) {
    return await(
        owned.client.does(
            new DocumentCommand.ApprovePassages(
                owned.document, account.id(), client(account), sequence, List.of(passages))));
  }

  private CommandDone ready(Account account, long sequence, SeenPassage... passages) {
    return await(
        owned.client.does(
            new DocumentCommand.MarkReady(
                owned.document, account.id(), client(account), sequence, List.of(passages))));
  }

  private String client(Account account) {
    return account.equals(owned.reviewer) ? R : "review-of-" + account.id();
  }

  private AnnotationsRead shown(Account account) {
    Document now = now();
    return owned.annotations(account, now.revision(), 0, now.text().length());
  }

  private void set(int approvals, int sampled) {
    owned
        .database
        .projects()
        .setReviewSettings(owned.project, new ReviewSettings(approvals, sampled));
    Promise<Void> told = Promise.promise();
    await(DocumentEvents.listen(owned.vertx, owned.document, event -> heard(event, told)).ready());
    PeopleEvents.tell(
        owned.vertx, new PeopleEvent.RightsChanged(owned.project, owned.reviewer.id()));
    await(told.future());
  }

  private void heard(DocumentEvent event, Promise<Void> told) {
    if (event instanceof MembersChanged changed) {
      needed = changed.approvalsNeeded();
      told.tryComplete();
    }
  }

  private static FailureCode code(Throwable failure) {
    return ((Refusal) failure).code();
  }

  @Test
  void refusesAnEditorsApproval() {
    assertThatThrownBy(() -> approve(owned.editor, 1, seen(0, 4)))
        .hasMessage("an editor may not approve passages; it takes a reviewer")
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.NOT_PERMITTED));
  }

  @Test
  void voidsAnApprovalWhenThePassageChangesAndNotWhenAnotherDoes() {
    approve(owned.reviewer, 1, seen(5, 9));
    await(owned.submit(owned.editor, A, 1, 2, owned.insert(14, 0, "甲")));
    assertThat(shown(owned.reviewer).approvals()).hasSize(1);
    await(owned.submit(owned.editor, A, 2, 3, owned.insert(15, 10, "。")));
    assertThat(shown(owned.reviewer).approvals()).isEmpty();
  }

  @Test
  void refusesTheApprovalOfOnesOwnWork() {
    await(owned.submit(owned.reviewer, A, 1, 1, owned.insert(14, 9, "。")));
    assertThatThrownBy(() -> approve(owned.reviewer, 1, seen(5, 10)))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.OWN_WORK));
  }

  @Test
  void refusesAnApprovalOfAnAnnotationThatOneReworded() {
    Effect note = new Effect.AddAnnotation("annotation-000001", 5, 7, false, new Body.Note("？"));
    Effect reworded = new Effect.EditAnnotation("annotation-000001", new Body.Note("！"));
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(14, 0, "", note)));
    await(
        owned.submit(
            owned.reviewer, "editor-of-the-reviewer", 1, 2, owned.insert(14, 0, "", reworded)));
    assertThatThrownBy(() -> approve(owned.reviewer, 1, seen(5, 9)))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.OWN_WORK));
  }

  @Test
  void refusesAnApprovalWhenWhatIsSaidAboutThePassageIsNotWhatWasSeen() {
    SeenPassage before = seen(5, 9);
    Effect note = new Effect.AddAnnotation("annotation-000001", 5, 7, false, new Body.Note("？"));
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(14, 0, "", note)));
    assertThatThrownBy(() -> approve(owned.reviewer, 1, before))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.TEXT_CHANGED));
    assertThat(approve(owned.reviewer, 1, seen(5, 9)).decided()).isEqualTo(1);
  }

  @Test
  void refusesAnApprovalOfOtherTextOrOfHalfALine() {
    String hash = seen(0, 4).hash();
    assertThatThrownBy(() -> approve(owned.reviewer, 1, new SeenPassage(5, 9, hash)))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.TEXT_CHANGED));
    assertThatThrownBy(() -> approve(owned.reviewer, 1, seen(5, 8)))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.TEXT_CHANGED));
  }

  @Test
  void letsAsManyPeopleApproveAsTheProjectAsksForEachOnce() {
    Account third = owned.person("tu", Role.REVIEWER);
    owned.open(owned.reviewer);
    set(2, 0);
    assertThat(needed).isEqualTo(2);
    assertThat(owned.open(owned.reviewer).approvalsNeeded()).isEqualTo(2);
    approve(owned.reviewer, 1, seen(0, 4));
    assertThatThrownBy(() -> approve(owned.reviewer, 2, seen(0, 4)))
        .hasMessage("you approved this passage already");
    approve(other, 1, seen(0, 4));
    assertThat(shown(third).approvals())
        .extracting(Approval::account)
        .containsExactlyInAnyOrder(owned.reviewer.id(), other.id());
    assertThatThrownBy(() -> approve(third, 1, seen(0, 4)))
        .hasMessage("this passage has all approvals that it needs: 2");
    set(3, 0);
    assertThat(approve(third, 1, seen(0, 4)).decided()).isEqualTo(1);
  }

  @Test
  void approvesASelectionInOneChangeAndLeavesTheRestAlone() {
    await(owned.submit(owned.reviewer, A, 1, 1, owned.insert(14, 9, "。")));
    SeenPassage stale = new SeenPassage(11, 15, seen(0, 4).hash());
    CommandDone done = approve(owned.reviewer, 1, seen(0, 4), seen(5, 10), stale, seen(0, 4));
    assertThat(done.decided()).isEqualTo(1);
    assertThat(done.skipped())
        .extracting(skipped -> skipped.suggestion() + " " + skipped.reason())
        .containsExactly(
            "5 you worked on this passage yourself; somebody else has to approve it",
            "11 the passage at 11–15 is not what you saw; look again",
            "0 this passage is named twice");
    assertThat(now().revision()).isEqualTo(3);
  }

  @Test
  void saysWhenThereIsNothingToMark() {
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(14, 9, "。")));
    approve(owned.reviewer, 1, seen(0, 4), seen(5, 10));
    assertThat(shown(other).approvals())
        .extracting(Approval::unmarked)
        .containsExactly(true, false);
  }

  @Test
  void takesTheWordOfWhoMayEditThatAPassageIsReadyUntilItChanges() {
    ready(owned.editor, 1, seen(5, 9), seen(10, 14));
    assertThat(shown(other).ready()).hasSize(2);
    assertThatThrownBy(() -> ready(owned.second, 1, seen(5, 9)))
        .hasMessage("this passage is ready already");
    await(owned.submit(owned.second, A, 1, 2, owned.insert(14, 6, "甲")));
    assertThat(shown(other).ready()).hasSize(1);
    String left = shown(other).ready().get(0).id();
    await(
        owned.client.does(
            new DocumentCommand.WithdrawReady(
                owned.document, owned.editor.id(), client(owned.editor), 2, left)));
    assertThat(shown(other).ready()).isEmpty();
  }

  @Test
  void tellsADrawnApprovalToNobodyUntilASecondReviewerHasApproved() {
    owned.open(owned.reviewer);
    set(1, 100);
    approve(owned.reviewer, 1, seen(0, 4));
    assertThat(shown(owned.reviewer).approvals()).hasSize(1);
    assertThat(shown(other).approvals()).isEmpty();
    assertThat(Disclosure.effects(owned.told().get(0), other.id())).isEmpty();
    assertThat(Disclosure.effects(owned.told().get(0), owned.reviewer.id()))
        .singleElement()
        .isInstanceOf(Effect.Approve.class);
    approve(other, 1, seen(0, 4));
    assertThat(shown(owned.editor).approvals()).hasSize(2);
    assertThat(owned.told().get(1).effects())
        .hasSize(2)
        .anyMatch(PassageEffect.OpenSample.class::isInstance);
  }

  private CommandDone talk(Account account, long sequence, long revision, TalkEffect talk) {
    return await(
        owned.client.does(
            new DocumentCommand.TalkOver(
                owned.document, account.id(), client(account), sequence, revision, talk)));
  }

  private static TalkEffect question(int start, int end, String... mentions) {
    return new TalkEffect.StartThread(
        "thread-0000000001",
        start,
        end,
        false,
        Optional.empty(),
        "comment-000000001",
        "何？",
        List.of(mentions));
  }

  @Test
  void putsAThreadWhereItsTextIsByNow() {
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(14, 0, "甲乙")));
    talk(owned.second, 1, 1, question(5, 7, owned.editor.id()));
    assertThat(now().threads())
        .singleElement()
        .satisfies(thread -> assertThat(thread.start()).isEqualTo(7));
    assertThat(owned.open(owned.reviewer).content().orElseThrow().threads()).hasSize(1);
  }

  @Test
  void letsViewersReadOnlyAndNobodyNameAStranger() {
    Account viewer = owned.person("vi", Role.VIEWER);
    Account stranger = owned.database.accounts().create("st", "no password", false);
    assertThatThrownBy(() -> talk(viewer, 1, 1, question(5, 7)))
        .hasMessage("a viewer may not comment; it takes an annotator");
    assertThatThrownBy(() -> talk(owned.editor, 1, 1, question(5, 7, stranger.id())))
        .hasMessageContaining("is no member of this project");
  }
}
