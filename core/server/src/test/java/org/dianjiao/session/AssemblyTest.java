package org.dianjiao.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.Test;

class AssemblyTest {

  private static final long SECOND = 1_000_000_000L;

  private final Assembly assembly = new Assembly(Limits.defaults());

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsTheReplacementCharacterThatSomebodyTyped() throws BrokenMessage {
    assertThat(assembly.take(bytes("\uFFFD"), true, true, 0)).contains("\uFFFD");
  }

  @Test
  void isLateOnlyWhileAMessageIsUnderWay() throws BrokenMessage {
    assertThat(assembly.isLate(60 * SECOND)).isFalse();
    assembly.take(bytes("文"), true, false, 0);
    assertThat(assembly.isLate(10 * SECOND)).isFalse();
    assertThat(assembly.isLate(11 * SECOND)).isTrue();
    assertThat(assembly.take(bytes("本"), false, true, 9 * SECOND)).contains("文本");
    assertThat(assembly.isLate(60 * SECOND)).isFalse();
  }

  @Test
  void takesNoFragmentThatComesTooLate() throws BrokenMessage {
    assembly.take(bytes("文"), true, false, 0);
    assertThatThrownBy(() -> assembly.take(bytes("本"), false, false, 11 * SECOND))
        .isInstanceOfSatisfying(
            BrokenMessage.class, broken -> assertThat(broken.code()).isEqualTo(CloseCode.BROKEN));
  }
}
