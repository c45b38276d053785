package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.document.History.id;

import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.News.Kind;
import org.junit.jupiter.api.Test;

class NewsPastTest {

  private final History history = new History("一二三\n四五六");

  private List<News> news(String account) {
    ReviewPast past = new ReviewPast();
    history.changes.forEach(past::add);
    return past.news(account);
  }

  private List<Kind> kinds(String account) {
    return news(account).stream().map(News::kind).toList();
  }

  private void start(String author, String... mentions) {
    history.mark(
        author,
        new TalkEffect.StartThread(
            id("t"), 1, 3, false, Optional.empty(), id("one"), "何？", List.of(mentions)));
  }

  @Test
  void aMentionConcernsWhoIsNamedAndIsWhereItsTextIsByNow() {
    start("wang", "li", "wang");
    history.replace("wang", 0, 0, "甲");
    assertThat(news("li"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(Kind.MENTION);
              assertThat(one.by()).isEqualTo("wang");
              assertThat(one.words()).isEqualTo("何？");
              assertThat(one.start()).isEqualTo(2);
            });
    assertThat(news("wang")).isEmpty();
  }

  @Test
  void aReplyConcernsWhoTalkedBeforeAndANameOnlyOnce() {
    start("wang");
    history.mark("li", new TalkEffect.AddComment(id("t"), id("two"), "然", List.of("wang")));
    history.mark("zhao", new TalkEffect.AddComment(id("t"), id("three"), "否", List.of()));
    assertThat(kinds("wang")).containsExactly(Kind.REPLY, Kind.MENTION);
    assertThat(kinds("li")).containsExactly(Kind.REPLY);
    assertThat(kinds("zhao")).isEmpty();
  }

  @Test
  void whatSomebodyElseChangesOfMineConcernsMe() {
    history.approve("li", "ok", 0, 3).annotate("wang", "a", 4, 5);
    history.propose("zhao", "p", 5, 5, new Replace("，"));
    history.replace("wang", 1, 1, "甲");
    history.mark("li", new Effect.EditAnnotation(id("a"), History.PLACE));
    Decisions decisions = new Decisions(history.now(), "li");
    decisions.decide(history.now().proposals().get(0), Outcome.REJECTED, -1, Optional.empty());
    history.update("li", decisions.update());
    assertThat(kinds("li")).containsExactly(Kind.APPROVAL);
    assertThat(kinds("wang")).containsExactly(Kind.ANNOTATION);
    assertThat(kinds("zhao")).containsExactly(Kind.PROPOSAL);
  }

  @Test
  void whatOneDoesToOnesOwnIsNoNews() {
    history.annotate("wang", "a", 0, 1);
    history.mark("wang", new Effect.RemoveAnnotation(id("a")));
    assertThat(news("wang")).isEmpty();
  }
}
