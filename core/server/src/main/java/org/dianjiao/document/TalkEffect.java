package org.dianjiao.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.text.ChangeSet;

/** Somebody says something to the others; the text stays as it is. */
public sealed interface TalkEffect extends Effect {

  /** In which thread. */
  String thread();

  /** The accounts that are named in it, as they were found when it was written. */
  default List<String> mentions() {
    return List.of();
  }

  @Override
  default TalkEffect map(ChangeSet changes) {
    return this;
  }

  @Override
  default boolean clientMade() {
    return false;
  }

  /** Begins a thread with a comment, on a place or on a proposal. */
  record StartThread(
      String thread,
      int start,
      int end,
      boolean orphaned,
      Optional<String> proposal,
      String id,
      String text,
      List<String> mentions)
      implements TalkEffect {

    /** Requires ids and words. */
    public StartThread {
      Effect.checkId(thread);
      Effect.checkId(id);
      checkWords(text);
      Objects.requireNonNull(proposal, "proposal");
      mentions = List.copyOf(mentions);
    }

    @Override
    public TalkEffect map(ChangeSet changes) {
      Anchor moved = new Anchor(start, end, orphaned).map(changes);
      return new StartThread(
          thread, moved.start(), moved.end(), moved.orphaned(), proposal, id, text, mentions);
    }
  }

  /** Says something in a thread. */
  record AddComment(String thread, String id, String text, List<String> mentions)
      implements TalkEffect {

    /** Requires ids and words. */
    public AddComment {
      Effect.checkId(thread);
      Effect.checkId(id);
      checkWords(text);
      mentions = List.copyOf(mentions);
    }
  }

  /** Says something else instead. */
  record EditComment(String thread, String id, String text, List<String> mentions)
      implements TalkEffect {

    /** Requires ids and words. */
    public EditComment {
      Effect.checkId(thread);
      Effect.checkId(id);
      checkWords(text);
      mentions = List.copyOf(mentions);
    }
  }

  /** Takes a comment back. */
  record RemoveComment(String thread, String id) implements TalkEffect {

    /** Requires ids. */
    public RemoveComment {
      Effect.checkId(thread);
      Effect.checkId(id);
    }
  }

  /** Nothing is left to be said. */
  record ResolveThread(String thread) implements TalkEffect {

    /** Requires an id. */
    public ResolveThread {
      Effect.checkId(thread);
    }
  }

  /** Something is left to be said after all. */
  record ReopenThread(String thread) implements TalkEffect {

    /** Requires an id. */
    public ReopenThread {
      Effect.checkId(thread);
    }
  }

  private static void checkWords(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a comment says something");
    }
  }
}
