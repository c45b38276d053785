package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.document.History.id;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dianjiao.review.Approval;
import org.dianjiao.review.ErrorRate;
import org.dianjiao.review.PassageState.Stage;
import org.junit.jupiter.api.Test;

class ReviewPastTest {

  private static final int STORIES = Integer.getInteger("dianjiao.reviews", 400);
  private static final int STEPS = 40;

  private final History history = new History("一二\n三四\n五六");

  private ReviewPast past() {
    ReviewPast past = new ReviewPast();
    history.changes.forEach(past::add);
    return past;
  }

  private List<Stage> stages(String viewer, int needed) {
    return past().passages(viewer, needed).stream().map(p -> p.state().stage()).toList();
  }

  @Test
  void findsWhatTheLongWayFinds() {
    long first = Long.getLong("dianjiao.seed", System.nanoTime());
    System.out.printf("%d stories from seed %d%n", STORIES, first);
    int lapsed = 0;
    for (long seed = first; seed < first + STORIES; seed++) {
      ReviewStory story = new ReviewStory(seed);
      for (int i = 0; i < STEPS; i++) {
        story.step();
      }
      lapsed += check(story, seed);
    }
    assertThat(lapsed).as("approvals that became void").isGreaterThan(STORIES);
  }

  private static int check(ReviewStory story, long seed) {
    NaiveReview naive = new NaiveReview();
    ReviewPast past = new ReviewPast();
    History history = story.history();
    for (Change change : history.changes) {
      past.add(change);
      naive.add(change, history.before(change.revision()));
      String where = "seed " + seed + " revision " + change.revision();
      assertThat(holding(past.document())).as(where).isEqualTo(naive.holding());
      for (int needed = 1; needed <= 2; needed++) {
        assertThat(past.passages("", needed).stream().map(p -> p.state().stage().name()))
            .as(where)
            .containsExactlyElementsOf(naive.stages(needed));
      }
    }
    Map<String, Long> lapses = new TreeMap<>();
    past.lapses().forEach(lapse -> lapses.put(lapse.approval().id(), lapse.revision()));
    assertThat(lapses).as("seed " + seed).isEqualTo(naive.lapsed());
    return lapses.size();
  }

  private static Set<String> holding(Document document) {
    Set<String> ids = new HashSet<>();
    document.approvals().forEach(approval -> ids.add(approval.id()));
    document.ready(0, document.text().length()).forEach(ready -> ids.add(ready.id()));
    return ids;
  }

  @Test
  void tellsWhoseChangeVoidedWhichApprovalAndWhereItsPassageIsNow() {
    history.approve("li", "ok", 3, 5).replace("wang", 4, 4, "甲").replace("wang", 0, 0, "乙");
    assertThat(past().lapses())
        .singleElement()
        .satisfies(
            lapse -> {
              assertThat(lapse.approval().account()).isEqualTo("li");
              assertThat(lapse.approval().revision()).isEqualTo(2);
              assertThat(lapse.revision()).isEqualTo(3);
              assertThat(lapse.account()).isEqualTo("wang");
              assertThat(lapse.approval().start()).isEqualTo(4);
              assertThat(lapse.approval().end()).isEqualTo(7);
            });
  }

  @Test
  void doesNotCountAnApprovalThatWasTakenBackAsVoid() {
    history.approve("li", "ok", 3, 5).mark("li", new Effect.WithdrawApproval(id("ok")));
    assertThat(past().lapses()).isEmpty();
    assertThat(stages("", 1)).containsOnly(Stage.UNTOUCHED);
  }

  @Test
  void tellsADrawnApprovalToItsAuthorOnlyUntilItIsOpened() {
    draw("li", "ok", 0, 2);
    assertThat(stages("li", 1)).startsWith(Stage.APPROVED);
    assertThat(stages("zhao", 1)).startsWith(Stage.UNTOUCHED);
    Approval drawn = history.now().approvals().get(0);
    history.mark(
        "zhao",
        new Effect.Approve(id("too"), 0, 2, false),
        new PassageEffect.OpenSample(List.of(drawn)));
    assertThat(stages("wang", 2)).startsWith(Stage.APPROVED);
    assertThat(past().errors(reviewer -> true)).isEqualTo(new ErrorRate(1, 0));
    assertThat(past().waiting()).isZero();
  }

  @Test
  void countsWhatASecondReviewerCorrectedAndLeavesOutWhatOthersChanged() {
    draw("li", "one", 0, 2);
    draw("li", "two", 3, 5);
    draw("li", "own", 6, 8);
    history.replace("zhao", 1, 1, "甲").replace("wang", 5, 5, "乙").replace("li", 9, 9, "丙");
    assertThat(past().lapses()).hasSize(3);
    assertThat(past().errors("zhao"::equals)).isEqualTo(new ErrorRate(1, 1));
    assertThat(past().errors(anybody -> true)).isEqualTo(new ErrorRate(2, 2));
  }

  private void draw(String account, String name, int start, int end) {
    history.mark(
        account,
        new Effect.Approve(id(name), start, end, false),
        new PassageEffect.DrawSample(id(name)));
  }

  @Test
  void outlivesASnapshot() {
    draw("li", "ok", 0, 2);
    history.mark("wang", new PassageEffect.MarkReady(id("ready"), 3, 5));
    Document again = Document.of(history.now().revision(), history.now().state());
    assertThat(again).isEqualTo(history.now());
    assertThat(again.isDrawn(id("ok"))).isTrue();
    assertThat(again.ready(3, 5)).hasSize(1);
  }
}
