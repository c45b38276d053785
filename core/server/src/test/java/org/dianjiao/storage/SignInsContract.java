package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.dianjiao.people.Account;
import org.junit.jupiter.api.Test;

/** What every engine promises about sign-ins. */
abstract class SignInsContract extends StorageContract {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  SignInsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private SignIns signIns() {
    return database.signIns();
  }

  private static Instant inMinutes(long minutes) {
    return Instant.now().plus(MINUTE.multipliedBy(minutes));
  }

  @Test
  void findsOneUntilItExpires() {
    Account person = somebody();
    String token = "token " + person.id();
    Instant expires = inMinutes(10);
    signIns().create(token, person.id(), expires, "Firefox");
    SignIn found = signIns().look(token, expires.minusMillis(1)).orElseThrow();
    assertThat(found.account()).isEqualTo(person.id());
    assertThat(found.expires()).isEqualTo(Instant.ofEpochMilli(expires.toEpochMilli()));
    assertThat(signIns().look(token, expires)).isEmpty();
    assertThat(signIns().look("another token", Instant.now())).isEmpty();
    assertThatThrownBy(() -> signIns().create("t", "nobody", expires, "Firefox"))
        .isInstanceOf(UnknownAccount.class);
  }

  @Test
  void notesTheUseOnceAMinute() {
    Account person = somebody();
    String token = "token " + person.id();
    signIns().create(token, person.id(), inMinutes(60), "Firefox");
    Instant made = signIns().look(token, Instant.now()).orElseThrow().lastUsed();
    Instant soon = made.plusSeconds(59);
    Instant late = made.plusSeconds(61);
    SignIn fresh = signIns().look(token, soon).orElseThrow();
    signIns().touch(fresh, soon);
    assertThat(signIns().look(token, late)).contains(fresh);
    signIns().touch(fresh, late);
    assertThat(signIns().look(token, late)).map(SignIn::lastUsed).contains(late);
  }

  @Test
  void revokesOneOrAll() {
    Account person = somebody();
    Account other = somebody();
    for (String token : new String[] {"1 ", "2 ", "3 "}) {
      signIns().create(token + person.id(), person.id(), inMinutes(9), "Firefox");
    }
    signIns().create("1 " + other.id(), other.id(), inMinutes(9), "Firefox");
    signIns().revoke("1 " + person.id());
    assertThat(signIns().look("1 " + person.id(), Instant.now())).isEmpty();
    assertThat(signIns().look("2 " + person.id(), Instant.now())).isPresent();
    signIns().revokeAll(person.id());
    assertThat(signIns().look("2 " + person.id(), Instant.now())).isEmpty();
    assertThat(signIns().look("3 " + person.id(), Instant.now())).isEmpty();
    assertThat(signIns().look("1 " + other.id(), Instant.now())).isPresent();
  }

  @Test
  void expireDropsOnlyWhatIsOver() {
    Account person = somebody();
    signIns().create("short " + person.id(), person.id(), inMinutes(100), "Firefox");
    signIns().create("long " + person.id(), person.id(), inMinutes(200), "Firefox");
    signIns().expire(inMinutes(99));
    assertThat(signIns().expire(inMinutes(101))).isEqualTo(1);
    assertThat(signIns().look("long " + person.id(), Instant.now())).isPresent();
  }

  @Test
  void setupTokenWorksOnceAndOnlyTheNewestOne() {
    signIns().storeSetupToken("first", inMinutes(60));
    signIns().storeSetupToken("second", inMinutes(60));
    assertThat(signIns().useSetupToken("first", Instant.now())).isFalse();
    assertThat(signIns().useSetupToken("second", inMinutes(61))).isFalse();
    assertThat(signIns().useSetupToken("second", Instant.now())).isTrue();
    assertThat(signIns().useSetupToken("second", Instant.now())).isFalse();
  }

  @Test
  void listsThoseOfAnAccountAndEndsTheOthers() {
    Account person = somebody();
    Account other = somebody();
    for (String token : new String[] {"1 ", "2 ", "3 "}) {
      signIns().create(token + person.id(), person.id(), inMinutes(9), "Firefox " + token);
    }
    signIns().create("1 " + other.id(), other.id(), inMinutes(9), "Chrome");
    assertThat(signIns().of(person.id(), Instant.now()))
        .extracting(SignIn::browser)
        .containsExactlyInAnyOrder("Firefox 1 ", "Firefox 2 ", "Firefox 3 ");
    assertThat(signIns().of(person.id(), inMinutes(10))).isEmpty();
    assertThat(signIns().revoke(other.id(), "1 " + person.id())).isFalse();
    assertThat(signIns().revoke(person.id(), "1 " + person.id())).isTrue();
    assertThat(signIns().revokeOthers(person.id(), "2 " + person.id())).isEqualTo(1);
    assertThat(signIns().of(person.id(), Instant.now())).hasSize(1);
    assertThat(signIns().of(other.id(), Instant.now())).hasSize(1);
  }

  @Test
  void lookingIsNoUse() {
    Account person = somebody();
    String token = "token " + person.id();
    signIns().create(token, person.id(), inMinutes(60), "Firefox");
    Instant made = signIns().look(token, Instant.now()).orElseThrow().lastUsed();
    signIns().look(token, inMinutes(5));
    assertThat(signIns().look(token, inMinutes(5))).map(SignIn::lastUsed).contains(made);
  }

  @Test
  void resetLinkSetsAPasswordOnceAndEndsEverySignIn() {
    Account person = somebody();
    String link = "link " + person.id();
    signIns().create("token " + person.id(), person.id(), inMinutes(9), "Firefox");
    signIns().storeResetLink("older " + link, person.id(), inMinutes(9));
    signIns().storeResetLink(link, person.id(), inMinutes(9));
    assertThat(signIns().useResetLink("older " + link, "fresh", Instant.now())).isEmpty();
    assertThat(signIns().resetLink(link, Instant.now())).contains(person.id());
    assertThat(signIns().useResetLink(link, "fresh", Instant.now())).contains(person.id());
    assertThat(database.accounts().passwordHash(person.id())).contains("fresh");
    assertThat(signIns().of(person.id(), Instant.now())).isEmpty();
    assertThat(signIns().useResetLink(link, "again", Instant.now())).isEmpty();
  }

  @Test
  void resetLinkIsVoidAfterItsTime() {
    Account person = somebody();
    String link = "link " + person.id();
    signIns().storeResetLink(link, person.id(), inMinutes(9));
    assertThat(signIns().resetLink(link, inMinutes(10))).isEmpty();
    assertThat(signIns().useResetLink(link, "late", inMinutes(10))).isEmpty();
    assertThat(database.accounts().passwordHash(person.id())).contains("hash");
  }
}
