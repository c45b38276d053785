package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.Redirect;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.EntityProposal;
import org.dianjiao.entity.EntityProposal.Decision;
import org.dianjiao.entity.EntityProposal.Outcome;
import org.dianjiao.entity.NewStep;
import org.dianjiao.entity.Step;
import org.dianjiao.storage.AuthorityFiles.Whole;
import org.junit.jupiter.api.Test;

/** What every engine promises about authority files. */
abstract class AuthorityFilesContract extends StorageContract {

  private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);
  private static final Entity LI = entity("li", "李鴻章;Hant|李鸿章;Hans");
  private static final Entity LI_LATER = entity("li", "李鴻章;Hant|李鸿章;Hans\t合肥|𠀋\\;");
  private static final Entity SHAOQUAN = entity("shaoquan", "少荃");

  AuthorityFilesContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private static Entity entity(String id, String labels) {
    return (Entity) EntityRows.ofLine("local:" + id + "\tperson\t" + labels);
  }

  private AuthorityFiles files() {
    return database.authorityFiles();
  }

  private String project() {
    return database.projects().create("names", "").id();
  }

  private static Change from(Entry was, Entry becomes) {
    return new Change(becomes.id(), Optional.of(was), Optional.of(becomes));
  }

  private static NewStep step(String account, Deed deed, Change... changes) {
    return new NewStep(
        deed,
        Optional.of(account),
        Optional.empty(),
        NOW,
        deed + " it",
        Optional.empty(),
        List.of(changes));
  }

  @Test
  void keepsEntriesAndEveryStep() {
    String project = project();
    String account = somebody().id();
    assertThat(files().whole(project)).isEqualTo(new Whole(0, List.of()));
    assertThat(files().add(project, step(account, Deed.ADD, Change.added(LI)))).isEqualTo(1);
    NewStep merge =
        step(
            account,
            Deed.MERGE,
            from(LI, LI_LATER),
            Change.added(new Redirect(SHAOQUAN.id(), LI.id())));
    assertThat(files().add(project, merge)).isEqualTo(2);
    assertThat(files().version(project)).isEqualTo(2);
    assertThat(files().whole(project).entries())
        .containsExactlyInAnyOrder(LI_LATER, new Redirect(SHAOQUAN.id(), LI.id()));
    assertThat(files().since(project, 1).changes())
        .containsExactlyInAnyOrderElementsOf(merge.changes());
    assertThat(files().steps(project, Long.MAX_VALUE, 9))
        .extracting(Step::deed)
        .containsExactly(Deed.MERGE, Deed.ADD);
    assertThat(files().stepsOf(project, SHAOQUAN.id(), Long.MAX_VALUE, 9))
        .containsExactly(
            new Step(
                2,
                Deed.MERGE,
                Optional.of(account),
                Optional.empty(),
                NOW,
                "MERGE it",
                Optional.empty()));
    assertThat(files().changes(project, 1, 9)).containsExactly(Change.added(LI));
    assertThat(files().whole(project()).entries()).isEmpty();
  }

  @Test
  void doesNothingWhenAnEntryIsNoLongerAsItWas() {
    String project = project();
    String account = somebody().id();
    files().add(project, step(account, Deed.ADD, Change.added(LI)));
    List<NewStep> late =
        List.of(
            step(account, Deed.ADD, Change.added(SHAOQUAN), Change.added(LI)),
            step(account, Deed.EDIT, from(LI_LATER, LI)),
            step(account, Deed.EDIT, from(SHAOQUAN, entity("shaoquan", "荃"))));
    for (NewStep step : late) {
      assertThatThrownBy(() -> files().add(project, step)).isInstanceOf(EntryChanged.class);
    }
    assertThat(files().whole(project)).isEqualTo(new Whole(1, List.of(LI)));
    Change gone = Change.added(LI).reversed();
    assertThat(files().add(project, step(account, Deed.REMOVE, gone))).isEqualTo(2);
    assertThat(files().whole(project)).isEqualTo(new Whole(2, List.of()));
  }

  @Test
  void takesManyEntriesAtOnce() {
    String project = project();
    List<Change> added = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      added.add(Change.added(entity("n" + i, "名" + i)));
    }
    files().add(project, NewStep.byServer(Deed.IMPORT, added));
    assertThat(files().whole(project).entries()).hasSize(12_000);
    List<Change> gone = added.stream().map(Change::reversed).toList();
    files().add(project, NewStep.byServer(Deed.UNDO, gone));
    assertThat(files().whole(project)).isEqualTo(new Whole(2, List.of()));
  }

  @Test
  void refusesAProjectThatIsNotThere() {
    NewStep step = step(somebody().id(), Deed.ADD, Change.added(LI));
    assertThatThrownBy(() -> files().add("none", step)).isInstanceOf(UnknownProject.class);
    assertThatThrownBy(() -> files().propose("none", step)).isInstanceOf(UnknownProject.class);
  }

  @Test
  void doesWhatWasProposedOnce() {
    String project = project();
    String author = somebody().id();
    String reviewer = somebody().id();
    EntityProposal proposal =
        files().propose(project, step(author, Deed.ADD, Change.added(LI), Change.added(SHAOQUAN)));
    assertThat(files().proposals(project, true, 9)).containsExactly(proposal);
    assertThat(files().openProposals(project)).isEqualTo(1);
    assertThat(files().proposal(project(), proposal.id())).isEmpty();

    Decision accepted =
        new Decision(Outcome.ACCEPTED, reviewer, NOW.plusSeconds(9), "good", Optional.empty());
    assertThat(files().accept(project, proposal, accepted)).contains(1L);
    assertThat(files().accept(project, proposal, accepted)).isEmpty();
    assertThat(files().end(project, proposal.id(), accepted)).isFalse();
    assertThat(files().step(project, 1).orElseThrow().reviewer()).contains(reviewer);
    assertThat(files().step(project, 1).orElseThrow().account()).contains(author);
    assertThat(files().proposals(project, true, 9)).isEmpty();
    assertThat(files().proposals(project, false, 9).get(0).decision().orElseThrow().step())
        .contains(1L);
  }

  @Test
  void leavesAProposalOpenThatCannotBeDone() {
    String project = project();
    String author = somebody().id();
    EntityProposal proposal = files().propose(project, step(author, Deed.EDIT, from(LI, LI_LATER)));
    Decision accepted = new Decision(Outcome.ACCEPTED, author, NOW, "", Optional.empty());
    assertThatThrownBy(() -> files().accept(project, proposal, accepted))
        .isInstanceOf(EntryChanged.class);
    assertThat(files().openProposals(project)).isEqualTo(1);
    assertThat(files().version(project)).isZero();
    Decision rejected = new Decision(Outcome.REJECTED, author, NOW, "no", Optional.empty());
    assertThat(files().end(project, proposal.id(), rejected)).isTrue();
    assertThat(files().proposal(project, proposal.id()).orElseThrow().decision())
        .contains(rejected);
  }

  @Test
  void followsEachIdByItself() {
    assertThat(files().stepsOf(project(), URI.create("local:none"), 9, 9)).isEmpty();
  }
}
