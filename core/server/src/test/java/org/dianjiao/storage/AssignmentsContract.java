package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Place;
import org.dianjiao.assignment.Step;
import org.dianjiao.assignment.Task;
import org.dianjiao.storage.Assignments.KnownPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine promises about work that is given to people. */
abstract class AssignmentsContract extends StorageContract {

  private static final int MANY = 1_000;
  private static final Assignment.Order ORDER =
      new Assignment.Order(
          Task.PUNCTUATE, Optional.of(LocalDate.parse("2026-12-01")), "the first article 𠀋");
  private static final Assignment.Given GIVEN =
      new Assignment.Given(1, Place.of(0, 4), 1, 2, "議將𠀋");

  private String project;
  private String document;
  private String worker;
  private String giver;

  AssignmentsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  @BeforeEach
  void write() {
    project = database.projects().create("天津條約", "").id();
    document = newDocument(project);
    worker = somebody().id();
    giver = somebody().id();
  }

  private Assignments assignments() {
    return database.assignments();
  }

  private Assignment give(Optional<Assignment.Given> given) {
    return assignments().give(document, given, worker, ORDER, giver, MANY);
  }

  @Test
  void tellsWhatWasGivenAsItWasGiven() {
    Assignment passages = give(Optional.of(GIVEN));
    Assignment whole = give(Optional.empty());
    assertThat(passages.given()).contains(GIVEN);
    assertThat(passages.order()).isEqualTo(ORDER);
    assertThat(passages.last().step()).isEqualTo(Step.GIVEN);
    assertThat(passages.project()).isEqualTo(project);
    assertThat(whole.given()).isEmpty();
    assertThat(assignments().find(document, passages.id())).contains(passages);
    assertThat(assignments().find(newDocument(project), passages.id())).isEmpty();
    assertThat(assignments().ofDocument(document)).containsExactlyInAnyOrder(whole, passages);
    assertThat(assignments().ofProject(project)).containsExactlyInAnyOrder(whole, passages);
    assertThat(assignments().concerning(worker)).containsExactlyInAnyOrder(whole, passages);
    assertThat(assignments().concerning(giver)).containsExactlyInAnyOrder(whole, passages);
    assertThat(assignments().concerning(somebody().id())).isEmpty();
  }

  @Test
  void takesAStepFromTheVersionThatWasSeenOnly() {
    Assignment given = give(Optional.of(GIVEN));
    Assignment done = assignments().step(given.id(), 1, Step.DONE, worker).orElseThrow();
    assertThat(done.version()).isEqualTo(2);
    assertThat(done.isOpen()).isFalse();
    assertThat(done.last().by()).isEqualTo(worker);
    Assignment.Order later = new Assignment.Order(Task.REVIEW, Optional.empty(), "");
    assertThat(assignments().change(given.id(), 1, later, giver)).isEmpty();
    assertThat(assignments().step(given.id(), 1, Step.TAKEN_BACK, giver)).isEmpty();
    Assignment open = assignments().step(given.id(), 2, Step.REOPENED, giver).orElseThrow();
    Assignment changed = assignments().change(open.id(), 3, later, giver).orElseThrow();
    assertThat(changed.order()).isEqualTo(later);
    assertThat(changed.version()).isEqualTo(4);
    assertThat(changed.given()).contains(GIVEN);
    assertThat(assignments().find(document, given.id())).contains(changed);
  }

  @Test
  void refusesMoreOpenOnesThanAProjectMayHave() {
    Assignment first = assignments().give(document, Optional.empty(), worker, ORDER, giver, 2);
    assignments().give(newDocument(project), Optional.empty(), worker, ORDER, giver, 2);
    assertThatThrownBy(
            () -> assignments().give(document, Optional.empty(), worker, ORDER, giver, 2))
        .isInstanceOf(TooManyAssignments.class)
        .hasMessage("the project has 2 open assignments, and may have no more");
    assignments().give(newDocument(), Optional.empty(), worker, ORDER, giver, 2);
    assignments().step(first.id(), 1, Step.DONE, worker);
    assignments().give(document, Optional.empty(), worker, ORDER, giver, 2);
  }

  @Test
  void refusesADocumentAndAPersonThatAreNotThere() {
    assertThatThrownBy(
            () -> assignments().give("none", Optional.empty(), worker, ORDER, giver, MANY))
        .isInstanceOf(UnknownDocument.class);
    assertThatThrownBy(
            () -> assignments().give(document, Optional.empty(), "none", ORDER, giver, MANY))
        .isInstanceOf(UnknownAccount.class);
    assertThat(assignments().ofDocument(document)).isEmpty();
  }

  @Test
  void keepsHowFarEachPersonHasRead() {
    Assignment given = give(Optional.empty());
    assertThat(assignments().read(worker)).isEmpty();
    assignments().markRead(given.id(), worker, 2);
    assignments().markRead(given.id(), worker, 1);
    assertThat(assignments().read(worker)).isEqualTo(Map.of(given.id(), 2));
    assertThat(assignments().read(giver)).isEmpty();
  }

  @Test
  void keepsTheLatestPlaceThatIsKnown() {
    Assignment given = give(Optional.of(GIVEN));
    assertThat(assignments().places(document)).isEmpty();
    KnownPlace late = new KnownPlace(9, new Place(7, 7, true));
    assignments().keepPlaces(Map.of(given.id(), late));
    assignments().keepPlaces(Map.of(given.id(), new KnownPlace(5, Place.of(1, 5))));
    assignments().keepPlaces(Map.of());
    assertThat(assignments().places(document)).isEqualTo(Map.of(given.id(), late));
    assertThat(assignments().places(newDocument(project))).isEmpty();
  }
}
