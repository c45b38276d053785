package org.dianjiao.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.dianjiao.people.Denial.Reason;
import org.dianjiao.people.Operation.Need;
import org.dianjiao.people.Operation.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityTest {

  private static final Account PERSON = new Account("p", "p", "#000000", false);
  private static final Account KEEPER = new Account("k", "k", "#000000", true);

  private static Optional<Reason> reason(Asker asker, Operation operation) {
    return Authority.refusal(asker, operation).map(Denial::reason);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void whoIsNotSignedInMayOnlyWhatTakesNothing(Operation operation) {
    assertThat(reason(Asker.nobody(), operation))
        .isEqualTo(
            operation.need() == Need.NOTHING
                ? Optional.empty()
                : Optional.of(Reason.NOT_SIGNED_IN));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aStrangerIsNotToldThatSomethingExists(Operation operation) {
    Optional<Reason> reason = reason(Asker.of(PERSON, Optional.empty()), operation);
    if (operation.thing() != Thing.SERVER) {
      assertThat(reason).contains(Reason.NOT_THERE);
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anAdministratorMayEverything(Operation operation) {
    assertThat(reason(Asker.of(KEEPER, Optional.of(Role.VIEWER)), operation)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aManagerMayAllThatTakesNoAdministrator(Operation operation) {
    assertThat(reason(Asker.of(PERSON, Optional.of(Role.MANAGER)), operation))
        .isEqualTo(
            operation.need() == Need.ADMINISTRATOR
                ? Optional.of(Reason.NOT_PERMITTED)
                : Optional.empty());
  }

  @Test
  void theWordsSayWhatItTakes() {
    assertThat(Authority.refusal(Asker.member(Optional.of(Role.VIEWER)), Operation.LIST_ACCOUNTS))
        .map(Denial::words)
        .contains("this takes a manager of some project");
    assertThat(Authority.refusal(Asker.member(Optional.of(Role.VIEWER)), Operation.EDIT_TEXT))
        .map(Denial::words)
        .contains("a viewer may not edit this text; it takes an editor");
  }

  @Test
  void nobodyHasNoRole() {
    assertThatThrownBy(() -> new Asker(false, false, Optional.of(Role.VIEWER)))
        .hasMessage("nobody has no rights");
  }
}
