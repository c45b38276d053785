package org.dianjiao.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Qwerty123456",
        "1Q2W3E4R5T6Y",
        "123456123456",
        "P@ssw0rd2026",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcdefghijklmnop",
        "hgfedcba87654321",
        "qwertyuiopasdfghjkl",
        "1qaz2wsx3edc4rfv",
        "dianjiao2026",
        "Dianjiao-Dianjiao",
        "password password",
        "iloveyou19981998",
        "ｐａｓｓｗｏｒｄ１２３４",
        "abcabcabcabcabcabc",
        "點校點校點校點校點校點校"
      })
  void refusesWhatIsTriedFirstHoweverItIsWritten(String password) {
    assertThatThrownBy(() -> Credentials.checkPassword(password))
        .hasMessageContaining("made of what is tried first")
        .hasMessageNotContaining(password);
  }

  @Test
  void takesAnyCharacterAndAnyLengthFrom12To256() {
    for (String password :
        new String[] {
          "甲乙丙丁戊己庚辛壬癸子丑",
          " leading and trailing ",
          "correct horse battery",
          "a long enough password",
          "x7#Kq9!mZp2v",
          "四海無事 天下太平 1842",
          "abcdefg 林則徐 hijklmn 虎門",
          longest()
        }) {
      assertThatCode(() -> Credentials.checkPassword(password)).doesNotThrowAnyException();
    }
    for (String password : new String[] {"", "elevenchars", "a".repeat(257)}) {
      assertThatThrownBy(() -> Credentials.checkPassword(password))
          .hasMessageContaining("12 to 256 characters; this one has " + password.length());
    }
  }

  /** Two hundred and fifty-six characters that nobody would guess. */
  private static String longest() {
    Random random = new Random(1);
    return random
        .ints(256, 0x4E00, 0x9FA0)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void refusesAPasswordThatIsOnesOwnName() {
    assertThatThrownBy(() -> Credentials.check("Lin Zexu", "ZexuLin-2026"))
        .hasMessageContaining("tried first");
    assertThatThrownBy(() -> Credentials.check("Wei Yuan", "weiyuanWEIYUAN1"))
        .hasMessageContaining("tried first");
    assertThatCode(() -> Credentials.check("Lin Zexu", "wild geese over Humen"))
        .doesNotThrowAnyException();
  }

  @Test
  void looksAtTheLongestPasswordInNoTime() {
    long began = System.nanoTime();
    Credentials.checkPassword(longest());
    assertThat(System.nanoTime() - began).isLessThan(3_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "@place", "name@", "a name@place", "a\u0000b@place"})
  void refusesWhatIsNoAddress(String email) {
    assertThatThrownBy(() -> Credentials.checkEmail(email)).hasMessageContaining("an @");
  }
}
