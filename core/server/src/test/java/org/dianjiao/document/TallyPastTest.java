package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.json.Json;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Board;
import org.dianjiao.review.Tally;
import org.dianjiao.review.Tally.Deed;
import org.dianjiao.review.Tally.Extent;
import org.dianjiao.review.Tally.Trial;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;

/** What is counted in a log, day by day. */
class TallyPastTest {

  private static final String TEXT = "議將從前\n使臣進京\n𠀋津";

  private final ReviewPast past = new ReviewPast();

  private void on(String day, String author, ChangeSet changes, Effect... effects) {
    long revision = past.revision() + 1;
    past.add(
        new Change(
            revision,
            author,
            "client-of-" + author,
            revision,
            changes,
            List.of(effects),
            Instant.parse(day + "T12:00:00Z")));
  }

  private void mark(String day, String author, Effect... effects) {
    on(day, author, ChangeSet.empty(past.document().text().length()), effects);
  }

  private void write(String day, String author, int from, int to, String insert) {
    on(day, author, ChangeSet.replace(past.document().text().length(), from, to, insert));
  }

  private void bring(String day) {
    on(day, "importer", ChangeSet.replace(0, 0, 0, TEXT), Effect.Import.plain("Text"));
  }

  private static Effect approve(String id, int start, int end) {
    return new Effect.Approve(History.id(id), start, end, true);
  }

  private List<Extent> levels(int day) {
    return past.tally().days().get(day).levels();
  }

  private int times(String account, Deed deed) {
    return past.tally().work().stream()
        .filter(work -> work.account().equals(account))
        .mapToInt(work -> work.times(deed))
        .sum();
  }

  @Test
  void tellsHowFarTheDocumentWasAtTheEndOfEachDay() {
    bring("2026-11-01");
    write("2026-11-03", "editor", 4, 4, "。");
    mark("2026-11-03", "editor", new PassageEffect.MarkReady(History.id("ready"), 0, 5));
    mark("2026-11-07", "reviewer", approve("first", 0, 5), approve("second", 6, 10));
    assertThat(past.tally().days())
        .extracting(Tally.Day::day)
        .containsExactly(
            LocalDate.parse("2026-11-01"),
            LocalDate.parse("2026-11-03"),
            LocalDate.parse("2026-11-07"));
    assertThat(levels(0).get(0)).isEqualTo(new Extent(3, 10)); // characters, not units
    assertThat(levels(1).get(0)).isEqualTo(new Extent(2, 6));
    assertThat(levels(1).get(2)).isEqualTo(new Extent(1, 5));
    assertThat(levels(2).get(0)).isEqualTo(new Extent(1, 2));
    assertThat(levels(2).get(3)).isEqualTo(new Extent(2, 9));
  }

  @Test
  void countsWhatPeopleWroteAndDidAndNoImport() {
    bring("2026-11-01");
    write("2026-11-02", "editor", 0, 2, "𠀋");
    write("2026-11-02", "editor", 0, 0, "，");
    mark(
        "2026-11-02",
        "editor",
        new Effect.AddAnnotation(History.id("note"), 0, 2, false, History.PLACE));
    assertThat(times("importer", Deed.WRITTEN)).isZero();
    assertThat(times("editor", Deed.WRITTEN)).isEqualTo(2);
    assertThat(times("editor", Deed.DELETED)).isEqualTo(2);
    assertThat(times("editor", Deed.ANNOTATED)).isEqualTo(1);
  }

  private static Suggestion suggestion(String id, double confidence) {
    return new Suggestion(
        id,
        1,
        1,
        false,
        new Maker.ByPlugin("punctuation", "1.0"),
        "mark",
        "",
        List.of(
            new Candidate(new Replace("，"), confidence, "，"),
            new Candidate(new Replace("。"), confidence / 2, "。")),
        "",
        List.<URI>of(),
        "fingerprint-" + id);
  }

  private static Effect decide(String id, double confidence, Outcome outcome, int candidate) {
    return new Effect.Decide(
        new Verdict(outcome, candidate, Optional.empty(), suggestion(id, confidence)));
  }

