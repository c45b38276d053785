package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Provenance.Imported;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.document.Provenance.Run;
import org.dianjiao.document.Provenance.Share;
import org.dianjiao.document.Provenance.Suggested;
import org.dianjiao.document.Provenance.Written;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Edit;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final Maker PLUGIN = new Maker.ByPlugin("punctuation", "0.1.0");

  private final Provenance provenance = new Provenance();
  private final List<Document> states = new ArrayList<>(List.of(Document.empty()));
  private final List<Change> log = new ArrayList<>();

  private Document now() {
    return states.get(states.size() - 1);
  }

  private void change(String author, ChangeSet changes, Effect... effects) {
    long revision = log.size() + 1L;
    Change change =
        new Change(
            revision,
            author,
            "client-of-" + author,
            revision,
            changes,
            List.of(effects),
            START.plusSeconds(revision));
    states.add(now().apply(change));
    log.add(change);
    provenance.add(change);
  }

  private void edit(String author, int from, int to, String insert, Effect... effects) {
    change(author, ChangeSet.replace(now().text().length(), from, to, insert), effects);
  }

  private void importText(String text) {
    edit("ann", 0, 0, text, new Effect.Import("title"));
  }

  private static Suggestion suggestion(int start, int end, Maker maker, Action action) {
    return new Suggestion(
        "suggestion-%d-%d-000000".formatted(start, end),
        start,
        end,
        false,
        maker,
        "mark",
        "",
        List.of(new Candidate(action, 0.9, "x")),
        "because",
        List.of(),
        "print-%d-%d".formatted(start, end));
  }

  private void decide(
      String reviewer, Outcome outcome, Optional<Action> correction, Suggestion... suggestions) {
    Decisions decisions = new Decisions(now(), reviewer);
    for (Suggestion suggestion : suggestions) {
      int candidate = outcome == Outcome.ACCEPTED ? 0 : -1;
      decisions.decide(suggestion, outcome, candidate, correction);
    }
    Update update = decisions.update();
    change(reviewer, update.changes(), update.effects().toArray(new Effect[0]));
  }

  private void revert(String reviewer, long revision) {
    ChangeSet since = ChangeSet.empty(states.get((int) revision).text().length());
    for (Change later : log.subList((int) revision, log.size())) {
      since = since.compose(later.changes());
    }
    Update update =
        Reversal.of(states.get((int) revision - 1), log.get((int) revision - 1), since, now());
    change(reviewer, update.changes(), update.effects().toArray(new Effect[0]));
  }

  @Test
  void tellsTheSourceFromWhatPersonsTyped() {
    importText("邦交有清");
    edit("ben", 2, 2, "。");
    edit("cai", 3, 4, "大");

    assertThat(provenance.runs())
        .containsExactly(
            new Run(0, 2, new Imported("ann")),
            new Run(2, 3, new Written("ben")),
            new Run(3, 4, new Written("cai")),
            new Run(4, 5, new Imported("ann")));
    assertThat(provenance.length()).isEqualTo(5);
    assertThat(provenance.revision()).isEqualTo(3);
  }

  @Test
  void joinsWhatOnePersonTypedKeyByKey() {
    importText("甲乙");
    edit("ben", 1, 1, "子");
    edit("ben", 2, 2, "丑");
    edit("ben", 3, 3, "寅");

    assertThat(provenance.runs()).hasSize(3).contains(new Run(1, 4, new Written("ben")));
  }

  @Test
  void namesPluginAndReviewerOfEachAcceptedMark() {
    importText("邦交有清盛时");
    decide(
        "rui",
        Outcome.ACCEPTED,
        Optional.empty(),
        suggestion(2, 2, PLUGIN, new Replace("。")),
        suggestion(6, 6, PLUGIN, new Replace("，")));

    Origin accepted = new Suggested(PLUGIN, "rui");
    assertThat(now().text().toString()).isEqualTo("邦交。有清盛时，");
    assertThat(provenance.runs())
        .containsExactly(
            new Run(0, 2, new Imported("ann")),
            new Run(2, 3, accepted),
            new Run(3, 7, new Imported("ann")),
            new Run(7, 8, accepted));
  }

  @Test
  void tellsApartSuggestionsThatStandSideBySide() {
    importText("甲乙丙");
    Maker person = new Maker.ByPerson("ben");
    decide(
        "rui",
        Outcome.ACCEPTED,
        Optional.empty(),
        suggestion(0, 1, PLUGIN, new Replace("子")),
        suggestion(1, 2, person, new Replace("丑寅")),
        suggestion(2, 2, PLUGIN, new Replace("、")));

    assertThat(now().text().toString()).isEqualTo("子丑寅、丙");
    assertThat(provenance.runs())
        .containsExactly(
            new Run(0, 1, new Suggested(PLUGIN, "rui")),
            new Run(1, 3, new Suggested(person, "rui")),
            new Run(3, 4, new Suggested(PLUGIN, "rui")),
            new Run(4, 5, new Imported("ann")));
  }

  @Test
  void countsACorrectionAsTheCorrectorsOwn() {
    importText("邦交");
    decide(
        "rui",
        Outcome.CORRECTED,
        Optional.of(new Replace("；")),
        suggestion(2, 2, PLUGIN, new Replace("。")));

    assertThat(provenance.runs()).contains(new Run(2, 3, new Written("rui")));
  }

  @Test
  void givesRevertedDeletionsTheirOriginsBack() {
    importText("甲乙丙丁");
    edit("ben", 2, 2, "，");
    change("cai", ChangeSet.of(5, List.of(new Edit(1, 3, ""), new Edit(4, 5, "")))); // 甲丙
    edit("dan", 1, 1, "子");
    revert("rui", 3);

    assertThat(now().text().toString()).isEqualTo("甲乙，子丙丁");
    assertThat(provenance.runs())
        .containsExactly(
            new Run(0, 2, new Imported("ann")),
            new Run(2, 3, new Written("ben")),
            new Run(3, 4, new Written("dan")),
            new Run(4, 6, new Imported("ann")));
  }

  @Test
  void knowsWhoAnnotatedAndWhatSuggestedIt() {
    importText("奕山至瑷珲");
    edit(
        "ben",
        0,
        0,
        "",
        new Effect.AddAnnotation("annotation-0000001", 3, 5, false, new Body.Tag("place")));
    Suggestion name = suggestion(0, 2, PLUGIN, new Annotate(new Body.Tag("person")));
    decide("rui", Outcome.ACCEPTED, Optional.empty(), name);

    assertThat(provenance.annotation("annotation-0000001")).contains(new Written("ben"));
    assertThat(provenance.annotation(name.id())).contains(new Suggested(PLUGIN, "rui"));

    edit("cai", 0, 0, "", new Effect.EditAnnotation(name.id(), new Body.Tag("work")));
    assertThat(provenance.annotation(name.id())).contains(new Written("cai"));

    edit("cai", 0, 0, "", new Effect.RemoveAnnotation(name.id()));
    assertThat(provenance.annotation(name.id())).isEmpty();
  }

  @Test
  void knowsWhenWhoWorkedAndWhenAPassageWasApproved() {
    importText("甲");
    edit("ben", 1, 1, "乙");
    edit("ben", 2, 2, "丙");
    edit("rui", 0, 0, "", new Effect.Approve("approval-000000001", 0, 3));

    assertThat(provenance.shares())
        .containsEntry("ben", new Share(2, START.plusSeconds(2), START.plusSeconds(3)))
        .hasSize(3);
    assertThat(provenance.approved("approval-000000001")).contains(START.plusSeconds(4));
  }

  @Test
  void refusesAChangeThatIsNotTheNext() {
    importText("甲");
    Change first = log.get(0);

    assertThatThrownBy(() -> provenance.add(first))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("provenance is at revision 1; change leads to 1");
    Change misfit =
        new Change(2, "ben", "client", 1, ChangeSet.replace(7, 0, 0, "x"), List.of(), START);
    assertThatThrownBy(() -> provenance.add(misfit))
        .hasMessage("revision 2 changes a text of 7 units, but there are 1");
  }

  @Test
  void agreesWithUnitByUnitBookkeepingOnRandomLogs() {
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      Provenance fold = new Provenance();
      List<Origin> model = new ArrayList<>();
      for (int revision = 1; revision <= 300; revision++) {
        String author = "author-" + random.nextInt(3);
        int from = random.nextInt(model.size() + 1);
        int to = from + random.nextInt(Math.min(6, model.size() - from + 1));
        String insert = "字".repeat(random.nextInt(6));
        fold.add(
            new Change(
                revision,
                author,
                "client",
                revision,
                ChangeSet.replace(model.size(), from, to, insert),
                List.of(),
                START));
        model.subList(from, to).clear();
        model.addAll(from, Collections.nCopies(insert.length(), new Written(author)));
      }

      List<Origin> units = new ArrayList<>();
      fold.runs()
          .forEach(run -> units.addAll(Collections.nCopies(run.end() - run.start(), run.origin())));
      assertThat(units).as("seed %d", seed).isEqualTo(model);
    }
  }

  @Test
  void foldsAHundredThousandChangesInSeconds() {
    Random random = new Random(5);
    Provenance fold = new Provenance();
    int length = 1_000_000;
    fold.add(
        new Change(
            1,
            "ann",
            "client",
            1,
            ChangeSet.replace(0, 0, 0, "字".repeat(length)),
            List.of(new Effect.Import("t")),
            START));
    long begin = System.nanoTime();
    for (int revision = 2; revision <= 100_001; revision++) {
      int at = random.nextInt(length);
      int to = at + random.nextInt(2);
      fold.add(
          new Change(
              revision,
              "author-" + revision % 5,
              "client",
              revision,
              ChangeSet.replace(length, at, to, "，"),
              List.of(),
              START));
      length += 1 - (to - at);
    }

    assertThat((System.nanoTime() - begin) / 1e9).as("seconds").isLessThan(20);
    assertThat(fold.length()).isEqualTo(length);
    assertThat(fold.runs()).hasSizeGreaterThan(150_000);
  }
}
