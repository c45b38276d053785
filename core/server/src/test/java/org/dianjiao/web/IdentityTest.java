package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Account;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Scope;
import org.dianjiao.people.Subject;
import org.dianjiao.session.Tickets;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.StorageSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a cookie or a token says who somebody is. */
class IdentityTest {

  private static final Duration LONG = Duration.ofHours(12);

  @TempDir static Path folder;

  private static Database database;
  private static Account wang;

  @BeforeAll
  static void open() {
    database = Database.open(StorageSettings.defaults(folder));
    wang = database.accounts().create("wang", "hash", false);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Identity identity(Duration life, Duration idle) {
    return new Identity(database, new Identity.Rules(life, idle, false));
  }

  private static Optional<Credential> cookie(String secret) {
    return Optional.of(new Credential(false, Identity.hash(secret)));
  }

  private static void passes(Duration time) {
    Instant until = Instant.now().plus(time);
    while (Instant.now().isBefore(until)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void isNobody(Identity identity, String secret) {
    assertThatThrownBy(() -> identity.subject(cookie(secret)))
        .isInstanceOf(Refusal.class)
        .hasMessage("nobody is signed in");
  }

  @Test
  void endsASignInAfterItsTimeHoweverMuchItIsUsed() {
    Identity identity = identity(Duration.ofMillis(300), LONG);
    String secret = identity.begin(wang, "Firefox");
    assertThat(identity.subject(cookie(secret))).isEqualTo(Subject.person(wang));
    passes(Duration.ofMillis(301));
    isNobody(identity, secret);
  }

  @Test
  void endsASignInThatIsLeftUnused() {
    String secret = identity(LONG, LONG).begin(wang, "Firefox");
    Identity strict = identity(LONG, Duration.ofMillis(200));
    assertThat(strict.subject(cookie(secret))).isEqualTo(Subject.person(wang));
    passes(Duration.ofMillis(201));
    isNobody(strict, secret);
    assertThat(database.signIns().look(Identity.hash(secret), Instant.now())).isEmpty();
    isNobody(identity(LONG, LONG), secret);
  }

  @Test
  void aSocketThatNothingComesOverDoesNotKeepASignInAlive() {
    Identity identity = identity(LONG, Duration.ofMillis(200));
    String secret = identity.begin(wang, "Firefox");
    Tickets.Bearer bearer =
        new Tickets.Bearer(Subject.person(wang), Identity.hash(secret), Instant.MAX);
    assertThat(identity.holds(bearer, false)).isTrue();
    passes(Duration.ofMillis(201));
    assertThat(identity.holds(bearer, false)).isFalse();
  }

  @Test
  void everySignInHasASecretOfItsOwn() {
    Identity identity = identity(LONG, LONG);
    assertThat(identity.begin(wang, "Firefox"))
        .hasSizeGreaterThanOrEqualTo(43)
        .isNotEqualTo(identity.begin(wang, "Firefox"));
  }

  @Test
  void aTokenIsNoCookieAndACookieIsNoToken() {
    Identity identity = identity(LONG, LONG);
    String secret = "dj_" + Identity.secret();
    Scope scope = new Scope(EnumSet.of(Permission.READ_DOCUMENT), Optional.empty(), false);
    database
        .apiTokens()
        .create(Identity.hash(secret), wang.id(), "script", scope, Instant.now().plus(LONG));
    Credential token = new Credential(true, Identity.hash(secret));
    assertThat(identity.subject(Optional.of(token)))
        .isEqualTo(new Subject(wang, Optional.of(scope)));
    isNobody(identity, secret);
    String cookie = identity.begin(wang, "Firefox");
    Credential posing = new Credential(true, Identity.hash(cookie));
    assertThatThrownBy(() -> identity.subject(Optional.of(posing)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("this token is wrong");
  }

  @Test
  void behindTlsTheCookieIsOfThisHostOnly() {
    assertThat(new Identity.Rules(LONG, LONG, true).cookie()).isEqualTo("__Host-dianjiao");
    assertThat(new Identity.Rules(LONG, LONG, false).cookie()).isEqualTo("dianjiao");
  }
}
