package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.document.ReviewStory;
import org.dianjiao.review.Board;
import org.dianjiao.review.Tally;
import org.dianjiao.review.Verdict;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.storage.Tallies.Kept;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of counting is what counting anew gives. */
class TallyDeskTest {

  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
  private static final int DOCUMENTS = 300;
  private static final int DECISIONS = 50_000;

  @TempDir Path folder;

  private Database database;
  private String project;

  @BeforeEach
  void open() {
    database = Database.open(StorageSettings.defaults(folder.resolve("data")));
    project = database.projects().create("條約", "").id();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private TallyDesk desk() {
    return new TallyDesk(database, new Chronicles(database, 2));
  }

  private String document() {
    return database.projects().addDocument(project, "條約").id();
  }

  private DocumentRow row(String document) {
    return database.projects().document(document).orElseThrow();
  }

  private void write(String document, List<Change> changes) {
    Head head = database.changeLog().claim(document, "node");
    database
        .changeLog()
        .append(
            List.of(
                new Batch(
                    document,
                    head.epoch(),
                    head.aclVersion(),
                    changes.stream()
                        .map(change -> Operation.entry(new Logged(change, "hash")))
                        .toList())));
  }

  /** The same changes, some hours apart. */
  private static List<Change> spread(List<Change> changes, Random random) {
    List<Change> spread = new ArrayList<>();
    Instant at = START;
    for (Change change : changes) {
      at = at.plus(Duration.ofHours(random.nextInt(9)));
      spread.add(
          new Change(
              change.revision(),
              change.author(),
              change.client(),
              change.sequence(),
              change.changes(),
              change.effects(),
              at));
    }
    return spread;
  }

  @Test
  void whatIsKeptIsWhatTheWholeLogGives() {
    for (long seed = 1; seed <= 6; seed++) {
      ReviewStory story = new ReviewStory(seed);
      for (int step = 0; step < 150; step++) {
        story.step();
      }
      List<Change> changes = spread(story.changes(), new Random(seed));
      String document = document();
      int half = changes.size() / 2;
      write(document, changes.subList(0, half));
      desk().of(project, () -> true);
      TallyDesk going = desk();
      going.of(project, () -> true);
      write(document, changes.subList(half, changes.size()));
      Tally readOn = going.of(project, () -> true).tallies().get(row(document));
      Tally kept = desk().of(project, () -> false).tallies().get(row(document));
      Tally anew = TallyDesk.anew(database, row(document));
      assertThat(readOn).as("seed " + seed).isEqualTo(anew);
      assertThat(kept).as("seed " + seed).isEqualTo(anew);
      assertThat(anew.days().size()).as("seed " + seed).isGreaterThan(5);
    }
  }

  @Test
  void whatIsKeptInAnotherFormOrIsBrokenIsCountedAnew() {
    String document = document();
    ReviewStory story = new ReviewStory(3);
    write(document, story.changes());
    Tally counted = desk().of(project, () -> true).tallies().get(row(document));
    database.tallies().keep(document, new Kept(1, TallyDesk.FORMAT + 1, "another form"));
    assertThat(desk().of(project, () -> true).tallies().get(row(document))).isEqualTo(counted);
    database.tallies().keep(document, new Kept(9, TallyDesk.FORMAT, "{broken"));
    assertThat(desk().of(project, () -> true).tallies().get(row(document))).isEqualTo(counted);
  }

  @Test
  void countsOneDocumentAtLeastWhenThereIsNoTime() {
    for (int i = 0; i < 3; i++) {
      write(document(), new ReviewStory(i).changes());
    }
    assertThat(desk().of(project, () -> false).behind()).isEqualTo(2);
    assertThat(desk().of(project, () -> false).behind()).isEqualTo(1);
    TallyDesk.Counted all = desk().of(project, () -> false);
    assertThat(all.behind()).isZero();
    assertThat(all.tallies()).hasSize(3);
  }

  private static Effect decision(int number) {
    Suggestion suggestion =
        new Suggestion(
            "suggestion-%012d".formatted(number),
            0,
            0,
            false,
            new Maker.ByPlugin("punctuation", "1.0"),
            "mark",
            "",
            List.of(new Candidate(new Replace("，"), number % 100 / 100.0, "，")),
            "after 曰 a speech begins",
            List.<URI>of(),
            "fingerprint-%012d".formatted(number));
    boolean accepted = number % 3 > 0;
    return new Effect.Decide(
        new Verdict(
            accepted ? Outcome.ACCEPTED : Outcome.REJECTED,
            accepted ? 0 : -1,
            Optional.empty(),
            suggestion));
  }

  private static Change change(long revision, ChangeSet changes, List<Effect> effects) {
    return new Change(
        revision,
        "reviewer",
        "client",
        revision,
        changes,
        effects,
        START.plus(Duration.ofHours(revision)));
  }

  /** Three hundred documents, and fifty thousand decisions, most of them in one. */
  @Test
  void aLargeProjectIsCountedInBoundedTime() {
    String text = "天地玄黃宇宙洪荒\n".repeat(200);
    for (int i = 1; i < DOCUMENTS; i++) {
      write(
          document(),
          List.of(
              change(1, ChangeSet.replace(0, 0, 0, text), List.of(Effect.Import.plain("t"))),
              change(2, ChangeSet.replace(text.length(), 4, 4, "，"), List.of(decision(i)))));
    }
    String large = document();
    List<Change> changes = new ArrayList<>();
    changes.add(change(1, ChangeSet.replace(0, 0, 0, text), List.of(Effect.Import.plain("t"))));
    int each = 500;
    for (int i = 0; i < DECISIONS / each; i++) {
      int from = i * each;
      changes.add(
          change(
              i + 2L,
              ChangeSet.empty(text.length()),
              IntStream.range(from, from + each).mapToObj(TallyDeskTest::decision).toList()));
    }
    write(large, changes);
    long begin = System.nanoTime();
    TallyDesk.Counted first = desk().of(project, () -> true);
    long counted = System.nanoTime();
    TallyDesk.Counted again = desk().of(project, () -> false);
    Board board = Board.of(again.tallies().values(), 1);
    long read = System.nanoTime();
    System.out.printf(
        "%d documents, %d decisions: counted in %d ms, read in %d ms%n",
        first.tallies().size(),
        DECISIONS,
        (counted - begin) / 1_000_000,
        (read - counted) / 1_000_000);
    assertThat(again).isEqualTo(first);
    assertThat(again.behind()).isZero();
    assertThat(board.trials().stream().mapToInt(trial -> trial.share().trials()).sum())
        .isEqualTo(DECISIONS + DOCUMENTS - 1);
    assertThat(board.trials()).hasSize(Tally.BANDS);
    assertThat(Map.copyOf(again.tallies())).hasSize(DOCUMENTS);
    assertThat(Duration.ofNanos(counted - begin)).isLessThan(Duration.ofSeconds(60));
    assertThat(Duration.ofNanos(read - counted)).isLessThan(Duration.ofSeconds(5));
  }
}
