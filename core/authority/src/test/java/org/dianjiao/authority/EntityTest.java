package org.dianjiao.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntityTest {

  private static final Label TRADITIONAL = Label.of(Label.Kind.PREFERRED, "Hant", "奕訢");
  private static final Label SIMPLIFIED = Label.of(Label.Kind.PREFERRED, "Hans", "奕䜣");

  private static Entity person(Label... labels) {
    return new Entity(
        URI.create("local:P1"),
        "person",
        List.of(labels),
        new Span("1833", "1898"),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void standsUnderItsFirstPreferredLabel() {
    Label variant = Label.of(Label.Kind.VARIANT, "Hant", "恭親王");

    assertThat(person(variant, TRADITIONAL, SIMPLIFIED).label()).isEqualTo("奕訢");
  }

  @Test
  void hasOnePreferredLabelInEachScript() {
    assertThatThrownBy(() -> person(TRADITIONAL, Label.of(Label.Kind.PREFERRED, "Hant", "奕欣")))
        .hasMessage("local:P1 has two preferred labels in Hant");
    assertThatThrownBy(() -> person(Label.of(Label.Kind.VARIANT, "Hant", "恭親王")))
        .hasMessage("local:P1 has no preferred label");
  }

  @Test
  void aTimeHoldsTheYearsThatItMay() {
    assertThat(new Span("1833-01-11", "1898").mayHold(1860)).isTrue();
    assertThat(new Span("1833", "1898").mayHold(1727)).isFalse();
    assertThat(new Span("", "-0221").mayHold(-259)).isTrue();
    assertThatThrownBy(() -> new Span("1898", "1833"))
        .hasMessage("the time from 1898 to 1833 ends first");
    assertThatThrownBy(() -> new Span("1650-13", "")).hasMessageContaining("“1650-13” is no date");
  }
}
