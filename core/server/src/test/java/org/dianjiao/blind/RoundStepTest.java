package org.dianjiao.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.blind.RoundStep.Deed;
import org.dianjiao.people.Role;
import org.junit.jupiter.api.Test;

/**
 * Who is told of what is done with a round: everybody here is a manager unless it says otherwise.
 */
class RoundStepTest {

  private static final List<String> EVERYBODY =
      List.of("one", "other", "judge", "reviewer", "starter");

  private static BlindRound round(RoundState state, Optional<String> adjudicator) {
    return new BlindRound(
        "round",
        "project",
        "source",
        1,
        0,
        4,
        Task.ANNOTATE,
        state,
        "starter",
        Instant.EPOCH,
        adjudicator,
        Optional.empty(),
        List.of(
            new BlindCopy("copy-1", "one", Optional.empty()),
            new BlindCopy("copy-2", "other", Optional.empty())));
  }

  private static RoundStep step(Deed deed, String by) {
    Optional<String> to = deed == Deed.HANDED_OVER ? Optional.of("judge") : Optional.empty();
    return new RoundStep(2, deed, by, to, Instant.EPOCH);
  }

  private static Set<String> told(RoundStep step, BlindRound round, Role role) {
    return EVERYBODY.stream()
        .filter(account -> step.isNewsTo(round, account, Optional.of(role)))
        .collect(Collectors.toSet());
  }

  @Test
  void workersAreToldOfTheStartAndTheEndOnlyWhateverTheyAre() {
    for (RoundState state : RoundState.values()) {
      for (Deed deed : List.of(Deed.HANDED_IN, Deed.HANDED_OVER)) {
        assertThat(told(step(deed, "somebody"), round(state, Optional.of("judge")), Role.MANAGER))
            .as("%s while %s", deed, state)
            .doesNotContain("one", "other");
      }
    }
    assertThat(told(step(Deed.STARTED, "starter"), round(RoundState.WORKING, none()), Role.VIEWER))
        .containsExactlyInAnyOrder("one", "other");
  }

  @Test
  void whoMayDecideIsToldThatThereIsSomethingToDecide() {
    RoundStep step = step(Deed.HANDED_IN, "other");
    assertThat(told(step, round(RoundState.MERGING, none()), Role.REVIEWER))
        .containsExactlyInAnyOrder("judge", "reviewer", "starter");
    assertThat(told(step, round(RoundState.MERGING, Optional.of("judge")), Role.REVIEWER))
        .containsExactly("judge");
    assertThat(told(step, round(RoundState.MERGING, none()), Role.EDITOR)).isEmpty();
    assertThat(told(step, round(RoundState.CLOSED, none()), Role.REVIEWER)).isEmpty();
  }

  @Test
  void whoItWasHandedOverToIsToldUntilItGoesToAnother() {
    RoundStep step = step(Deed.HANDED_OVER, "starter");
    assertThat(told(step, round(RoundState.WORKING, Optional.of("judge")), Role.REVIEWER))
        .containsExactly("judge");
    assertThat(told(step, round(RoundState.MERGING, Optional.of("reviewer")), Role.REVIEWER))
        .isEmpty();
  }

  @Test
  void theEndIsToldToWhoWorkedAndWhoStartedItButNotToWhoEndedIt() {
    for (Deed deed : List.of(Deed.CLOSED, Deed.ABANDONED)) {
      BlindRound over = round(RoundState.CLOSED, Optional.of("judge"));
      assertThat(told(step(deed, "judge"), over, Role.VIEWER))
          .containsExactlyInAnyOrder("one", "other", "starter");
      assertThat(told(step(deed, "starter"), over, Role.VIEWER))
          .containsExactlyInAnyOrder("one", "other");
    }
  }

  @Test
  void whoLeftTheProjectIsToldNothing() {
    BlindRound over = round(RoundState.CLOSED, Optional.of("judge"));
    assertThat(
            Stream.of(Deed.values())
                .filter(deed -> step(deed, "nobody").isNewsTo(over, "one", Optional.empty())))
        .isEmpty();
  }

  @Test
  void isHandedOverToSomebody() {
    assertThatThrownBy(() -> new RoundStep(3, Deed.HANDED_OVER, "a", none(), Instant.EPOCH))
        .hasMessage("step 3: handed_over to nobody");
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
