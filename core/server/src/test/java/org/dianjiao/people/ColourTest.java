package org.dianjiao.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

  @ParameterizedTest
  @ValueSource(strings = {"#767676", "#000000", "#b3261e", "#0000ff"})
  void takesWhatCanBeReadOnWhite(String colour) {
    assertThatCode(() -> Colour.check(colour)).doesNotThrowAnyException();
  }

  /** #767676 is the lightest grey with 4.5 to 1 on white, as WCAG's own examples say. */
  @ParameterizedTest
  @ValueSource(strings = {"#777777", "#ffffff", "#ffff00", "#00ff00"})
  void refusesWhatCannot(String colour) {
    assertThatThrownBy(() -> Colour.check(colour)).hasMessageContaining("has a contrast of");
  }

  @Test
  void namesTheContrast() {
    assertThatThrownBy(() -> Colour.check("#ffffff"))
        .hasMessage(
            "colour #ffffff has a contrast of 1.0 to the page; choose a darker one, of at least"
                + " 4.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "#12345", "#12345g", "#1234567", "url(#abcde)", ""})
  void refusesWhatIsNoColour(String colour) {
    assertThatThrownBy(() -> Colour.check(colour)).hasMessageContaining("#rrggbb");
  }
}
