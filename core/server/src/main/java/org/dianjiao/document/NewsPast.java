package org.dianjiao.document;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Anchors;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.News.Kind;
import org.dianjiao.review.Approval;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.talk.Comment;
import org.dianjiao.talk.CommentThread;

/**
 * What in a document concerns whom, read off the states around each change. What somebody does
 * themselves is no news to them.
 *
 * <p>Used by one thread. A change costs O(log n) for each effect, and for each piece of news that
 * it touches; O(threads) for each comment.
 */
final class NewsPast {

  private static final int WORDS = 80;

  private Anchors<News> news = Anchors.empty();
  private int count;

  /** Adds a change that leads from one state to the next. */
  void add(Change change, Document before, Document after) {
    news = news.map(change.changes()).anchors();
    Set<String> readers = new HashSet<>();
    for (Effect effect : change.effects()) {
      if (effect instanceof TalkEffect talk) {
        talk(talk, change, after);
      } else if (effect instanceof Effect.Decide decide) {
        decided(decide, change, before, after, readers);
      } else if (effect instanceof Effect.EditAnnotation edit) {
        annotation(edit.id(), change, before, after);
      } else if (effect instanceof Effect.MoveAnnotation move) {
        annotation(move.id(), change, before, after);
      } else if (effect instanceof Effect.RemoveAnnotation remove) {
        annotation(remove.id(), change, before, after);
      }
    }
    for (Approval approval : after.lapsed()) {
      tell(
          approval.account(),
          Kind.APPROVAL,
          change,
          approval.anchor(),
          text(after, approval.anchor()));
    }
  }

  private void talk(TalkEffect talk, Change change, Document after) {
    Optional<CommentThread> found =
        after.threads().stream().filter(t -> t.id().equals(talk.thread())).findFirst();
    if (found.isEmpty()) {
      return;
    }
    CommentThread thread = found.get();
    Set<String> named = new LinkedHashSet<>(talk.mentions());
    String words = thread.comments().get(thread.comments().size() - 1).text();
    named.forEach(account -> tell(account, Kind.MENTION, change, thread.anchor(), words));
    if (talk instanceof TalkEffect.AddComment) {
      Set<String> others = new LinkedHashSet<>();
      thread.comments().stream().map(Comment::account).forEach(others::add);
      others.removeAll(named);
      others.forEach(account -> tell(account, Kind.REPLY, change, thread.anchor(), words));
    }
  }

  /**
   * What was no open proposal before is what somebody read in double work, of which one change may
   * decide hundreds: each reader is told of the first.
   */
  private void decided(
      Effect.Decide decide, Change change, Document before, Document after, Set<String> readers) {
    Suggestion suggestion = decide.verdict().suggestion();
    if (decide.verdict().outcome() != Outcome.SKIPPED
        && suggestion.maker() instanceof Maker.ByPerson person
        && (before.proposal(suggestion.id()).isPresent() || readers.add(person.account()))) {
      Anchor place = suggestion.anchor().map(change.changes());
      tell(person.account(), Kind.PROPOSAL, change, place, text(after, place));
    }
  }

  private void annotation(String id, Change change, Document before, Document after) {
    Optional<Annotation> known = before.annotation(id);
    if (known.isPresent()) {
      Anchor place = known.get().anchor().map(change.changes());
      tell(known.get().author(), Kind.ANNOTATION, change, place, text(after, place));
    }
  }

  private static String text(Document document, Anchor place) {
    int length = document.text().length();
    return document.text().slice(Math.min(place.start(), length), Math.min(place.end(), length));
  }

  private void tell(String account, Kind kind, Change change, Anchor place, String words) {
    if (account.equals(change.author())) {
      return;
    }
    int end =
        words.codePointCount(0, words.length()) > WORDS
            ? words.offsetByCodePoints(0, WORDS)
            : words.length();
    String few = words.substring(0, end);
    News one =
        new News(
            account,
            kind,
            change.revision(),
            change.author(),
            change.at(),
            place.start(),
            place.end(),
            few);
    news = news.put("news-" + count++, place, one);
  }

  /** What concerns somebody, the newest first. */
  List<News> of(String account) {
    return news.stream()
        .filter(entry -> entry.value().account().equals(account))
        .map(entry -> entry.value().at(entry.anchor().start(), entry.anchor().end()))
        .sorted(Comparator.comparingLong(News::revision).reversed())
        .toList();
  }
}
