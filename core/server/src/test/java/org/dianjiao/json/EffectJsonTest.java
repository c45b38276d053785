package org.dianjiao.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dianjiao.api.Body;
import org.dianjiao.document.Effect;
import org.junit.jupiter.api.Test;

class EffectJsonTest {

  @Test
  void readsANewAnnotationThatDoesNotSayWhetherItIsOrphaned() {
    Effect effect =
        Json.read(
            """
            {"is":"add-annotation","id":"0123456789abcdef","start":3,"end":5,
             "body":{"is":"tag","name":"place"}}""",
            Effect.class);
    assertThat(effect)
        .isEqualTo(
            new Effect.AddAnnotation("0123456789abcdef", 3, 5, false, new Body.Tag("place")));
  }

  @Test
  void refusesANewAnnotationThatDoesNotSayWhereItEnds() {
    assertThatThrownBy(
            () ->
                Json.read(
                    """
                    {"is":"add-annotation","id":"0123456789abcdef","start":3,
                     "body":{"is":"tag","name":"place"}}""",
                    Effect.class))
        .isInstanceOf(MalformedJson.class)
        .hasMessageContaining("end");
  }
}
