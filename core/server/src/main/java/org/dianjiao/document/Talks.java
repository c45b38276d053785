package org.dianjiao.document;

import java.util.List;
import java.util.Optional;
import org.dianjiao.annotation.Anchors;
import org.dianjiao.document.InvalidEffect.Problem;
import org.dianjiao.talk.Comment;
import org.dianjiao.talk.CommentThread;
import org.dianjiao.text.ChangeSet;

/** What people say to one another about the text. Immutable. */
record Talks(Anchors<CommentThread> threads) {

  static final Talks NONE = new Talks(Anchors.empty());

  static Talks of(List<CommentThread> threads) {
    return new Talks(
        Anchors.of(threads.stream().map(t -> new Anchors.Entry<>(t.id(), t.anchor(), t)).toList()));
  }

  List<CommentThread> list() {
    return threads.stream().map(entry -> entry.value().at(entry.anchor())).toList();
  }

  Talks map(ChangeSet changes) {
    return changes.isEmpty() ? this : new Talks(threads.map(changes).anchors());
  }

  /** After something was said. */
  Talks after(TalkEffect effect, Change change, int length) {
    if (effect instanceof TalkEffect.StartThread start) {
      return start(start, change, length);
    }
    CommentThread thread = thread(effect.thread());
    if (effect instanceof TalkEffect.AddComment add) {
      if (thread.comment(add.id()).isPresent()) {
        throw new InvalidEffect(
            Problem.DUPLICATE_ID, "there is a comment " + add.id() + " already");
      }
      return with(thread.with(comment(add.id(), add.text(), add.mentions(), change)));
    } else if (effect instanceof TalkEffect.EditComment edit) {
      Comment own = own(thread, edit.id(), change.author());
      return own.removed() ? this : with(thread.with(own.edited(edit.text(), edit.mentions())));
    } else if (effect instanceof TalkEffect.RemoveComment remove) {
      return with(thread.with(own(thread, remove.id(), change.author()).taken()));
    }
    return with(thread.resolved(effect instanceof TalkEffect.ResolveThread));
  }

  private Talks start(TalkEffect.StartThread start, Change change, int length) {
    if (start.end() > length) {
      throw new InvalidEffect(
          Problem.OUTSIDE,
          "range %d–%d ends behind the text of %d units"
              .formatted(start.start(), start.end(), length));
    }
    if (threads.contains(start.thread())) {
      throw new InvalidEffect(
          Problem.DUPLICATE_ID, "there is a thread " + start.thread() + " already");
    }
    Comment first = comment(start.id(), start.text(), start.mentions(), change);
    return with(
        new CommentThread(
            start.thread(),
            start.start(),
            start.end(),
            start.orphaned(),
            start.proposal(),
            false,
            List.of(first)));
  }

  private static Comment comment(String id, String text, List<String> mentions, Change change) {
    return new Comment(id, change.author(), change.at(), text, mentions, false, false);
  }

  private Talks with(CommentThread thread) {
    return new Talks(threads.put(thread.id(), thread.anchor(), thread));
  }

  Optional<CommentThread> find(String id) {
    return threads.get(id).map(entry -> entry.value().at(entry.anchor()));
  }

  private CommentThread thread(String id) {
    return find(id)
        .orElseThrow(
            () -> new InvalidEffect(Problem.UNKNOWN_ANNOTATION, "there is no thread " + id));
  }

  private static Comment own(CommentThread thread, String id, String account) {
    Comment comment =
        thread
            .comment(id)
            .orElseThrow(
                () -> new InvalidEffect(Problem.UNKNOWN_ANNOTATION, "there is no comment " + id));
    if (!comment.account().equals(account)) {
      throw new InvalidEffect(Problem.NOT_YOURS, "comment " + id + " is somebody else's");
    }
    return comment;
  }
}
