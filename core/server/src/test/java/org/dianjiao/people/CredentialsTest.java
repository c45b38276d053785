package org.dianjiao.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @ParameterizedTest
  @ValueSource(strings = {"password1234", "Qwerty123456", "1Q2W3E4R5T6Y", "123456123456"})
  void refusesWhatIsTriedFirstHoweverItIsCapitalised(String password) {
    assertThatThrownBy(() -> Credentials.checkPassword(password))
        .hasMessageContaining("one of the most common ones")
        .hasMessageNotContaining(password);
  }

  @Test
  void takesAnyCharacterAndAnyLengthFrom12To256() {
    for (String password :
        new String[] {"甲乙丙丁戊己庚辛壬癸子丑", " leading and trailing ", "a".repeat(256)}) {
      assertThatCode(() -> Credentials.checkPassword(password)).doesNotThrowAnyException();
    }
    for (String password : new String[] {"", "elevenchars", "a".repeat(257)}) {
      assertThatThrownBy(() -> Credentials.checkPassword(password))
          .hasMessageContaining("12 to 256 characters; this one has " + password.length());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "@place", "name@", "a name@place", "a\u0000b@place"})
  void refusesWhatIsNoAddress(String email) {
    assertThatThrownBy(() -> Credentials.checkEmail(email)).hasMessageContaining("an @");
  }
}
