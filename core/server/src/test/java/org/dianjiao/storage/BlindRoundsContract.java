package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.blind.BlindCopy;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.RoundState;
import org.dianjiao.blind.RoundStep;
import org.dianjiao.blind.RoundStep.Deed;
import org.dianjiao.blind.Ruling;
import org.dianjiao.blind.Ruling.Choice;
import org.dianjiao.blind.Task;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.BlindRounds.NewRound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine promises about rounds of double work. */
abstract class BlindRoundsContract extends StorageContract {

  private String project;
  private String source;
  private Account one;
  private Account other;
  private Account judge;

  BlindRoundsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  @BeforeEach
  void makePeople() {
    project = database.projects().create("條約", "").id();
    source = newDocument(project);
    one = member(Role.ANNOTATOR);
    other = member(Role.REVIEWER);
    judge = member(Role.REVIEWER);
  }

  private Account member(Role role) {
    Account person = somebody();
    database.projects().setRole(project, person.id(), role);
    return person;
  }

  private BlindRounds rounds() {
    return database.blind();
  }

  private BlindRound prepared() {
    return rounds()
        .prepare(
            new NewRound(
                source,
                0,
                0,
                4,
                Task.PUNCTUATE,
                judge.id(),
                "copy",
                List.of(one.id(), other.id())));
  }

  /** Begun, and each copy has three revisions. */
  private BlindRound begun() {
    BlindRound round = prepared();
    round.copies().forEach(copy -> write(copy.document(), 3));
    rounds().begin(round.id());
    return rounds().find(round.id()).orElseThrow();
  }

  private BlindRound merging() {
    BlindRound round = begun();
    assertThat(rounds().setDone(round.id(), one.id(), Optional.of(3L))).isTrue();
    assertThat(rounds().setDone(round.id(), other.id(), Optional.of(3L))).isTrue();
    return rounds().find(round.id()).orElseThrow();
  }

  @Test
  void copiesAreInNoListOfDocuments() {
    BlindRound round = prepared();
    assertThat(round.copies()).extracting(BlindCopy::worker).containsExactly(one.id(), other.id());
    assertThat(database.projects().documents(project))
        .extracting(DocumentRow::id)
        .containsExactly(source);
    assertThat(database.projects().of(one.id()))
        .extracting(ProjectSummary::documents)
        .containsExactly(1);
    String copy = round.copies().get(0).document();
    assertThat(database.projects().document(copy)).isPresent();
    assertThat(rounds().ofCopy(copy)).contains(round);
    assertThat(rounds().ofCopy(source)).isEmpty();
  }

  @Test
  void aRoundThatIsPreparedIsNobodys() {
    BlindRound round = prepared();
    assertThat(rounds().of(project)).isEmpty();
    Rights rights = database.projects().rights(round.copies().get(0).document());
    assertThat(rights.roleOf(one)).isEmpty();
    rounds().begin(round.id());
    assertThat(rounds().of(project))
        .extracting(BlindRound::state)
        .containsExactly(RoundState.WORKING);
  }

  @Test
  void rightsOnACopyAreThoseOfItsRound() {
    BlindRound round = begun();
    Rights rights = database.projects().rights(round.copies().get(0).document());
    assertThat(rights.roleOf(one)).contains(Role.EDITOR);
    assertThat(rights.roleOf(other)).isEmpty();
    assertThat(rights.roleOf(judge)).isEmpty();
    assertThat(database.projects().rights(source).roleOf(other)).contains(Role.REVIEWER);
  }

  @Test
  void nothingIsAppendedByRightsFromBeforeSomebodyWasDone() {
    BlindRound round = begun();
    String copy = round.copies().get(0).document();
    Head head = database.changeLog().claim(copy, "node");
    rounds().setDone(round.id(), one.id(), Optional.of(3L));
    AppendResult late = database.changeLog().append(List.of(batch(head, entry(4, "late")))).get(0);
    assertThat(late).isInstanceOf(AppendResult.RightsChanged.class);
    assertThat(database.projects().rights(copy).roleOf(one)).contains(Role.VIEWER);
  }

  @Test
  void whoIsDoneWithAnOlderRevisionIsNot() {
    BlindRound round = begun();
    assertThat(rounds().setDone(round.id(), one.id(), Optional.of(2L))).isFalse();
    assertThat(rounds().setDone(round.id(), judge.id(), Optional.of(3L))).isFalse();
    assertThat(rounds().setDone(round.id(), one.id(), Optional.of(3L))).isTrue();
    assertThat(rounds().setDone(round.id(), one.id(), Optional.empty())).isTrue();
    assertThat(rounds().find(round.id()).orElseThrow().copies().get(0).done()).isEmpty();
  }

  @Test
  void whenAllAreDoneNothingIsTakenBack() {
    BlindRound round = merging();
    assertThat(round.state()).isEqualTo(RoundState.MERGING);
    assertThat(rounds().setDone(round.id(), one.id(), Optional.empty())).isFalse();
    assertThat(database.projects().rights(round.copies().get(0).document()).roleOf(judge))
        .contains(Role.VIEWER);
  }

  private boolean rule(BlindRound round, Account by, String difference, Ruling ruling) {
    return rounds().rule(round.id(), by.id(), Map.of(difference, Optional.of(ruling)));
  }

  @Test
  void manyAreDecidedAtOnceAndTakenBackAtOnce() {
    BlindRound round = merging();
    Optional<Ruling> reading = Optional.of(Ruling.reading(one.id()));
    Map<String, Optional<Ruling>> all = Map.of("1-1", reading, "2-2", reading, "3-3", reading);
    assertThat(rounds().rule(round.id(), judge.id(), all)).isTrue();
    assertThat(rounds().rulings(round.id())).hasSize(3);
    Map<String, Optional<Ruling>> back = Map.of("1-1", Optional.empty(), "3-3", Optional.empty());
    assertThat(rounds().rule(round.id(), judge.id(), back)).isTrue();
    assertThat(rounds().rulings(round.id())).isEqualTo(Map.of("2-2", reading.get()));
  }

