package org.dianjiao.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees which copy when. */
class BlindRoundTest {

  private static final Optional<Long> WORKS = Optional.empty();
  private static final Optional<Long> DONE = Optional.of(3L);

  private static BlindRound round(RoundState state, Optional<Long> done) {
    return new BlindRound(
        "r",
        "p",
        "source",
        1,
        0,
        4,
        Task.PUNCTUATE,
        state,
        "manager",
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        List.of(new BlindCopy("of-one", "one", done), new BlindCopy("of-other", "other", done)));
  }

  private static Optional<Role> role(BlindRound round, String account, Role member) {
    return round.role("of-one", account, false, Optional.of(member));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyTheWorkerSeesACopyWhilePeopleWork(Role role) {
    BlindRound round = round(RoundState.WORKING, WORKS);
    assertThat(role(round, "one", role)).contains(role == Role.VIEWER ? Role.VIEWER : Role.EDITOR);
    assertThat(role(round, "other", role)).isEmpty();
    assertThat(role(round, "somebody", role)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void anOtherWorkerSeesItWhenTheRoundIsOverAndNotBefore(Role role) {
    assertThat(role(round(RoundState.MERGING, DONE), "other", role)).isEmpty();
    assertThat(role(round(RoundState.CLOSED, DONE), "other", role)).contains(Role.VIEWER);
    assertThat(role(round(RoundState.ABANDONED, WORKS), "other", role)).contains(Role.VIEWER);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void reviewersReadCopiesThatAreCompared(Role role) {
    BlindRound round = round(RoundState.MERGING, DONE);
    assertThat(role(round, "somebody", role))
        .isEqualTo(role.includes(Role.REVIEWER) ? Optional.of(Role.VIEWER) : Optional.empty());
    assertThat(role(round, "one", role)).contains(Role.VIEWER);
    assertThat(round.isOpenTo("somebody", Optional.of(role)))
        .isEqualTo(role.includes(Role.REVIEWER));
    assertThat(round.isOpenTo("other", Optional.of(role))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(RoundState.class)
  void anAdministratorWhoWorksSeesWhatEveryWorkerSees(RoundState state) {
    BlindRound round = round(state, DONE);
    Optional<Role> manager = Optional.of(Role.MANAGER);
    assertThat(round.role("of-one", "other", true, manager))
        .isEqualTo(state.isOver() ? Optional.of(Role.VIEWER) : Optional.empty());
    assertThat(round.role("of-one", "keeper", true, manager))
        .isEqualTo(state == RoundState.PREPARING ? Optional.empty() : Optional.of(Role.VIEWER));
  }

  @ParameterizedTest
  @EnumSource(RoundState.class)
  void whoIsNoMemberSeesNothing(RoundState state) {
    BlindRound round = round(state, DONE);
    assertThat(round.role("of-one", "one", false, Optional.empty())).isEmpty();
    assertThat(round.isKnownTo("one", Optional.empty())).isFalse();
    assertThat(round.isOpenTo("one", Optional.empty())).isFalse();
  }

  @Test
  void whoIsDoneOnlyReads() {
    assertThat(role(round(RoundState.WORKING, DONE), "one", Role.MANAGER)).contains(Role.VIEWER);
  }

  @Test
  void nobodyWorksAloneOrTwice() {
    assertThatThrownBy(() -> BlindRound.checkWorkers(List.of("one", "one")))
        .hasMessage("double work takes 2 to 8 different people; 1 of 2 named are different");
    assertThatThrownBy(
            () -> BlindRound.checkWorkers(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
