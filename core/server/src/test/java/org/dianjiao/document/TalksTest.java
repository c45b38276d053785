package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.document.History.id;

import java.util.List;
import java.util.Optional;
import org.dianjiao.talk.Comment;
import org.dianjiao.talk.CommentThread;
import org.junit.jupiter.api.Test;

class TalksTest {

  private final History history = new History("一二三\n四五六");

  private TalksTest start(String author, int start, int end) {
    history.mark(
        author,
        new TalkEffect.StartThread(
            id("thread"), start, end, false, Optional.empty(), id("one"), "何？", List.of("li")));
    return this;
  }

  private CommentThread thread() {
    return history.now().threads().get(0);
  }

  @Test
  void aThreadGoesWithItsTextAndIsOrphanedOpenly() {
    start("wang", 1, 3);
    history.replace("li", 0, 0, "甲");
    assertThat(thread().anchor()).isEqualTo(new org.dianjiao.annotation.Anchor(2, 4, false));
    history.replace("li", 1, 5, "");
    assertThat(thread().orphaned()).isTrue();
    assertThat(thread().comments()).hasSize(1);
  }

  @Test
  void commentsFollowInTheirOrderAndKnowWhoIsNamed() {
    start("wang", 1, 3);
    history.mark("li", new TalkEffect.AddComment(id("thread"), id("two"), "然", List.of()));
    assertThat(thread().comments())
        .extracting(Comment::account, Comment::text, Comment::mentions)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("wang", "何？", List.of("li")),
            org.assertj.core.groups.Tuple.tuple("li", "然", List.of()));
  }

  @Test
  void oneEditsAndTakesBackOnesOwnCommentsOnly() {
    start("wang", 1, 3);
    history.mark("wang", new TalkEffect.EditComment(id("thread"), id("one"), "誰？", List.of()));
    assertThat(thread().comments().get(0).text()).isEqualTo("誰？");
    assertThat(thread().comments().get(0).edited()).isTrue();
    assertThatThrownBy(
            () -> history.mark("li", new TalkEffect.RemoveComment(id("thread"), id("one"))))
        .hasMessageContaining("is somebody else's");
    history.mark("wang", new TalkEffect.RemoveComment(id("thread"), id("one")));
    assertThat(thread().comments().get(0).removed()).isTrue();
    assertThat(thread().comments().get(0).text()).isEmpty();
    assertThat(history.change(2).effects().toString()).contains("何？");
  }

  @Test
  void aThreadIsResolvedAndOpenAgain() {
    start("wang", 1, 3);
    history.mark("li", new TalkEffect.ResolveThread(id("thread")));
    assertThat(thread().resolved()).isTrue();
    history.mark("zhao", new TalkEffect.ReopenThread(id("thread")));
    assertThat(thread().resolved()).isFalse();
  }

  @Test
  void refusesWhatIsNotThereOrThereAlready() {
    start("wang", 1, 3);
    assertThatThrownBy(() -> start("li", 0, 1)).hasMessageContaining("there is a thread");
    assertThatThrownBy(() -> history.mark("li", new TalkEffect.ResolveThread(id("none"))))
        .hasMessageContaining("there is no thread");
    assertThatThrownBy(
            () ->
                history.mark("li", new TalkEffect.AddComment(id("none"), id("x"), " ", List.of())))
        .hasMessage("a comment says something");
  }

  @Test
  void talkingVoidsNoApprovalAndOutlivesASnapshot() {
    history.approve("li", "ok", 0, 3);
    start("wang", 1, 3);
    assertThat(history.now().approvals()).hasSize(1);
    assertThat(Document.of(history.now().revision(), history.now().state()))
        .isEqualTo(history.now());
  }

  @Test
  void talkingIsNoWorkOnAPassage() {
    start("wang", 1, 3);
    Blame blame = new Blame();
    history.changes.forEach(blame::add);
    assertThat(blame.workers(0, 3)).isEmpty();
    assertThat(blame.touched()).containsOnly(false);
  }
}
