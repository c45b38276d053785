package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
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

  private static final Maker PLUGIN = new Maker.ByPlugin("punctuation", "0.1.0");

  private final ProvenanceLog log = new ProvenanceLog();
  private final Provenance provenance = log.provenance();

  @Test
  void tellsTheSourceFromWhatPersonsTyped() {
    log.importText("ann", "邦交有清");
    log.edit("ben", 2, 2, "。");
    log.edit("cai", 3, 4, "大");

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
    log.importText("ann", "甲乙");
    log.edit("ben", 1, 1, "子");
    log.edit("ben", 2, 2, "丑");
    log.edit("ben", 3, 3, "寅");

    assertThat(provenance.runs()).hasSize(3).contains(new Run(1, 4, new Written("ben")));
  }

  @Test
  void namesPluginAndReviewerOfEachAcceptedMark() {
    log.importText("ann", "邦交有清盛时");
    log.accept(
        "rui",
        ProvenanceLog.suggestion(2, 2, PLUGIN, new Replace("。")),
        ProvenanceLog.suggestion(6, 6, PLUGIN, new Replace("，")));

    Origin accepted = new Suggested(PLUGIN, "rui");
    assertThat(log.now().text().toString()).isEqualTo("邦交。有清盛时，");
    assertThat(provenance.runs())
        .containsExactly(
            new Run(0, 2, new Imported("ann")),
            new Run(2, 3, accepted),
            new Run(3, 7, new Imported("ann")),
            new Run(7, 8, accepted));
  }

  @Test
  void tellsApartSuggestionsThatStandSideBySide() {
    log.importText("ann", "甲乙丙");
    Maker person = new Maker.ByPerson("ben");
    log.accept(
        "rui",
        ProvenanceLog.suggestion(0, 1, PLUGIN, new Replace("子")),
        ProvenanceLog.suggestion(1, 2, person, new Replace("丑寅")),
        ProvenanceLog.suggestion(2, 2, PLUGIN, new Replace("、")));

    assertThat(log.now().text().toString()).isEqualTo("子丑寅、丙");
    assertThat(provenance.runs())
        .containsExactly(
            new Run(0, 1, new Suggested(PLUGIN, "rui")),
            new Run(1, 3, new Suggested(person, "rui")),
            new Run(3, 4, new Suggested(PLUGIN, "rui")),
            new Run(4, 5, new Imported("ann")));
  }

  @Test
  void countsACorrectionAsTheCorrectorsOwn() {
    log.importText("ann", "邦交");
    log.decide(
        "rui",
        Outcome.CORRECTED,
        Optional.of(new Replace("；")),
        ProvenanceLog.suggestion(2, 2, PLUGIN, new Replace("。")));

    assertThat(provenance.runs()).contains(new Run(2, 3, new Written("rui")));
  }

  @Test
  void givesRevertedDeletionsTheirOriginsBack() {
    log.importText("ann", "甲乙丙丁");
    log.edit("ben", 2, 2, "，");
    log.change("cai", ChangeSet.of(5, List.of(new Edit(1, 3, ""), new Edit(4, 5, "")))); // 甲丙
    log.edit("dan", 1, 1, "子");
    log.revert("rui", 3);

    assertThat(log.now().text().toString()).isEqualTo("甲乙，子丙丁");
    assertThat(provenance.runs())
        .containsExactly(
            new Run(0, 2, new Imported("ann")),
            new Run(2, 3, new Written("ben")),
            new Run(3, 4, new Written("dan")),
            new Run(4, 6, new Imported("ann")));
  }

  @Test
  void knowsWhoAnnotatedAndWhatSuggestedIt() {
    log.importText("ann", "奕山至瑷珲");
    log.annotate("ben", "annotation-0000001", 3, 5, new Body.Tag("place"));
    Suggestion name = ProvenanceLog.suggestion(0, 2, PLUGIN, new Annotate(new Body.Tag("person")));
    log.accept("rui", name);

    assertThat(provenance.annotation("annotation-0000001")).contains(new Written("ben"));
    assertThat(provenance.annotation(name.id())).contains(new Suggested(PLUGIN, "rui"));

    log.edit("cai", 0, 0, "", new Effect.EditAnnotation(name.id(), new Body.Tag("work")));
    assertThat(provenance.annotation(name.id())).contains(new Written("cai"));

    log.edit("cai", 0, 0, "", new Effect.RemoveAnnotation(name.id()));
    assertThat(provenance.annotation(name.id())).isEmpty();
  }

  @Test
  void knowsWhenWhoWorkedAndWhenAPassageWasApproved() {
    log.importText("ann", "甲");
    log.edit("ben", 1, 1, "乙");
    log.edit("ben", 2, 2, "丙");
    log.edit("rui", 0, 0, "", new Effect.Approve("approval-000000001", 0, 3, false));

    assertThat(provenance.shares())
        .containsEntry(
            "ben",
            new Share(2, ProvenanceLog.START.plusSeconds(2), ProvenanceLog.START.plusSeconds(3)))
        .hasSize(3);
    assertThat(provenance.approved("approval-000000001"))
        .contains(ProvenanceLog.START.plusSeconds(4));
  }

  @Test
  void refusesAChangeThatIsNotTheNext() {
    log.importText("ann", "甲");
    Change first = log.changes().get(0);

    assertThatThrownBy(() -> provenance.add(first))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("provenance is at revision 1; change leads to 1");
    Change misfit =
        new Change(
            2, "ben", "client", 1, ChangeSet.replace(7, 0, 0, "x"), List.of(), ProvenanceLog.START);
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
                ProvenanceLog.START));
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
            List.of(Effect.Import.plain("t")),
            ProvenanceLog.START));
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
              ProvenanceLog.START));
      length += 1 - (to - at);
    }

    assertThat((System.nanoTime() - begin) / 1e9).as("seconds").isLessThan(20);
    assertThat(fold.length()).isEqualTo(length);
    assertThat(fold.runs()).hasSizeGreaterThan(150_000);
  }
}
