package org.dianjiao.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.TextRange;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;

/**
 * What a change does besides editing text. Positions count in the text after the change.
 *
 * <p>Who did it is the author of the change, never a part of the effect: a client cannot name one.
 */
public sealed interface Effect
    permits Effect.AddAnnotation,
        Effect.EditAnnotation,
        Effect.MoveAnnotation,
        Effect.RemoveAnnotation,
        Effect.Propose,
        Effect.ReviseProposal,
        Effect.WithdrawProposal,
        Effect.Decide,
        Effect.Reopen,
        Effect.Approve,
        Effect.WithdrawApproval,
        Effect.Revert,
        Effect.UndoWork,
        Effect.TakeMarks,
        Effect.Restore,
        Effect.RestoreAnnotation,
        Effect.Import,
        PassageEffect,
        TalkEffect {

  /** The form of an id that a client makes: 16 to 64 letters, digits, {@code _} and {@code -}. */
  Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  /** The same effect, its positions moved through a change set. */
  default Effect map(ChangeSet changes) {
    return this;
  }

  /** Whether a client may send it; the others are made by the server only. */
  default boolean clientMade() {
    return true;
  }

  /** Adds an annotation. */
  record AddAnnotation(String id, int start, int end, boolean orphaned, Body body)
      implements Effect {

    /** Requires an id and a body. */
    public AddAnnotation {
      checkId(id);
      Objects.requireNonNull(body, "body");
    }

    /** Where it goes. */
    public Anchor anchor() {
      return new Anchor(start, end, orphaned);
    }

    @Override
    public Effect map(ChangeSet changes) {
      Anchor moved = anchor().map(changes);
      return new AddAnnotation(id, moved.start(), moved.end(), moved.orphaned(), body);
    }
  }

  /** Replaces what an annotation says. */
  record EditAnnotation(String id, Body body) implements Effect {

    /** Requires an id and a body. */
    public EditAnnotation {
      checkId(id);
      Objects.requireNonNull(body, "body");
    }
  }

  /** Puts an annotation elsewhere; an orphan lives again. */
  record MoveAnnotation(String id, int start, int end, boolean orphaned) implements Effect {

    /** Requires an id. */
    public MoveAnnotation {
      checkId(id);
    }

    /** Where it goes. */
    public Anchor anchor() {
      return new Anchor(start, end, orphaned);
    }

    @Override
    public Effect map(ChangeSet changes) {
      Anchor moved = anchor().map(changes);
      return new MoveAnnotation(id, moved.start(), moved.end(), moved.orphaned());
    }
  }

  /** Takes an annotation away. */
  record RemoveAnnotation(String id) implements Effect {

    /** Requires an id. */
    public RemoveAnnotation {
      checkId(id);
    }
  }

  /** A person proposes something that somebody else has to accept. */
  record Propose(
      String id,
      int start,
      int end,
      boolean orphaned,
      String category,
      List<Candidate> candidates,
      String explanation)
      implements Effect {

    /** Requires an id, a category and candidates. */
    public Propose {
      checkId(id);
      Objects.requireNonNull(category, "category");
      Objects.requireNonNull(explanation, "explanation");
      candidates = checkedCandidates(id, candidates);
    }

    /** Where it goes. */
    public Anchor anchor() {
      return new Anchor(start, end, orphaned);
    }

    @Override
    public Effect map(ChangeSet changes) {
      Anchor moved = anchor().map(changes);
      return new Propose(
          id, moved.start(), moved.end(), moved.orphaned(), category, candidates, explanation);
    }
  }

  /**
   * The proposer proposes something else instead, under the same id: that is what typing in
   * suggestion mode does. One that was decided meanwhile is not there to be revised any more.
   */
  record ReviseProposal(
      String id,
      int start,
      int end,
      boolean orphaned,
      List<Candidate> candidates,
      String explanation)
      implements Effect {

    /** Requires an id and candidates. */
    public ReviseProposal {
      checkId(id);
      candidates = checkedCandidates(id, candidates);
      Objects.requireNonNull(explanation, "explanation");
    }

    /** Where it goes. */
    public Anchor anchor() {
      return new Anchor(start, end, orphaned);
    }

    @Override
    public Effect map(ChangeSet changes) {
      Anchor moved = anchor().map(changes);
      return new ReviseProposal(
          id, moved.start(), moved.end(), moved.orphaned(), candidates, explanation);
    }
  }

  /** The proposer takes a proposal back. */
  record WithdrawProposal(String id) implements Effect {

    /** Requires an id. */
    public WithdrawProposal {
      checkId(id);
    }
  }

  /** A person decided about a suggestion. */
  record Decide(Verdict verdict) implements Effect {

    /** Requires a verdict. */
    public Decide {
      Objects.requireNonNull(verdict, "verdict");
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /** A decision was reverted: what it was about is open again. */
  record Reopen(Suggestion suggestion) implements Effect {

    /** Requires a suggestion. */
    public Reopen {
      Objects.requireNonNull(suggestion, "suggestion");
    }

    @Override
    public Effect map(ChangeSet changes) {
      return new Reopen(suggestion.at(suggestion.anchor().map(changes)));
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /**
   * A person approved a passage.
   *
   * @param unmarked whether that says that there is nothing to mark here
   */
  record Approve(String id, int start, int end, boolean unmarked) implements Effect {

    /** Requires an id. */
    public Approve {
      checkId(id);
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /** A person took their approval back. */
  record WithdrawApproval(String id) implements Effect {

    /** Requires an id. */
    public WithdrawApproval {
      checkId(id);
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /** This change undoes what an earlier one did. */
  record Revert(long revision) implements Effect {
    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /** This change undoes all that somebody did in a span of revisions. */
  record UndoWork(Deeds deeds) implements Effect {

    /** Requires deeds. */
    public UndoWork {
      Objects.requireNonNull(deeds, "deeds");
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /**
   * This change takes marks of one origin away, or all marks, and nothing else.
   *
   * @param passage of the text before the change; all of it when empty
   */
  record TakeMarks(MarksOf whose, Optional<TextRange> passage) implements Effect {

    /** Requires both. */
    public TakeMarks {
      Objects.requireNonNull(whose, "whose");
      Objects.requireNonNull(passage, "passage");
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /**
   * This change brings the text of an earlier revision back.
   *
   * @param passage of the text at that revision; all of it when empty
   */
  record Restore(long revision, Optional<TextRange> passage) implements Effect {

    /** Requires a revision. */
    public Restore {
      Objects.requireNonNull(passage, "passage");
      if (revision < 1) {
        throw new IllegalArgumentException("revision " + revision + " is below 1");
      }
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /** An annotation that had been taken away is there again, still its author's. */
  record RestoreAnnotation(
      String id, int start, int end, boolean orphaned, Body body, String author) implements Effect {

    /** Requires an id, a body and an author. */
    public RestoreAnnotation {
      checkId(id);
      Objects.requireNonNull(body, "body");
      Objects.requireNonNull(author, "author");
    }

    /** Where it goes. */
    public Anchor anchor() {
      return new Anchor(start, end, orphaned);
    }

    @Override
    public Effect map(ChangeSet changes) {
      Anchor moved = anchor().map(changes);
      return new RestoreAnnotation(id, moved.start(), moved.end(), moved.orphaned(), body, author);
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  /**
   * This change brought the text in.
   *
   * @param reader the plugin that read the file, when one did
   */
  record Import(String title, Optional<Maker.ByPlugin> reader) implements Effect {

    /** Requires a title. */
    public Import {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(reader, "reader");
    }

    /** Of a text that the server itself read. */
    public static Import plain(String title) {
      return new Import(title, Optional.empty());
    }

    @Override
    public boolean clientMade() {
      return false;
    }
  }

  private static List<Candidate> checkedCandidates(String id, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("proposal " + id + " has no candidate");
    }
    return List.copyOf(candidates);
  }

  /**
   * Refuses an id that is not of the {@link #ID form}.
   *
   * @throws IllegalArgumentException with the form
   */
  static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id \"" + id + "\" is not 16 to 64 letters, digits, _ and -");
    }
  }
}
