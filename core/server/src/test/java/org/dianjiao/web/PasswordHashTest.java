package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final PasswordHash PASSWORDS = PasswordHash.standard();

  @Test
  void verifiesOnlyTheSamePassword() {
    String stored = PASSWORDS.of("虎門銷煙 1839 🔥");
    assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("虎門");
    assertThat(PasswordHash.verify("虎門銷煙 1839 🔥", stored)).isTrue();
    assertThat(PasswordHash.verify("虎門銷煙 1839 🔥 ", stored)).isFalse();
    assertThat(PasswordHash.verify("", stored)).isFalse();
  }

  @Test
  void samePasswordHasAnotherHashEachTime() {
    assertThat(PASSWORDS.of("same")).isNotEqualTo(PASSWORDS.of("same"));
  }

  /** It is checked as if it were somebody's, so that nobody sees by the time who has an account. */
  @Test
  void aHashOfNobodyCostsTheSameAndIsThatOfNoPassword() {
    String nobody = PASSWORDS.ofNobody();
    assertThat(nobody)
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
        .hasSameSizeAs(PASSWORDS.of("same"))
        .isNotEqualTo(PASSWORDS.ofNobody());
    assertThat(PasswordHash.verify("", nobody)).isFalse();
  }

  /** From the reference implementation's own tests. */
  @Test
  void readsTheFormOfOtherPrograms() {
    String reference =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertThat(PasswordHash.verify("password", reference)).isTrue();
    assertThat(PasswordHash.verify("Password", reference)).isFalse();
  }

  @Test
  void refusesAStoredHashOfAnotherFormOrCost() {
    for (String other :
        new String[] {
          "",
          "password",
          "$2b$12$abcdefghijklmnopqrstuv",
          "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
          "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
        }) {
      assertThatThrownBy(() -> PasswordHash.verify("password", other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stored password hash");
    }
  }
}
