package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.document.History.id;

import java.util.Optional;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.json.Json;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Suggestion;
import org.junit.jupiter.api.Test;

class DocumentTest {

  /** Two passages: 0–5 and 6–9. */
  private final History history = new History("奕山桂良等\n天津城");

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work,
      InvalidEffect.Problem problem,
      String words) {
    assertThatThrownBy(work)
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(
            InvalidEffect.class, invalid -> assertThat(invalid.problem()).isEqualTo(problem));
  }

  @Test
  void anAnnotationSaysWhoMadeIt() {
    history.annotate("wang", "a", 0, 2);
    assertThat(history.now().annotations())
        .containsExactly(new Annotation(id("a"), Anchor.of(0, 2), History.PERSON, "wang"));
  }

  @Test
  void effectsCountInTheTextAfterTheChange() {
    history.replace(
        "wang", 0, 0, "大臣", new Effect.AddAnnotation(id("a"), 2, 4, false, History.PERSON));
    assertThat(history.now().annotations(2, 4)).hasSize(1);
    assertThat(history.now().text().slice(2, 4)).isEqualTo("奕山");
  }

  @Test
  void editingAnAnnotationKeepsItsAuthorAndItsPlace() {
    history.annotate("wang", "a", 0, 2);
    history.mark("li", new Effect.EditAnnotation(id("a"), History.PLACE));
    assertThat(history.now().annotations())
        .containsExactly(new Annotation(id("a"), Anchor.of(0, 2), History.PLACE, "wang"));
  }

  @Test
  void anAnnotationWhoseTextIsGoneIsAnOrphanUntilItIsMoved() {
    history.annotate("wang", "a", 2, 4).replace("li", 1, 4, "");
    assertThat(history.now().annotations().get(0).anchor()).isEqualTo(new Anchor(1, 1, true));
    history.mark("li", new Effect.MoveAnnotation(id("a"), 3, 5, false));
    assertThat(history.now().annotations().get(0))
        .isEqualTo(new Annotation(id("a"), Anchor.of(3, 5), History.PERSON, "wang"));
  }

  @Test
  void anAnnotationIsRemovedOnce() {
    history.annotate("wang", "a", 0, 2).mark("li", new Effect.RemoveAnnotation(id("a")));
    assertThat(history.now().annotations()).isEmpty();
    refused(
        () -> history.mark("li", new Effect.RemoveAnnotation(id("a"))),
        InvalidEffect.Problem.UNKNOWN_ANNOTATION,
        id("a"));
  }

  @Test
  void refusesAnIdThatIsTaken() {
    history.annotate("wang", "a", 0, 2);
    refused(() -> history.annotate("li", "a", 3, 4), InvalidEffect.Problem.DUPLICATE_ID, id("a"));
  }

  @Test
  void refusesARangeBehindTheText() {
    refused(
        () -> history.annotate("wang", "a", 0, 10),
        InvalidEffect.Problem.OUTSIDE,
        "range 0–10 ends behind the text of 9 units");
  }

  @Test
  void refusesAChangeThatIsNotTheNextOne() {
    Change first = history.change(1);
    assertThatThrownBy(() -> history.now().apply(first))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("change leads to revision 1, but this is 1");
  }

  @Test
  void aProposalWaitsUntilItIsDecidedOrWithdrawn() {
    history.propose("wang", "p", 2, 2, new Replace("，"));
    assertThat(history.now().proposals()).extracting(Suggestion::id).containsExactly(id("p"));
    refused(
        () -> history.mark("li", new Effect.WithdrawProposal(id("p"))),
        InvalidEffect.Problem.NOT_YOURS,
        "somebody else's");
    history.mark("wang", new Effect.WithdrawProposal(id("p")));
    assertThat(history.now().proposals()).isEmpty();
    refused(
        () -> history.mark("wang", new Effect.WithdrawProposal(id("p"))),
        InvalidEffect.Problem.UNKNOWN_PROPOSAL,
        id("p"));
  }

  @Test
  void onlyItsProposerRevisesAProposal() {
    history.propose("wang", "p", 2, 2, new Replace("，"));
    history.revise("wang", "p", 2, 4, new Replace("，乃"));
    Suggestion revised = history.now().proposals().get(0);
    assertThat(revised.anchor()).isEqualTo(Anchor.of(2, 4));
    assertThat(revised.surface()).isEqualTo(history.now().text().slice(2, 4));
    assertThat(revised.candidates().get(0).action()).isEqualTo(new Replace("，乃"));
    assertThat(revised.maker().isPerson("wang")).isTrue();
    refused(
        () -> history.revise("li", "p", 2, 2, new Replace("。")),
        InvalidEffect.Problem.NOT_YOURS,
        "somebody else's");
    refused(
        () -> history.revise("wang", "q", 2, 2, new Replace("。")),
        InvalidEffect.Problem.UNKNOWN_PROPOSAL,
        id("q"));
  }

  @Test
  void aRevisedProposalHasAnotherReference() {
    history.propose("wang", "p", 2, 2, new Replace("，"));
    assertThat(history.now().proposals().get(0).reference()).isEqualTo(id("p"));
    history.revise("wang", "p", 2, 2, new Replace("。"));
    String reference = history.now().proposals().get(0).reference();
    assertThat(reference).isEqualTo(id("p") + "." + history.now().revision());
    assertThat(Suggestion.idOf(reference)).isEqualTo(id("p"));
  }

  @Test
  void aRejectedProposalIsGoneAndRemembered() {
    history.propose("wang", "p", 2, 2, new Replace("，"));
    Suggestion proposal = history.now().proposals().get(0);
    Verdict skip = new Verdict(Outcome.SKIPPED, -1, Optional.empty(), proposal);
    history.mark("li", new Effect.Decide(skip));
    assertThat(history.now().proposals()).hasSize(1);
    Verdict reject = new Verdict(Outcome.REJECTED, -1, Optional.empty(), proposal);
    history.mark("li", new Effect.Decide(reject));
    assertThat(history.now().proposals()).isEmpty();
    assertThat(history.now().rejected(proposal.fingerprint())).isTrue();
    history.mark("li", new Effect.Reopen(proposal));
    assertThat(history.now().proposals()).containsExactly(proposal);
    assertThat(history.now().rejected(proposal.fingerprint())).isFalse();
  }

  @Test
  void anApprovalMovesWithItsPassage() {
    history.approve("li", "ok", 6, 9).replace("wang", 0, 2, "奕");
    assertThat(history.now().approvals()).hasSize(1);
    assertThat(history.now().approvals().get(0).start()).isEqualTo(5);
    assertThat(history.now().approvals().get(0).revision()).isEqualTo(2);
  }

  @Test
  void anApprovalIsVoidWhenItsPassageChangesAlsoAtItsEdges() {
    for (int at : new int[] {6, 7, 9}) {
      History one = new History("奕山桂良等\n天津城").approve("li", "ok", 6, 9);
      one.replace("wang", at, at, "，");
      assertThat(one.now().approvals()).as("insert at %d", at).isEmpty();
    }
    History elsewhere = new History("奕山桂良等\n天津城").approve("li", "ok", 6, 9);
    assertThat(elsewhere.replace("wang", 5, 5, "，").now().approvals()).hasSize(1);
  }

  @Test
  void anApprovalIsVoidWhenAnAnnotationInItChanges() {
    Effect add = new Effect.AddAnnotation(id("b"), 6, 8, false, History.PLACE);
    Effect edit = new Effect.EditAnnotation(id("a"), History.PLACE);
    Effect away = new Effect.MoveAnnotation(id("a"), 0, 2, false);
    Effect remove = new Effect.RemoveAnnotation(id("a"));
    for (Effect effect : new Effect[] {add, edit, away, remove}) {
      History one = new History("奕山桂良等\n天津城").annotate("wang", "a", 6, 8);
      one.approve("li", "ok", 6, 9).mark("wang", effect);
      assertThat(one.now().approvals()).as("%s", effect).isEmpty();
    }
  }

  @Test
  void onlyWhoApprovedTakesItBack() {
    history.approve("li", "ok", 0, 5);
    refused(
        () -> history.mark("wang", new Effect.WithdrawApproval(id("ok"))),
        InvalidEffect.Problem.NOT_YOURS,
        "somebody else's");
    history.mark("li", new Effect.WithdrawApproval(id("ok")));
    assertThat(history.now().approvals()).isEmpty();
    refused(
        () -> history.mark("li", new Effect.WithdrawApproval(id("ok"))),
        InvalidEffect.Problem.UNKNOWN_APPROVAL,
        id("ok"));
  }

  @Test
  void aDocumentReadsBackFromItsSnapshot() {
    history.annotate("wang", "a", 0, 2).propose("wang", "p", 2, 2, new Replace("，"));
    history.approve("li", "ok", 6, 9).replace("li", 0, 2, "");
    Suggestion offered = history.offered("s", 1, 1, new Replace("，"));
    history.mark(
        "li", new Effect.Decide(new Verdict(Outcome.REJECTED, -1, Optional.empty(), offered)));
    Document now = history.now();
    String snapshot = Json.text(now.state());
    assertThat(Document.of(now.revision(), Json.read(snapshot, DocumentState.class)))
        .isEqualTo(now);
    assertThat(now.state().rejected()).containsExactly(offered.fingerprint());
  }

  @Test
  void anOlderStateStaysAsItWas() {
    Document before = history.now();
    history.annotate("wang", "a", 0, 2).replace("wang", 0, 9, "");
    assertThat(before.text().toString()).isEqualTo("奕山桂良等\n天津城");
    assertThat(before.annotations()).isEmpty();
    assertThat(before.apply(history.change(2)).annotations()).hasSize(1);
  }
}
