package org.dianjiao.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private static final String TEXT = "中外官員均應遵守不得違犯";

  private static Proposal mark(int start, int end, double confidence) {
    return new Proposal(
        "mark",
        new TextRange(start, end),
        List.of(new Candidate(new Replace("，"), confidence, "，")),
        "a pause",
        List.of());
  }

  private static Suggestion suggestion(String id, String plugin, int start, int end) {
    return suggestion(id, plugin, start, end, 0.9);
  }

  private static Suggestion suggestion(
      String id, String plugin, int start, int end, double confidence) {
    Proposal proposal = mark(start, end, confidence);
    return Suggestion.of(
        id,
        new Maker.ByPlugin(plugin, "1"),
        proposal,
        proposal.range().of(TEXT),
        Fingerprint.of(plugin, proposal, TEXT));
  }

  private static Suggestions of(Suggestion... all) {
    Suggestions suggestions = Suggestions.NONE;
    for (Suggestion one : all) {
      String plugin = ((Maker.ByPlugin) one.maker()).plugin();
      TextRange place = new TextRange(one.start(), one.end());
      suggestions = suggestions.replace(plugin, place, List.of(one)).all();
    }
    return suggestions;
  }

  private static List<String> ids(Suggestions suggestions) {
    return suggestions.list().stream().map(Suggestion::id).toList();
  }

  @Test
  void aNewAnswerReplacesTheOldOneInsideWhatItCoveredOnly() {
    Suggestions before =
        of(suggestion("a", "p", 2, 2), suggestion("b", "p", 8, 8), suggestion("c", "q", 2, 2));
    Suggestions.Replaced after =
        before.replace("p", new TextRange(0, 5), List.of(suggestion("d", "p", 4, 4)));
    assertThat(ids(after.all())).containsExactlyInAnyOrder("b", "c", "d");
    assertThat(after.removed()).containsExactly("a");
    assertThat(after.added()).extracting(Suggestion::id).containsExactly("d");
  }

  @Test
  void theSameAgainKeepsItsId() {
    Suggestions before = of(suggestion("a", "p", 2, 2));
    Suggestions.Replaced after =
        before.replace("p", new TextRange(0, 5), List.of(suggestion("b", "p", 2, 2)));
    assertThat(ids(after.all())).containsExactly("a");
    assertThat(after.removed()).isEmpty();
    assertThat(after.added()).isEmpty();
  }

  @Test
  void theSameWithAnotherConfidenceIsNew() {
    Suggestions before = of(suggestion("a", "p", 2, 2));
    Suggestions.Replaced after =
        before.replace("p", new TextRange(0, 5), List.of(suggestion("b", "p", 2, 2, 0.4)));
    assertThat(ids(after.all())).containsExactly("b");
    assertThat(after.removed()).containsExactly("a");
  }

  @Test
  void whatIsOpenAgainHasItsIdAndTakesThePlaceOfWhatSaysTheSame() {
    Suggestions meanwhile = of(suggestion("new", "p", 2, 2), suggestion("b", "p", 8, 8));
    Suggestions.Mapped after =
        meanwhile.reopened(List.of(suggestion("a", "p", 2, 2), suggestion("c", "p", 5, 5)));
    assertThat(ids(after.left())).containsExactly("a", "c", "b");
    assertThat(after.dropped()).extracting(Suggestion::id).containsExactly("new");
  }

  @Test
  void suggestionsMoveWithTheText() {
    Suggestions before = of(suggestion("a", "p", 6, 8));
    Suggestions.Mapped after = before.map(ChangeSet.replace(TEXT.length(), 0, 2, "各國之"));
    assertThat(after.dropped()).isEmpty();
    assertThat(after.left().get("a").orElseThrow())
        .extracting(Suggestion::start, Suggestion::end)
        .containsExactly(7, 9);
  }

  @Test
  void whatIsChangedInsideOrAtAPointIsDropped() {
    Suggestions before =
        of(
            suggestion("inside", "p", 5, 8),
            suggestion("at", "q", 6, 6),
            suggestion("edge", "r", 2, 6));
    Suggestions.Mapped after = before.map(ChangeSet.replace(TEXT.length(), 6, 6, "，"));
    assertThat(ids(after.left())).containsExactly("edge");
    assertThat(after.dropped())
        .extracting(Suggestion::id)
        .containsExactlyInAnyOrder("inside", "at");
  }

  @Test
  void aFingerprintNamesTheSameProposalInTheSameContext() {
    String name = Fingerprint.of("p", mark(2, 2, 0.9), TEXT);
    assertThat(Fingerprint.of("p", mark(2, 2, 0.3), TEXT)).isEqualTo(name);
    assertThat(Fingerprint.of("p", mark(14, 14, 0.9), "天地玄黃宇宙洪荒日月盈昃" + TEXT)).isNotEqualTo(name);
    assertThat(Fingerprint.of("q", mark(2, 2, 0.9), TEXT)).isNotEqualTo(name);
    assertThat(Fingerprint.of("p", mark(3, 3, 0.9), TEXT)).isNotEqualTo(name);
  }

  @Test
  void aFingerprintDoesNotSeeBeyondItsContext() {
    String near = "文".repeat(Fingerprint.CONTEXT);
    int at = Fingerprint.CONTEXT + 1;
    assertThat(Fingerprint.of("p", mark(at, at, 0.9), "甲" + near + near + "乙"))
        .isEqualTo(Fingerprint.of("p", mark(at, at, 0.9), "丙" + near + near + "丁"));
  }
}
