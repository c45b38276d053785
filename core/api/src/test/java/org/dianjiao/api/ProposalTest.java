package org.dianjiao.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.dianjiao.api.plugin.Analysis;
import org.junit.jupiter.api.Test;

class ProposalTest {

  private static Candidate mark(String mark, double confidence) {
    return new Candidate(new Replace(mark), confidence, mark);
  }

  private static Proposal at(int offset, Candidate... candidates) {
    return new Proposal("mark", TextRange.at(offset), List.of(candidates), "a pause", List.of());
  }

  @Test
  void givesTheSurestCandidateAsBest() {
    assertThat(at(3, mark("，", 0.7), mark("。", 0.2)).best().label()).isEqualTo("，");
  }

  @Test
  void refusesCandidatesThatAreNotBestFirst() {
    assertThatThrownBy(() -> at(3, mark("，", 0.2), mark("。", 0.7)))
        .hasMessage("candidate 1 is surer than candidate 0; best comes first");
  }

  @Test
  void refusesAProposalWithoutCandidates() {
    assertThatThrownBy(() -> at(3)).hasMessage("0 candidates; a proposal has 1 to 20");
  }

  @Test
  void refusesAConfidenceThatIsNoNumber() {
    assertThatThrownBy(() -> mark("，", Double.NaN)).hasMessage("confidence NaN is outside 0–1");
  }

  @Test
  void refusesARelativeEntity() {
    assertThatThrownBy(() -> new Body.Identification(URI.create("P0003"), "奕山", "person"))
        .hasMessage("entity P0003 is not an absolute URI");
  }

  @Test
  void refusesAProposalOutsideTheCoveredRange() {
    Proposal outside = at(9, mark("，", 0.5));
    assertThatThrownBy(() -> new Analysis(new TextRange(0, 8), List.of(outside)))
        .hasMessage("proposal at 9–9 is outside the covered range 0–8");
  }
}
