package org.dianjiao.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lin\u200B",
        "\u202Enil",
        "Lin\u2066",
        "Li\u00ADn",
        "Lin\n",
        "Lin\u2028",
        "L\u0000n",
        "Lin\uFEFF",
        "Lin\u00A0Zexu",
        "Lin  Zexu",
        "林\u3164",
        "\uDB40\uDC4C",
        "Lin\u034F"
      })
  void refusesWhatLooksLikeAnotherNameOrTurnsWhatStandsBesideIt(String name) {
    assertThatThrownBy(() -> Credentials.checkName(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(cannot be seen|no space at its ends).*");
    assertThatThrownBy(() -> Legible.check("it", name)).hasMessageContaining("U+");
    assertThatCode(() -> Legible.check("it", Legible.kept(name))).doesNotThrowAnyException();
  }

  @Test
  void refusesHalfACharacterAndSaysWhere() {
    assertThatThrownBy(() -> Credentials.checkName("林\uD842則"))
        .hasMessageContaining("U+D842")
        .hasMessageContaining("character 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"林則徐", "林　則徐", "葛\uDB40\uDD00", "Åse O’Brien-Žižek", "محمد", "𠲽", "🖋"})
  void takesNamesOfAllScripts(String name) {
    assertThatCode(() -> Credentials.checkName(name)).doesNotThrowAnyException();
    assertThat(Legible.kept(name)).isEqualTo(name);
  }
}
