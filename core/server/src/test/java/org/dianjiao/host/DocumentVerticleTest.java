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
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Effect;
import org.dianjiao.document.Update;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentVerticleTest {

  private static final String TEXT = "議將從前\n使臣進京";

  @TempDir Path folder;
  private OwnedDocument owned;

  @BeforeEach
  void open() {
    owned = new OwnedDocument(folder, TEXT);
  }

  @AfterEach
  void close() throws InterruptedException {
    owned.close();
  }

  private static FailureCode code(Throwable failure) {
    return ((Refusal) failure).code();
  }

  @Test
  void showsTheImportedText() {
    assertThat(owned.open(owned.editor).content().orElseThrow().text()).isEqualTo(TEXT);
    assertThat(owned.open(owned.editor).revision()).isEqualTo(1);
  }

  @Test
  void rebasesALateEditAndTellsEverybodyInOrder() {
    owned.open(owned.editor);
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲")));
    CommandDone late = await(owned.submit(owned.second, B, 1, 1, owned.insert(9, 4, "，")));
    assertThat(late.revision()).isEqualTo(3);
    assertThat(owned.open(owned.editor).content().orElseThrow().text()).isEqualTo("甲議將從前，\n使臣進京");
    assertThat(owned.told()).extracting(change -> change.revision()).containsExactly(2L, 3L);
  }

  @Test
  void answersAResentSubmitAgainAndAppliesItOnce() {
    owned.open(owned.editor);
    CommandDone first = await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲")));
    CommandDone again = await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲")));
    assertThat(again.revision()).isEqualTo(first.revision());
    assertThat(again.repeated()).isTrue();
    assertThat(owned.open(owned.editor).content().orElseThrow().text()).startsWith("甲議");
  }

  /** The changes since revision 0 have to be read first; meanwhile the same frame comes again. */
  @Test
  void answersASubmitAlikeThatComesTwiceWhileItIsPrepared() {
    owned.open(owned.editor);
    Future<CommandDone> first = owned.submit(owned.editor, A, 1, 0, owned.insert(0, 0, "甲"));
    Future<CommandDone> again = owned.submit(owned.editor, A, 1, 0, owned.insert(0, 0, "甲"));
    assertThat(await(again).revision()).isEqualTo(await(first).revision()).isEqualTo(2);
    assertThat(owned.open(owned.editor).content().orElseThrow().text()).isEqualTo(TEXT + "甲");
  }

  @Test
  void answersAResentSubmitAlsoToWhomMayNotEditAnyMore() {
    owned.open(owned.editor);
    CommandDone first = await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲")));
    owned.database.projects().setRole(owned.project, owned.editor.id(), Role.VIEWER);
    PeopleEvents.tell(owned.vertx, new PeopleEvent.RightsChanged(owned.project, owned.editor.id()));
    CommandDone again = await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲")));
    assertThat(again.revision()).isEqualTo(first.revision());
    assertThatThrownBy(() -> await(owned.submit(owned.editor, A, 2, 2, owned.insert(10, 0, "乙"))))
        .satisfies(
            f -> assertThat(code(f)).isIn(FailureCode.NOT_PERMITTED, FailureCode.UNAVAILABLE));
  }

  @Test
  void refusesOtherContentUnderAUsedNumber() {
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲")));
    assertThatThrownBy(() -> await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "乙"))))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.SEQUENCE_REUSED));
  }

  @Test
  void refusesAGapInTheNumbersOfAClient() {
    assertThatThrownBy(() -> await(owned.submit(owned.editor, A, 3, 1, owned.insert(9, 0, "甲"))))
        .hasMessage("number 3 does not follow 0");
  }

  @Test
  void refusesTheNumbersOfSomebodyElsesEditor() {
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲")));
    assertThatThrownBy(() -> await(owned.submit(owned.second, A, 2, 2, owned.insert(10, 0, "乙"))))
        .hasMessage("the client name " + A + " is somebody else's")
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.SEQUENCE_REUSED));
  }

  @Test
  void refusesABaseAheadOfTheDocument() {
    assertThatThrownBy(() -> await(owned.submit(owned.editor, A, 1, 57, owned.insert(9, 0, "甲"))))
        .hasMessage("base revision 57 is ahead of 1")
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.BASE_AHEAD));
  }

  @Test
  void refusesHalfACharacter() {
    Update half = owned.insert(9, 0, "\uD842");
    assertThatThrownBy(() -> await(owned.submit(owned.editor, A, 1, 1, half)))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.HALF_CHARACTER));
  }

  @Test
  void refusesAnInsertOverTheLimit() {
    Update huge = owned.insert(9, 0, "議".repeat(131_073));
    assertThatThrownBy(() -> await(owned.submit(owned.editor, A, 1, 1, huge)))
        .hasMessageContaining("131073 units; the limit is 131072")
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.TOO_LARGE));
  }

  @Test
  void doesNotTellAStrangerThatTheDocumentExists() {
    Account stranger = owned.database.accounts().create("xu", "none", false);
    assertThatThrownBy(() -> owned.open(stranger))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.UNKNOWN_DOCUMENT));
  }

  @Test
  void refusesADocumentThatDoesNotExist() {
    DocumentCommand.OpenDocument nowhere =
        new DocumentCommand.OpenDocument("nowhere", owned.editor.id(), "s", A, Optional.empty());
    assertThatThrownBy(() -> await(owned.client.open(nowhere)))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.UNKNOWN_DOCUMENT));
  }

  @Test
  void keepsAnAnnotationOnItsTextWhileOthersType() {
    Effect add =
        new Effect.AddAnnotation("annotation-one-0001", 5, 7, false, new Body.Tag("office"));
    ChangeSet nothing = ChangeSet.empty(9);
    await(owned.submit(owned.second, B, 1, 1, owned.insert(9, 0, "甲乙")));
    await(owned.submit(owned.editor, A, 1, 1, new Update(nothing, List.of(add))));
    assertThat(owned.open(owned.reviewer).content().orElseThrow().annotations()).isEqualTo(1);
    var annotation = owned.annotations(owned.reviewer, 3, 0, 11).annotations().get(0);
    assertThat(annotation.anchor().start()).isEqualTo(7);
    assertThat(annotation.author()).isEqualTo(owned.editor.id());
  }

  private Effect.Propose proposal() {
    return new Effect.Propose(
        "proposal-one-000001",
        0,
        1,
        false,
        "proposal",
        List.of(new Candidate(new Replace("议"), 1, "议")),
        "simplified here");
  }

  private DocumentCommand.DecideSuggestions accept(Account account) {
    return accept(account, "proposal-one-000001");
  }

  private DocumentCommand.DecideSuggestions accept(Account account, String reference) {
    return new DocumentCommand.DecideSuggestions(
        owned.document,
        account.id(),
        R,
        1,
        List.of(reference),
        Outcome.ACCEPTED,
        0,
        Optional.empty());
  }

  @Test
  void appliesAProposalThatSomebodyElseAcceptsAndRevertsIt() {
    Update propose = new Update(ChangeSet.empty(9), List.of(proposal()));
    await(owned.submit(owned.editor, A, 1, 1, propose));
    CommandDone accepted = await(owned.client.does(accept(owned.reviewer)));
    assertThat(accepted.decided()).isEqualTo(1);
    assertThat(owned.open(owned.reviewer).content().orElseThrow().text()).startsWith("议將");
    await(
        owned.client.does(
            new DocumentCommand.RevertChange(
                owned.document, owned.reviewer.id(), R, 2, accepted.revision())));
    assertThat(owned.open(owned.reviewer).content().orElseThrow().text()).isEqualTo(TEXT);
    assertThat(owned.open(owned.reviewer).suggestions()).hasSize(1);
  }

  @Test
  void decidesOnlyAboutTheProposalThatWasShown() {
    Candidate other = new Candidate(new Replace("議議"), 1, "議議");
    Effect revise =
        new Effect.ReviseProposal("proposal-one-000001", 0, 1, false, List.of(other), "");
    await(owned.submit(owned.editor, A, 1, 1, new Update(ChangeSet.empty(9), List.of(proposal()))));
    await(owned.submit(owned.editor, A, 2, 2, new Update(ChangeSet.empty(9), List.of(revise))));
    assertThatThrownBy(() -> await(owned.client.does(accept(owned.reviewer))))
        .hasMessage("this proposal was changed since it was shown; look again");
    assertThat(await(owned.client.does(accept(owned.reviewer, "proposal-one-000001.3"))).decided())
        .isEqualTo(1);
    assertThat(owned.open(owned.reviewer).content().orElseThrow().text()).startsWith("議議將");
  }

  @Test
  void refusesThatOneAcceptsOnesOwnProposal() {
    Update propose = new Update(ChangeSet.empty(9), List.of(proposal()));
    await(owned.submit(owned.reviewer, A, 1, 1, propose));
    assertThatThrownBy(() -> await(owned.client.does(accept(owned.reviewer))))
        .satisfies(f -> assertThat(code(f)).isEqualTo(FailureCode.OWN_WORK));
  }

  @Test
  void stopsTheNextEditWhenARightIsTakenAway() {
    owned.open(owned.editor);
    owned.database.projects().setRole(owned.project, owned.editor.id(), Role.VIEWER);
    assertThatThrownBy(() -> await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲"))))
        .isInstanceOf(Refusal.class);
    PeopleEvents.tell(owned.vertx, new PeopleEvent.RightsChanged(owned.project, owned.editor.id()));
    assertThatThrownBy(() -> await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲"))))
        .isInstanceOf(Refusal.class);
    assertThat(owned.open(owned.reviewer).revision()).isEqualTo(1);
  }

  @Test
  void opensAgainFromItsLog() throws Exception {
    await(owned.submit(owned.editor, A, 1, 1, owned.insert(9, 0, "甲")));
    owned.close();
    owned = new OwnedDocument(folder.resolve("other"), TEXT);
    org.dianjiao.storage.Database again =
        org.dianjiao.storage.Database.openReadOnly(
            org.dianjiao.storage.StorageSettings.defaults(folder));
    String document = again.changeLog().documents().get(0);
    assertThat(new org.dianjiao.exchange.Replay(again, document).at(2).text().toString())
        .startsWith("甲議");
    again.close();
  }
}
