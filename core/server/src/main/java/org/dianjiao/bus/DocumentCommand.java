package org.dianjiao.bus;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.api.Action;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Deeds;
import org.dianjiao.document.MarksOf;
import org.dianjiao.document.TalkEffect;
import org.dianjiao.document.Update;
import org.dianjiao.document.UpdateRules;
import org.dianjiao.people.Operation;
import org.dianjiao.review.Verdict;

/**
 * What a session asks of the owner of a document. The account is the one that signed in, put there
 * by the session, never by the client.
 */
public sealed interface DocumentCommand {

  /** Which document. */
  String document();

  /** Who asks. */
  String account();

  /** All that it asks for; whoever may not do one of them is refused. */
  Set<Operation> operations();

  /**
   * Shows the document.
   *
   * @param session the socket that asks; the owner stays open as long as one listens
   * @param client name of the tab's editor
   * @param since what the client has already
   */
  record OpenDocument(
      String document, String account, String session, String client, Optional<Position> since)
      implements DocumentCommand {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.OPEN_DOCUMENT);
    }
  }

  /** A state that a client knows: revision and the epoch it was told in. */
  record Position(long epoch, long revision) {}

  /** Changes from a revision on. */
  record PullChanges(String document, String account, long from) implements DocumentCommand {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.PULL_CHANGES);
    }
  }

  /**
   * Reads the annotations and approvals of a range.
   *
   * @param revision that the range counts at
   * @param orphans whether to tell also the annotations whose text is gone, wherever they are
   * @param ids annotations of which to tell those that are not there
   */
  record ReadAnnotations(
      String document,
      String account,
      long revision,
      TextRange range,
      boolean orphans,
      List<String> ids)
      implements DocumentCommand {
    /** Copies the ids. */
    public ReadAnnotations {
      ids = List.copyOf(ids);
    }

    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.READ_ANNOTATIONS);
    }
  }

  /** A command that is done at most once, by its client number. */
  sealed interface Numbered extends DocumentCommand {

    /** Name of the tab, or of its second numbering. */
    String client();

    /** Number of the command, from 1, without a gap. */
    long sequence();
  }

  /**
   * Decides, all in one change, on what the server itself found. The server makes it of what it has
   * stored; no client sends it.
   */
  sealed interface Placed extends Numbered {

    /** Revision that the places of the verdicts count at. */
    long base();

    /** By place. */
    List<Verdict> verdicts();
  }

  /**
   * Edits.
   *
   * @param base revision that the first update was made on
   * @param updates number {@code sequence} and those after it
   * @param hash of the content as it was sent, so that a number cannot be used twice
   */
  record SubmitChanges(
      String document,
      String account,
      String client,
      long sequence,
      long base,
      List<Update> updates,
      String hash)
      implements Numbered {
    /** Copies the updates. */
    public SubmitChanges {
      updates = List.copyOf(updates);
    }

    @Override
    public Set<Operation> operations() {
      Set<Operation> asked = EnumSet.noneOf(Operation.class);
      updates.forEach(update -> asked.addAll(UpdateRules.operations(update)));
      return asked.isEmpty() ? Set.of(Operation.EDIT_TEXT) : asked;
    }
  }

  /** Decides on suggestions, all in one change. */
  record DecideSuggestions(
      String document,
      String account,
      String client,
      long sequence,
      List<String> suggestions,
      Outcome outcome,
      int candidate,
      Optional<Action> correction)
      implements Numbered {
    /** Copies the ids. */
    public DecideSuggestions {
      suggestions = List.copyOf(suggestions);
    }

    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.DECIDE);
    }
  }

  /**
   * Takes, corrects or rejects what people read in double work.
   *
   * @param verdicts whose makers are those who read it so
   */
  record AdjudicateReadings(
      String document,
      String account,
      String client,
      long sequence,
      long base,
      List<Verdict> verdicts)
      implements Placed {
    /** Copies the verdicts. */
    public AdjudicateReadings {
      verdicts = List.copyOf(verdicts);
    }

    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.ADJUDICATE);
    }
  }

  /**
   * Follows the project's rules for variant characters wherever they hold.
   *
   * @param verdicts whose maker is the table of rules
   */
  record ApplyVariantRules(
      String document,
      String account,
      String client,
      long sequence,
      long base,
      List<Verdict> verdicts)
      implements Placed {
    /** Copies the verdicts. */
    public ApplyVariantRules {
      verdicts = List.copyOf(verdicts);
    }

    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.APPLY_VARIANT_RULES);
    }
  }

  /**
   * A passage as somebody saw it.
   *
   * @param hash of what is to be read there and what is said about it
   */
  record SeenPassage(int start, int end, String hash) {}

  /** Approves whole lines as they were seen, all in one change. */
  record ApprovePassages(
      String document, String account, String client, long sequence, List<SeenPassage> passages)
      implements Numbered {
    /** Copies the passages. */
    public ApprovePassages {
      passages = List.copyOf(passages);
    }

    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.APPROVE);
    }
  }

  /** Says of whole lines, as they were seen, that they are ready to be reviewed. */
  record MarkReady(
      String document, String account, String client, long sequence, List<SeenPassage> passages)
      implements Numbered {
    /** Copies the passages. */
    public MarkReady {
      passages = List.copyOf(passages);
    }

    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.MARK_READY);
    }
  }

  /** Takes one's own word back that a passage is ready. */
  record WithdrawReady(String document, String account, String client, long sequence, String ready)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.WITHDRAW_READY);
    }
  }

  /**
   * Says something to the others.
   *
   * @param revision at which the place counts
   */
  record TalkOver(
      String document, String account, String client, long sequence, long revision, TalkEffect talk)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.TALK);
    }
  }

  /** Takes one's own approval back. */
  record WithdrawApproval(
      String document, String account, String client, long sequence, String approval)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.WITHDRAW_APPROVAL);
    }
  }

  /** Undoes what a revision did. */
  record RevertChange(String document, String account, String client, long sequence, long revision)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.REVERT);
    }
  }

  /** Undoes what a revision did that was one's own part of a change over several documents. */
  record TakeBackSweep(String document, String account, String client, long sequence, long revision)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.TAKE_BACK_SWEEP);
    }
  }

  /** Brings the text of a revision back, all of it or a passage of it. */
  record RestoreText(
      String document,
      String account,
      String client,
      long sequence,
      long revision,
      Optional<TextRange> passage)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.RESTORE);
    }
  }

  /** Undoes all that one actor did, in one change. */
  record UndoDeeds(String document, String account, String client, long sequence, Deeds deeds)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.UNDO);
    }
  }

  /**
   * Takes marks of one origin away, or all marks, in one change.
   *
   * @param selection empty when the whole document is meant
   */
  record TakeMarks(
      String document,
      String account,
      String client,
      long sequence,
      MarksOf whose,
      Optional<Selection> selection)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.TAKE_MARKS);
    }
  }

  /** Puts the marks back that one took away oneself at a revision. */
  record PutMarksBack(String document, String account, String client, long sequence, long revision)
      implements Numbered {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.PUT_MARKS_BACK);
    }
  }

  /** Runs a plugin on a range, or on everything, and follows changes from then on. */
  record AnalyzeDocument(String document, String account, String plugin, Optional<TextRange> range)
      implements DocumentCommand {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.ANALYZE);
    }
  }

  /** A range, and the revision at which it counts. */
  record Selection(long revision, int start, int end) {
    /** Requires a place in a text. */
    public Selection {
      if (revision < 0 || start < 0 || end < start) {
        throw new IllegalArgumentException(
            "a selection from %d to %d at revision %d".formatted(start, end, revision));
      }
    }
  }

  /**
   * Runs a command of a plugin; what it proposes is offered.
   *
   * @param run names this run, for hearing how far it is and for stopping it
   * @param parameters that are not left to their defaults
   * @param selection empty when the whole document is meant
   */
  record RunPluginCommand(
      String document,
      String account,
      String run,
      String plugin,
      String command,
      Map<String, Object> parameters,
      Optional<Selection> selection)
      implements DocumentCommand {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.RUN_COMMAND);
    }
  }

  /** Drops a plugin's suggestions and stops following. */
  record DismissSuggestions(String document, String account, String plugin)
      implements DocumentCommand {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.DISMISS_SUGGESTIONS);
    }
  }

  /** Makes sure that what plugins offer so far is there when the document is opened again. */
  record KeepOffers(String document, String account) implements DocumentCommand {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.ANALYZE);
    }
  }

  /** Tells where somebody's selection is. */
  record ShowPresence(
      String document, String account, String session, long revision, int anchor, int head)
      implements DocumentCommand {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.SHOW_PRESENCE);
    }
  }

  /** Somebody's tab is gone. */
  record LeaveDocument(String document, String account, String session) implements DocumentCommand {
    @Override
    public Set<Operation> operations() {
      return Set.of(Operation.LEAVE_DOCUMENT);
    }
  }
}
