package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.people.Account;
import org.junit.jupiter.api.Test;

/** What every engine promises about identities at a provider. */
abstract class ExternalIdentitiesContract extends StorageContract {

  private static final String ISSUER = "https://provider.example";

  ExternalIdentitiesContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private ExternalIdentities identities() {
    return database.externalIdentities();
  }

  private static ExternalIdentity at(String issuer, Account person) {
    return new ExternalIdentity(issuer, "subject of " + person.id());
  }

  @Test
  void leadsToTheAccountThatItWasLinkedTo() {
    Account person = somebody();
    identities().link(at(ISSUER, person), person.id(), Instant.now());
    identities().link(at(ISSUER, person), person.id(), Instant.now());
    assertThat(identities().account(at(ISSUER, person))).contains(person.id());
    assertThat(identities().account(at(ISSUER + "/", person))).isEmpty();
    assertThat(identities().of(person.id())).containsExactly(at(ISSUER, person));
    assertThatThrownBy(() -> identities().link(at(ISSUER, person), somebody().id(), Instant.now()))
        .isInstanceOf(IdentityTaken.class);
    assertThat(identities().account(at(ISSUER, person))).contains(person.id());
  }

  @Test
  void leadsToNoSuspendedAccount() {
    Account person = somebody();
    database.accounts().suspend(person.id(), Instant.now());
    assertThatThrownBy(() -> identities().link(at(ISSUER, person), person.id(), Instant.now()))
        .isInstanceOf(UnknownAccount.class);
  }

  @Test
  void makesAnAccountWithoutAPasswordUnderAFreeName() {
    Account namesake = somebody();
    ExternalIdentity who = new ExternalIdentity(ISSUER, "new " + namesake.id());
    Account made =
        identities()
            .create(
                who,
                namesake.name(),
                Optional.of("a@example.org"),
                Optional.empty(),
                Instant.now());
    assertThat(made.name()).isEqualTo(namesake.name() + " 2");
    assertThat(made.administrator()).isFalse();
    Profile profile = database.accounts().profile(made.id()).orElseThrow();
    assertThat(profile.password()).isFalse();
    assertThat(profile.email()).contains("a@example.org");
    assertThat(identities().account(who)).contains(made.id());
  }

  @Test
  void makesNoAccountWhenTheInvitationIsNone() {
    ExternalIdentity who = new ExternalIdentity(ISSUER, "uninvited");
    assertThatThrownBy(
            () ->
                identities()
                    .create(who, "uninvited", Optional.empty(), Optional.of("none"), Instant.now()))
        .isInstanceOf(InvitationRefused.class);
    assertThat(identities().account(who)).isEmpty();
    assertThat(database.accounts().byName("uninvited")).isEmpty();
  }

  @Test
  void keepsTheLastWayIn() {
    ExternalIdentity who = new ExternalIdentity(ISSUER, "only way of " + somebody().id());
    Account made =
        identities().create(who, who.subject(), Optional.empty(), Optional.empty(), Instant.now());
    assertThat(identities().unlink(ISSUER, made.id())).isFalse();
    assertThat(identities().account(who)).contains(made.id());
    database.accounts().changePassword(made.id(), "hash");
    assertThat(identities().unlink(ISSUER, made.id())).isTrue();
    assertThat(identities().account(who)).isEmpty();
  }
}
