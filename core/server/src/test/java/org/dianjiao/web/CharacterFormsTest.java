package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dianjiao.characters.Orthography;
import org.dianjiao.web.CharacterRoutes.Forms;
import org.junit.jupiter.api.Test;

class CharacterFormsTest {

  private final Forms forms = Forms.of(Orthography.load());

  @Test
  void namesTheCharactersThatHaveAnotherFormAndNoOther() {
    assertThat(forms.simplified())
        .containsEntry("國", "国")
        .containsEntry("後", "后")
        .doesNotContainKeys("国", "人", "，");
    assertThat(forms.simplified()).allSatisfy((from, to) -> assertThat(to).isNotEqualTo(from));
    assertThat(forms.traditional()).doesNotContainKeys("國", "人");
    assertThat(forms.traditional().get("国")).containsExactly("國");
  }

  @Test
  void whatIsOrdinaryInATraditionalTextIsAmongItsOwnForms() {
    assertThat(forms.traditional().get("里")).contains("里", "裏");
    for (String ambiguous : List.of("后", "千", "布", "出", "台")) {
      assertThat(forms.traditional().get(ambiguous)).contains(ambiguous).hasSizeGreaterThan(1);
    }
  }
}
