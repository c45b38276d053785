package org.dianjiao.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Effect;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
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

  @Test
  void writesADecisionFlatAndReadsItBack() {
    Candidate comma = new Candidate(new Replace("，"), 0.9, "，");
    Suggestion suggestion =
        new Suggestion(
            "0123456789abcdef",
            3,
            3,
            false,
            new Maker.ByPlugin("punctuation", "0.1.0"),
            "mark",
            "",
            List.of(comma),
            "",
            List.of(),
            "mark ，");
    Effect decide =
        new Effect.Decide(new Verdict(Outcome.ACCEPTED, 0, Optional.empty(), suggestion));
    String json = Json.text(decide);
    assertThat(json)
        .startsWith(
            """
            {"is":"decide","outcome":"accepted","candidate":0,"suggestion":{"id":"0123""");
    assertThat(Json.read(json, Effect.class)).isEqualTo(decide);
    assertThat(Json.read("[" + json + "]", Effect[].class)).containsExactly(decide);
  }
}
