package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
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
    database.signIns().create("token " + person.id(), person.id(), later, "Firefox");
    database.signIns().create("token " + other.id(), other.id(), later, "Firefox");
    accounts().changePassword(person.id(), "new hash");
    assertThat(accounts().passwordHash(person.id())).contains("new hash");
    assertThat(database.signIns().look("token " + person.id(), Instant.now())).isEmpty();
    assertThat(database.signIns().look("token " + other.id(), Instant.now())).isPresent();
    assertThatThrownBy(() -> accounts().changePassword("nobody", "h"))
        .isInstanceOf(UnknownAccount.class)
        .hasMessage("there is no account nobody");
  }

  @Test
  void changesNameColourAndEmail() {
    Account person = somebody();
    String name = "renamed " + person.id();
    accounts().change(person.id(), name, "#123456", Optional.of("a@example.org"));
    Profile profile = accounts().profile(person.id()).orElseThrow();
    assertThat(profile.account()).isEqualTo(new Account(person.id(), name, "#123456", false));
    assertThat(profile.email()).contains("a@example.org");
    assertThat(accounts().byName(name.toUpperCase(Locale.ROOT))).contains(profile.account());
    assertThat(accounts().byName(person.name())).isEmpty();
    accounts().change(person.id(), name, "#123456", Optional.empty());
    assertThat(accounts().profile(person.id()).orElseThrow().email()).isEmpty();
  }

  @Test
  void nobodyTakesTheNameOfAnother() {
    Account person = somebody();
    Account other = somebody();
    String taken = other.name().toUpperCase(Locale.ROOT);
    assertThatThrownBy(
            () -> accounts().change(person.id(), taken, person.colour(), Optional.empty()))
        .isInstanceOf(NameTaken.class);
    assertThat(accounts().byId(person.id())).contains(person);
  }

  @Test
  void suspensionEndsSignInsAndLinksAndLetsRightsRest() {
    Account person = somebody();
    Instant later = Instant.now().plusSeconds(60);
    String project = database.projects().create("南京條約", person.id()).id();
    String document = newDocument(project);
    long before = database.projects().rights(document).aclVersion();
    database.signIns().create("token " + person.id(), person.id(), later, "Firefox");
    database.signIns().storeResetLink("link " + person.id(), person.id(), later);
    Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    accounts().suspend(person.id(), now);
    accounts().suspend(person.id(), now.plusSeconds(1));
    assertThat(accounts().profile(person.id()).orElseThrow().suspended()).contains(now);
    assertThat(database.signIns().look("token " + person.id(), now)).isEmpty();
    assertThat(database.signIns().resetLink("link " + person.id(), now)).isEmpty();
    Rights resting = database.projects().rights(document);
    assertThat(resting.role(person.id())).isEmpty();
    assertThat(resting.aclVersion()).isGreaterThan(before);
    assertThatThrownBy(() -> database.signIns().create("t", person.id(), later, "Firefox"))
        .isInstanceOf(UnknownAccount.class);
    assertThat(database.projects().members(project)).hasSize(1);
    accounts().unsuspend(person.id());
    assertThat(database.projects().rights(document).role(person.id())).contains(Role.MANAGER);
    assertThat(database.projects().rights(document).aclVersion())
        .isGreaterThan(resting.aclVersion());
  }

  @Test
  void aSuspendedAdministratorKeepsNothing() {
    Account keeper = accounts().create("keeper " + somebody().id(), "h", true);
    assertThat(accounts().administrators()).contains(keeper);
    String document = newDocument();
    long before = database.projects().rights(document).aclVersion();
    accounts().suspend(keeper.id(), Instant.now());
    assertThat(accounts().administrators()).doesNotContain(keeper);
    assertThat(database.projects().rights(document).aclVersion()).isGreaterThan(before);
  }

  @Test
  void aStrongerHashTakesThePlaceOfTheOneThatItWasMadeFrom() {
    Account person = somebody();
    Instant later = Instant.now().plusSeconds(60);
    database.signIns().create("token " + person.id(), person.id(), later, "Firefox");
    accounts().upgradePassword(person.id(), "hash", "stronger");
    assertThat(accounts().passwordHash(person.id())).contains("stronger");
    assertThat(database.signIns().look("token " + person.id(), Instant.now())).isPresent();
    accounts().upgradePassword(person.id(), "hash", "of an older password");
    assertThat(accounts().passwordHash(person.id())).contains("stronger");
  }

  @Test
  void anAccountCanBeWithoutAPassword() {
    Account person = accounts().create("without " + somebody().id(), "", false);
    assertThat(accounts().passwordHash(person.id())).isEmpty();
    assertThat(accounts().profile(person.id()).orElseThrow().password()).isFalse();
  }
}
