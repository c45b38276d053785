package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.document.History.id;

import java.util.Collections;
import java.util.List;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.MalformedChange;
import org.junit.jupiter.api.Test;

class UpdateRulesTest {

  private static final Limits LIMITS =
      Json.readSettings(
          """
          insert-units: 10
          effects-per-update: 2
          body-units: 100
          document-units: 20
          annotations-per-document: 1
          proposals-per-document: 1
          """,
          Limits.class);

  private final UpdateRules rules = new UpdateRules(LIMITS);
  private final History history = new History("天津𠲽條約");

  private static Update edit(ChangeSet changes, Effect... effects) {
    return new Update(changes, List.of(effects));
  }

  private static Update effects(Effect... effects) {
    return edit(ChangeSet.empty(6), effects);
  }

  private static Effect add(String name) {
    return new Effect.AddAnnotation(id(name), 0, 2, false, History.PLACE);
  }

  private static Effect propose() {
    Candidate candidate = new Candidate(new Replace("，"), 1, "，");
    return new Effect.Propose(id("p"), 0, 0, false, "proposal", List.of(candidate), "");
  }

  @Test
  void eachPartOfAnUpdateIsAnOperation() {
    assertThat(UpdateRules.operations(edit(ChangeSet.replace(6, 0, 0, "，"))))
        .containsExactly(Operation.EDIT_TEXT);
    assertThat(UpdateRules.operations(effects(add("a")))).containsExactly(Operation.ADD_ANNOTATION);
    assertThat(UpdateRules.operations(effects(propose()))).containsExactly(Operation.PROPOSE);
    assertThat(UpdateRules.operations(edit(ChangeSet.replace(6, 0, 0, "，"), propose())))
        .containsExactlyInAnyOrder(Operation.EDIT_TEXT, Operation.PROPOSE);
    assertThat(UpdateRules.operations(effects())).containsExactly(Operation.EDIT_TEXT);
  }

  private static Effect revise(String text) {
    Candidate candidate = new Candidate(new Replace(text), 1, "so");
    return new Effect.ReviseProposal(id("p"), 0, 0, false, List.of(candidate), "");
  }

  @Test
  void revisingAProposalTakesTheRightToPropose() {
    assertThat(UpdateRules.operations(effects(revise("，"))))
        .containsExactly(Operation.REVISE_PROPOSAL);
  }

  @Test
  void aProposalThatWasDecidedMeanwhileIsNeitherRevisedNorWithdrawn() {
    Update late = effects(revise("，"), new Effect.WithdrawProposal(id("p")));
    assertThat(rules.settle(late, history.now(), false).effects()).isEmpty();
    Update first = effects(propose(), revise("。"));
    assertThat(rules.settle(first, history.now(), false).effects()).hasSize(2);
  }

  @Test
  void refusesMoreProposalsThanADocumentMayHave() {
    history.propose("wang", "other", 0, 0, new Replace("，"));
    assertThatThrownBy(() -> rules.settle(effects(propose()), history.now(), false))
        .isInstanceOf(UpdateRules.OverLimit.class)
        .hasMessageContaining("2 proposals that wait for a decision; the limit is 1");
  }

  @Test
  void refusesAProposedTextThatNoTextMayHold() {
    assertThatThrownBy(() -> rules.checkSent(effects(revise("天\u0000"))))
        .hasMessage("a proposed text holds U+0000 at its unit 1, which may not stand in a text");
    assertThatThrownBy(() -> rules.checkSent(effects(revise("議".repeat(11)))))
        .isInstanceOf(UpdateRules.OverLimit.class)
        .hasMessageContaining("11 units; the limit is 10");
  }

  @Test
  void refusesWhatOnlyTheServerMakes() {
    List<Effect> servers =
        List.of(
            new Effect.Approve(id("ok"), 0, 6, false),
            new Effect.WithdrawApproval(id("ok")),
            new Effect.Revert(1),
            Effect.Import.plain("Text"),
            new Effect.Reopen(history.offered("s", 0, 0, new Replace("，"))));
    for (Effect effect : servers) {
      assertThatThrownBy(() -> rules.checkSent(effects(effect)))
          .hasMessageContaining(effect.getClass().getSimpleName());
    }
  }

  @Test
  void refusesWhatIsOverALimitAndNamesBothNumbers() {
    assertOver(edit(ChangeSet.replace(6, 0, 0, "文".repeat(11))), "11 units; the limit is 10");
    assertOver(
        effects(Collections.nCopies(3, add("a")).toArray(Effect[]::new)),
        "3 effects in one update; the limit is 2");
    Body note = new Body.Note("注".repeat(101));
    assertOver(effects(new Effect.EditAnnotation(id("a"), note)), "the limit is 100");
  }

  private void assertOver(Update update, String words) {
    assertThatThrownBy(() -> rules.checkSent(update))
        .isInstanceOf(UpdateRules.OverLimit.class)
        .hasMessageContaining(words);
  }

  @Test
  void refusesToLetADocumentGrowOverItsLimits() {
    Update grown = edit(ChangeSet.replace(6, 0, 0, "文".repeat(15)));
    assertThatThrownBy(() -> rules.settle(grown, history.now(), false))
        .hasMessage("the text would have 21 units; the limit is 20");
    history.annotate("wang", "a", 0, 2);
    assertThatThrownBy(() -> rules.settle(effects(add("b")), history.now(), false))
        .hasMessage("the document would have 2 annotations; the limit is 1");
  }

  @Test
  void letsATextThatIsTooLongShrink() {
    History old = new History("文".repeat(30));
    Update shorter = edit(ChangeSet.replace(30, 0, 2, ""));
    assertThat(rules.settle(shorter, old.now(), false)).isEqualTo(shorter);
  }

  @Test
  void refusesHalfACharacterAndAWrongLength() {
    Update half = edit(ChangeSet.replace(6, 3, 3, "，"));
    assertThatThrownBy(() -> rules.settle(half, history.now(), false))
        .isInstanceOf(MalformedChange.class);
    Update wrong = edit(ChangeSet.replace(7, 0, 0, "，"));
    assertThatThrownBy(() -> rules.settle(wrong, history.now(), false))
        .hasMessage("the change set is for a text of 7 units, but it has 6");
  }

  @Test
  void whatSomebodyElseRemovedNeedNotBeRemovedAgainOrMoved() {
    Update gone =
        effects(
            new Effect.MoveAnnotation(id("a"), 0, 1, false), new Effect.RemoveAnnotation(id("a")));
    assertThat(rules.settle(gone, history.now(), true).effects()).isEmpty();
    history.annotate("wang", "a", 0, 2);
    assertThat(rules.settle(gone, history.now(), true)).isEqualTo(gone);
  }
}
