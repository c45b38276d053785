package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.people.Account;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Scope;
import org.junit.jupiter.api.Test;

/** What every engine promises about tokens of programs. */
abstract class ApiTokensContract extends StorageContract {

  private static final Scope READING =
      new Scope(EnumSet.of(Permission.READ_DOCUMENT), Optional.empty(), false);

  ApiTokensContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private ApiTokens tokens() {
    return database.apiTokens();
  }

  private static Instant inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  @Test
  void findsWhatWasMadeUntilItExpires() {
    Account person = somebody();
    String project = database.projects().create("南京條約", person.id()).id();
    Scope scope =
        new Scope(
            EnumSet.of(Permission.READ_DOCUMENT, Permission.PROPOSE), Optional.of(project), true);
    Instant expires = inDays(90);
    ApiToken made = tokens().create("hash " + person.id(), person.id(), "script", scope, expires);
    assertThat(tokens().use("hash " + person.id(), Instant.now())).contains(made);
    assertThat(made.scope()).isEqualTo(scope);
    assertThat(tokens().use("hash " + person.id(), expires)).isEmpty();
    assertThat(tokens().use("another hash", Instant.now())).isEmpty();
  }

  @Test
  void notesTheUseOnceAMinute() {
    Account person = somebody();
    String hash = "hash " + person.id();
    tokens().create(hash, person.id(), "script", READING, inDays(1));
    Instant first = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    assertThat(tokens().use(hash, first).orElseThrow().lastUsed()).isEmpty();
    assertThat(tokens().use(hash, first.plusSeconds(59)).orElseThrow().lastUsed()).contains(first);
    assertThat(tokens().of(person.id(), first).get(0).lastUsed()).contains(first);
    tokens().use(hash, first.plusSeconds(61));
    assertThat(tokens().of(person.id(), first).get(0).lastUsed()).contains(first.plusSeconds(61));
  }

  @Test
  void onlyItsOwnerRevokesOne() {
    Account person = somebody();
    Account other = somebody();
    String hash = "hash " + person.id();
    ApiToken made = tokens().create(hash, person.id(), "script", READING, inDays(1));
    assertThat(tokens().revoke(other.id(), made.id())).isEmpty();
    assertThat(tokens().use(hash, Instant.now())).isPresent();
    assertThat(tokens().revoke(person.id(), made.id())).contains(hash);
    assertThat(tokens().use(hash, Instant.now())).isEmpty();
    assertThat(tokens().of(person.id(), Instant.now())).isEmpty();
  }

  @Test
  void suspensionEndsAll() {
    Account person = somebody();
    tokens().create("hash " + person.id(), person.id(), "script", READING, inDays(1));
    database.accounts().suspend(person.id(), Instant.now());
    assertThat(tokens().use("hash " + person.id(), Instant.now())).isEmpty();
    assertThatThrownBy(() -> tokens().create("another", person.id(), "script", READING, inDays(1)))
        .isInstanceOf(UnknownAccount.class);
  }

  @Test
  void refusesAProjectThatDoesNotExist() {
    Account person = somebody();
    Scope scope = new Scope(READING.permissions(), Optional.of("nowhere"), false);
    assertThatThrownBy(() -> tokens().create("hash", person.id(), "script", scope, inDays(1)))
        .isInstanceOf(UnknownProject.class);
  }
}