  @Test
  void countsDecisionsByPersonAndByConfidence() {
    bring("2026-11-01");
    mark(
        "2026-11-02",
        "reviewer",
        decide("a", 0.95, Outcome.ACCEPTED, 0),
        decide("b", 0.99, Outcome.ACCEPTED, 1),
        decide("c", 1, Outcome.REJECTED, -1),
        decide("d", 0.5, Outcome.ACCEPTED, 0),
        decide("e", 0.5, Outcome.SKIPPED, -1));
    assertThat(past.tally().trials())
        .containsExactly(
            new Trial("punctuation", "1.0", 5, 1, 0, 0, 0),
            new Trial("punctuation", "1.0", 9, 1, 1, 0, 1));
    assertThat(times("reviewer", Deed.ACCEPTED)).isEqualTo(3);
    assertThat(times("reviewer", Deed.REJECTED)).isEqualTo(1);
    assertThat(times("reviewer", Deed.SKIPPED)).isEqualTo(1);
    assertThat(times("reviewer", Deed.WRITTEN)).isZero();
    mark("2026-11-03", "reviewer", new Effect.Reopen(suggestion("c", 1)));
    assertThat(past.tally().trials())
        .contains(new Trial("punctuation", "1.0", 9, 1, 1, 0, 0)); // open again: no decision holds
  }

  @Test
  void tellsOfADrawnApprovalWhenEverybodyMayKnowIt() {
    bring("2026-11-01");
    String id = History.id("drawn");
    mark("2026-11-02", "reviewer", approve("drawn", 0, 4), new PassageEffect.DrawSample(id));
    assertThat(times("reviewer", Deed.APPROVED)).isZero();
    assertThat(levels(1).get(3)).isEqualTo(Extent.NONE);
    Approval told = past.document().approvals().get(0);
    mark(
        "2026-11-05",
        "second",
        new PassageEffect.OpenSample(List.of(told)),
        approve("other", 0, 4));
    assertThat(times("reviewer", Deed.APPROVED)).isEqualTo(1);
    assertThat(levels(2).get(4)).isEqualTo(new Extent(1, 4)); // by two
    assertThat(past.tally().work())
        .anyMatch(
            work ->
                work.account().equals("reviewer")
                    && work.day().equals(LocalDate.parse("2026-11-02")));
  }

  @Test
  void aDrawnApprovalThatBecomesVoidIsTold() {
    bring("2026-11-01");
    mark(
        "2026-11-02",
        "reviewer",
        approve("drawn", 0, 4),
        new PassageEffect.DrawSample(History.id("drawn")));
    write("2026-11-03", "second", 2, 2, "，");
    assertThat(times("reviewer", Deed.APPROVED)).isEqualTo(1);
  }

  @Test
  void isTheSameWhenItWasKept() {
    countsDecisionsByPersonAndByConfidence();
    Tally tally = past.tally();
    assertThat(Json.read(Json.text(tally), Tally.class)).isEqualTo(tally);
  }

  @Test
  void aBoardPutsDocumentsTogetherDayByDay() {
    tellsHowFarTheDocumentWasAtTheEndOfEachDay();
    ReviewPast other = new ReviewPast();
    other.add(
        new Change(
            1,
            "importer",
            "client",
            1,
            ChangeSet.replace(0, 0, 0, "大沽"),
            List.of(Effect.Import.plain("Text")),
            Instant.parse("2026-11-05T23:59:59Z")));
    Board one = Board.of(List.of(past.tally(), other.tally()), 1);
    assertThat(one.days()).hasSize(4);
    assertThat(one.days().get(1).share().untouched()).isEqualTo(new Extent(2, 6));
    assertThat(one.days().get(2).share().untouched()).isEqualTo(new Extent(3, 8));
    assertThat(one.days().get(3).share().approved()).isEqualTo(new Extent(2, 9));
    Board two = Board.of(List.of(past.tally()), 2);
    assertThat(two.days().get(2).share().partly()).isEqualTo(new Extent(2, 9));
    assertThat(two.days().get(2).share().approved()).isEqualTo(Extent.NONE);
    assertThat(Board.now(past.tally(), 1).approved()).isEqualTo(new Extent(2, 9));
  }
}