  @Test
  void whoIsNamedDecidesAndWhatWasDecidedStays() {
    BlindRound round = begun();
    Account next = member(Role.REVIEWER);
    assertThat(rounds().handOver(round.id(), judge.id(), next.id())).isTrue();
    rounds().setDone(round.id(), one.id(), Optional.of(3L));
    rounds().setDone(round.id(), other.id(), Optional.of(3L));
    Ruling ruling = Ruling.reading(one.id());
    assertThat(rule(round, next, "1-1", ruling)).isFalse();
    assertThat(rule(round, judge, "1-1", ruling)).isTrue();
    assertThat(rounds().handOver(round.id(), next.id(), judge.id())).isTrue();
    assertThat(rule(round, judge, "2-2", ruling)).isFalse();
    assertThat(rule(round, next, "2-2", ruling)).isTrue();
    assertThat(rounds().rulings(round.id())).containsOnlyKeys("1-1", "2-2");
    assertThat(rounds().close(round.id(), next.id(), Optional.of(7L), Map.of())).isTrue();
    assertThat(rounds().handOver(round.id(), judge.id(), next.id())).isFalse();
    assertThatThrownBy(() -> rounds().handOver(round.id(), "nobody", judge.id()))
        .isInstanceOf(UnknownAccount.class);
  }

  @Test
  void whatWasDoneIsKeptInOrderAndHowFarItWasRead() {
    BlindRound round = begun();
    assertThat(deeds(round)).containsExactly(Deed.STARTED);
    rounds().setDone(round.id(), one.id(), Optional.of(3L));
    assertThat(deeds(round)).as("one alone is told to nobody").containsExactly(Deed.STARTED);
    rounds().setDone(round.id(), other.id(), Optional.of(3L));
    rounds().handOver(round.id(), judge.id(), one.id());
    rounds().close(round.id(), judge.id(), Optional.empty(), Map.of());
    rounds().abandon(round.id(), judge.id());
    assertThat(deeds(round))
        .containsExactly(Deed.STARTED, Deed.HANDED_IN, Deed.HANDED_OVER, Deed.CLOSED);
    List<RoundStep> steps = rounds().steps(project).get(round.id());
    assertThat(steps).extracting(RoundStep::number).containsExactly(1, 2, 3, 4);
    assertThat(steps)
        .extracting(RoundStep::by)
        .containsExactly(judge.id(), other.id(), one.id(), judge.id());
    assertThat(steps.get(2).to()).contains(judge.id());
    assertThat(rounds().read(one.id())).isEmpty();
    rounds().markRead(round.id(), one.id(), 4);
    rounds().markRead(round.id(), one.id(), 1);
    assertThat(rounds().read(one.id())).isEqualTo(Map.of(round.id(), 4));
    assertThat(rounds().read(other.id())).isEmpty();
  }

  private List<Deed> deeds(BlindRound round) {
    return rounds().steps(project).get(round.id()).stream().map(RoundStep::deed).toList();
  }

  @Test
  void whoDecidesFirstDecides() {
    BlindRound working = begun();
    Ruling neither = new Ruling(Choice.NEITHER, Optional.empty(), Optional.empty());
    assertThat(rule(working, judge, "1-1", neither)).isFalse();
    BlindRound round = merging();
    Ruling own = new Ruling(Choice.OWN, Optional.empty(), Optional.of("。"));
    assertThat(rule(round, judge, "1-1", neither)).isTrue();
    assertThat(rule(round, judge, "1-1", Ruling.reading(one.id()))).isTrue();
    assertThat(rule(round, judge, "2-2", own)).isTrue();
    assertThat(rule(round, somebody(), "3-3", own)).isFalse();
    assertThat(rounds().rulings(round.id()))
        .isEqualTo(Map.of("1-1", Ruling.reading(one.id()), "2-2", own));
    assertThat(rounds().find(round.id()).orElseThrow().adjudicator()).contains(judge.id());
  }

  @Test
  void aRoundIsClosedOnce() {
    BlindRound round = merging();
    Map<String, String> left = Map.of("2-2", "the source has changed");
    assertThat(rounds().close(round.id(), judge.id(), Optional.of(7L), left)).isTrue();
    assertThat(rounds().close(round.id(), judge.id(), Optional.of(8L), Map.of())).isFalse();
    BlindRound closed = rounds().find(round.id()).orElseThrow();
    assertThat(closed.state()).isEqualTo(RoundState.CLOSED);
    assertThat(closed.merged()).contains(7L);
    assertThat(rounds().left(round.id())).isEqualTo(left);
    rounds().abandon(round.id(), judge.id());
    assertThat(rounds().find(round.id()).orElseThrow().state()).isEqualTo(RoundState.CLOSED);
    assertThat(database.projects().rights(round.copies().get(0).document()).roleOf(other))
        .contains(Role.VIEWER);
  }

  @Test
  void saysWhatDoesNotExist() {
    assertThatThrownBy(
            () ->
                rounds()
                    .prepare(
                        new NewRound(
                            source, 0, 0, 4, Task.ANNOTATE, judge.id(), "c", List.of("a", "b"))))
        .isInstanceOf(UnknownAccount.class);
    assertThat(rounds().find("nowhere")).isEmpty();
    assertThat(database.projects().documents(project)).hasSize(1);
  }
}
