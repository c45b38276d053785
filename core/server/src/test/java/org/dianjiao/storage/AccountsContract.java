package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.dianjiao.people.Account;
import org.junit.jupiter.api.Test;

/** What every engine promises about accounts. */
abstract class AccountsContract extends StorageContract {

  AccountsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private Accounts accounts() {
    return database.accounts();
  }

  @Test
  void findsWhatWasMade() {
    Account made = accounts().create("林則徐", "the hash", false);
    assertThat(made.id()).matches("[0-9a-v]{26}");
    assertThat(accounts().byId(made.id())).contains(made);
    assertThat(accounts().byName("林則徐")).contains(made);
    assertThat(accounts().passwordHash(made.id())).contains("the hash");
    assertThat(accounts().all()).contains(made);
    assertThat(accounts().byId("nobody")).isEmpty();
    assertThat(accounts().byName("nobody")).isEmpty();
    assertThat(accounts().passwordHash("nobody")).isEmpty();
  }

  @Test
  void refusesANameThatDiffersOnlyInCapitalsOrWidth() {
    Account made = accounts().create("Elliot", "h", false);
    for (String same : Set.of("Elliot", "ELLIOT", "ｅｌｌｉｏｔ", " elliot ")) {
      assertThatThrownBy(() -> accounts().create(same, "h", false)).isInstanceOf(NameTaken.class);
      assertThat(accounts().byName(same)).contains(made);
    }
  }

  @Test
  void givesEachItsOwnColourWhileThereAreAny() {
    try (EmptyStore other = another();
        Database fresh = Database.open(other.settings())) {
      Set<String> colours = new HashSet<>();
      for (int i = 0; i < 12; i++) {
        colours.add(fresh.accounts().create("person " + i, "h", false).colour());
      }
      assertThat(colours).hasSize(12);
      assertThat(fresh.accounts().create("one more", "h", false).colour()).isIn(colours);
    }
  }

  @Test
  void listsByName() {
    try (EmptyStore other = another();
        Database fresh = Database.open(other.settings())) {
      for (String name : new String[] {"Zhang", "chen", "Bo", "丁"}) {
        fresh.accounts().create(name, "h", false);
      }
      assertThat(fresh.accounts().all())
          .extracting(Account::name)
          .containsExactly("Bo", "chen", "Zhang", "丁");
    }
  }

  @Test
  void knowsWhetherThereIsAnAdministrator() {
    try (EmptyStore other = another();
        Database fresh = Database.open(other.settings())) {
      fresh.accounts().create("annotator", "h", false);
      assertThat(fresh.accounts().anyAdministrator()).isFalse();
      Account administrator = fresh.accounts().create("keeper", "h", true);
      assertThat(fresh.accounts().anyAdministrator()).isTrue();
      assertThat(fresh.accounts().byId(administrator.id()).orElseThrow().administrator()).isTrue();
    }
  }

  @Test
  void newPasswordEndsEverySignIn() {
    Account person = somebody();
    Account other = somebody();
    Instant later = Instant.now().plusSeconds(60);
    database.signIns().create("token " + person.id(), person.id(), later);
    database.signIns().create("token " + other.id(), other.id(), later);
    accounts().changePassword(person.id(), "new hash");
    assertThat(accounts().passwordHash(person.id())).contains("new hash");
    assertThat(database.signIns().find("token " + person.id(), Instant.now())).isEmpty();
    assertThat(database.signIns().find("token " + other.id(), Instant.now())).isPresent();
    assertThatThrownBy(() -> accounts().changePassword("nobody", "h"))
        .isInstanceOf(UnknownAccount.class)
        .hasMessage("there is no account nobody");
  }
}
