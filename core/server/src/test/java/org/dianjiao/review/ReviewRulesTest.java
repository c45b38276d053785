package org.dianjiao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewRulesTest {

  private static Suggestion by(Maker maker) {
    Proposal proposal =
        new Proposal(
            "mark",
            TextRange.at(2),
            List.of(new Candidate(new Replace("，"), 0.9, "，")),
            "a pause",
            List.of());
    return Suggestion.of("id", maker, proposal, "", "fingerprint");
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, true",
    "CORRECTED, true",
    "REJECTED, false",
    "SKIPPED, false",
  })
  void nobodyTakesAProposalOfTheirOwnButMayDropIt(Outcome outcome, boolean refused) {
    Suggestion own = by(new Maker.ByPerson("wang"));
    assertThat(ReviewRules.refusal("wang", outcome, own).isPresent()).isEqualTo(refused);
    assertThat(ReviewRules.refusal("li", outcome, own)).isEmpty();
  }

  @Test
  void anAccountThatIsCalledLikeAPluginIsNotItsMaker() {
    Suggestion plugin = by(new Maker.ByPlugin("wang", "1"));
    assertThat(ReviewRules.refusal("wang", Outcome.ACCEPTED, plugin)).isEmpty();
  }

  @Test
  void nobodyApprovesWhatTheyWorkedOn() {
    assertThat(ReviewRules.refusal("wang", Set.of("wang", "li"))).isPresent();
    assertThat(ReviewRules.refusal("zhao", Set.of("wang", "li"))).isEmpty();
    assertThat(ReviewRules.refusal("zhao", Set.of())).isEmpty();
  }

  @Test
  void aVerdictNeedsACandidateThatIsThere() {
    Suggestion suggestion = by(new Maker.ByPlugin("punctuation", "1"));
    assertThatThrownBy(() -> new Verdict(Outcome.ACCEPTED, 1, Optional.empty(), suggestion))
        .hasMessageContaining("candidate 1 of 1");
    assertThatThrownBy(() -> new Verdict(Outcome.CORRECTED, -1, Optional.empty(), suggestion))
        .hasMessageContaining("no correction");
    assertThatThrownBy(() -> new Verdict(Outcome.REJECTED, 0, Optional.empty(), suggestion))
        .hasMessageContaining("candidate 0");
  }

  @Test
  void onlyWhatIsTakenDoesSomething() {
    Suggestion suggestion = by(new Maker.ByPlugin("punctuation", "1"));
    Replace stop = new Replace("。");
    assertThat(new Verdict(Outcome.ACCEPTED, 0, Optional.empty(), suggestion).action())
        .contains(new Replace("，"));
    assertThat(new Verdict(Outcome.CORRECTED, -1, Optional.of(stop), suggestion).action())
        .contains(stop);
    assertThat(new Verdict(Outcome.SKIPPED, -1, Optional.empty(), suggestion).action()).isEmpty();
  }
}
