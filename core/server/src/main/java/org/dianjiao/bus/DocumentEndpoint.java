package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** What the owner of a document answers to. Called on the context that registered it. */
public interface DocumentEndpoint {

  /** Shows the document. */
  Future<DocumentReply.DocumentOpened> open(DocumentCommand.OpenDocument command);

  /** Reads changes. */
  Future<DocumentReply.ChangesPulled> pull(DocumentCommand.PullChanges command);

  /** Reads the annotations of a range. */
  Future<DocumentReply.AnnotationsRead> annotations(DocumentCommand.ReadAnnotations command);

  /** Rebases, makes durable, publishes. */
  Future<DocumentReply.CommandDone> submit(DocumentCommand.SubmitChanges command);

  /** Decides on suggestions. */
  Future<DocumentReply.CommandDone> decide(DocumentCommand.DecideSuggestions command);

  /** Puts what was decided about double work into the text. */
  Future<DocumentReply.CommandDone> adjudicate(DocumentCommand.AdjudicateReadings command);

  /** Follows rules for variant characters. */
  Future<DocumentReply.CommandDone> apply(DocumentCommand.ApplyVariantRules command);

  /** Approves passages. */
  Future<DocumentReply.CommandDone> approve(DocumentCommand.ApprovePassages command);

  /** Takes an approval back. */
  Future<DocumentReply.CommandDone> withdraw(DocumentCommand.WithdrawApproval command);

  /** Says that passages are ready. */
  Future<DocumentReply.CommandDone> ready(DocumentCommand.MarkReady command);

  /** Takes that back. */
  Future<DocumentReply.CommandDone> unready(DocumentCommand.WithdrawReady command);

  /** Says something to the others. */
  Future<DocumentReply.CommandDone> talk(DocumentCommand.TalkOver command);

  /** Undoes a change. */
  Future<DocumentReply.CommandDone> revert(DocumentCommand.RevertChange command);

  /** Undoes one's own part of a change over several documents. */
  Future<DocumentReply.CommandDone> takeBack(DocumentCommand.TakeBackSweep command);

  /** Brings an earlier text back. */
  Future<DocumentReply.CommandDone> restore(DocumentCommand.RestoreText command);

  /** Undoes all that somebody did. */
  Future<DocumentReply.CommandDone> undo(DocumentCommand.UndoDeeds command);

  /** Takes marks away. */
  Future<DocumentReply.CommandDone> takeMarks(DocumentCommand.TakeMarks command);

  /** Puts marks back. */
  Future<DocumentReply.CommandDone> putMarksBack(DocumentCommand.PutMarksBack command);

  /** Runs a plugin. */
  Future<DocumentReply.AnalysisBegun> analyze(DocumentCommand.AnalyzeDocument command);

  /** Runs a command of a plugin. */
  Future<DocumentReply.PluginCommandRan> run(DocumentCommand.RunPluginCommand command);

  /** Drops a plugin's suggestions. */
  Future<DocumentReply.Noted> dismiss(DocumentCommand.DismissSuggestions command);

  /** Keeps what plugins offer so far. */
  Future<DocumentReply.Noted> keep(DocumentCommand.KeepOffers command);

  /** Tells a selection on. */
  Future<DocumentReply.Noted> show(DocumentCommand.ShowPresence command);

  /** Forgets a tab. */
  Future<DocumentReply.Noted> leave(DocumentCommand.LeaveDocument command);

  /** Registers an owner at its address. It is one for all commands: each costs memory. */
  static Listening serve(Vertx vertx, String document, DocumentEndpoint owner) {
    return new Listening(
        List.of(
            Corridor.answer(
                vertx,
                Addresses.document(document),
                DocumentCommand.class,
                command -> answer(owner, command))));
  }

  private static Future<? extends DocumentReply> answer(
      DocumentEndpoint owner, DocumentCommand command) {
    if (command instanceof DocumentCommand.SubmitChanges submit) {
      return owner.submit(submit);
    } else if (command instanceof DocumentCommand.OpenDocument open) {
      return owner.open(open);
    } else if (command instanceof DocumentCommand.PullChanges pull) {
      return owner.pull(pull);
    } else if (command instanceof DocumentCommand.ReadAnnotations window) {
      return owner.annotations(window);
    } else if (command instanceof DocumentCommand.DecideSuggestions decide) {
      return owner.decide(decide);
    } else if (command instanceof DocumentCommand.AdjudicateReadings readings) {
      return owner.adjudicate(readings);
    } else if (command instanceof DocumentCommand.ApplyVariantRules rules) {
      return owner.apply(rules);
    } else if (command instanceof DocumentCommand.ApprovePassages approve) {
      return owner.approve(approve);
    } else if (command instanceof DocumentCommand.WithdrawApproval withdraw) {
      return owner.withdraw(withdraw);
    } else if (command instanceof DocumentCommand.MarkReady ready) {
      return owner.ready(ready);
    } else if (command instanceof DocumentCommand.WithdrawReady unready) {
      return owner.unready(unready);
    } else if (command instanceof DocumentCommand.TalkOver talk) {
      return owner.talk(talk);
    } else if (command instanceof DocumentCommand.RevertChange revert) {
      return owner.revert(revert);
    } else if (command instanceof DocumentCommand.TakeBackSweep sweep) {
      return owner.takeBack(sweep);
    } else if (command instanceof DocumentCommand.RestoreText restore) {
      return owner.restore(restore);
    } else if (command instanceof DocumentCommand.UndoDeeds undo) {
      return owner.undo(undo);
    } else if (command instanceof DocumentCommand.TakeMarks take) {
      return owner.takeMarks(take);
    } else if (command instanceof DocumentCommand.PutMarksBack back) {
      return owner.putMarksBack(back);
    } else if (command instanceof DocumentCommand.AnalyzeDocument analyze) {
      return owner.analyze(analyze);
    } else if (command instanceof DocumentCommand.RunPluginCommand run) {
      return owner.run(run);
    } else if (command instanceof DocumentCommand.DismissSuggestions dismiss) {
      return owner.dismiss(dismiss);
    } else if (command instanceof DocumentCommand.KeepOffers keep) {
      return owner.keep(keep);
    } else if (command instanceof DocumentCommand.ShowPresence show) {
      return owner.show(show);
    } else if (command instanceof DocumentCommand.LeaveDocument leave) {
      return owner.leave(leave);
    }
    throw new IllegalStateException("nobody carries out " + command.getClass().getSimpleName());
  }
}
