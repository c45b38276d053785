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

  /** Rebases, makes durable, publishes. */
  Future<DocumentReply.CommandDone> submit(DocumentCommand.SubmitChanges command);

  /** Decides on suggestions. */
  Future<DocumentReply.CommandDone> decide(DocumentCommand.DecideSuggestions command);

  /** Approves a passage. */
  Future<DocumentReply.CommandDone> approve(DocumentCommand.ApprovePassage command);

  /** Takes an approval back. */
  Future<DocumentReply.CommandDone> withdraw(DocumentCommand.WithdrawApproval command);

  /** Undoes a change. */
  Future<DocumentReply.CommandDone> revert(DocumentCommand.RevertChange command);

  /** Brings an earlier text back. */
  Future<DocumentReply.CommandDone> restore(DocumentCommand.RestoreText command);

  /** Undoes all that somebody did. */
  Future<DocumentReply.CommandDone> undo(DocumentCommand.UndoDeeds command);

  /** Runs a plugin. */
  Future<DocumentReply.Noted> analyze(DocumentCommand.AnalyzeDocument command);

  /** Drops a plugin's suggestions. */
  Future<DocumentReply.Noted> dismiss(DocumentCommand.DismissSuggestions command);

  /** Tells a selection on. */
  Future<DocumentReply.Noted> show(DocumentCommand.ShowPresence command);

  /** Forgets a tab. */
  Future<DocumentReply.Noted> leave(DocumentCommand.LeaveDocument command);

  /** Registers an owner at all its addresses. */
  static Listening serve(Vertx vertx, String document, DocumentEndpoint owner) {
    Registration at = new Registration(vertx, document);
    return new Listening(
        List.of(
            at.answer("open", DocumentCommand.OpenDocument.class, owner::open),
            at.answer("pull", DocumentCommand.PullChanges.class, owner::pull),
            at.answer("submit", DocumentCommand.SubmitChanges.class, owner::submit),
            at.answer("decide", DocumentCommand.DecideSuggestions.class, owner::decide),
            at.answer("approve", DocumentCommand.ApprovePassage.class, owner::approve),
            at.answer("withdraw", DocumentCommand.WithdrawApproval.class, owner::withdraw),
            at.answer("revert", DocumentCommand.RevertChange.class, owner::revert),
            at.answer("restore", DocumentCommand.RestoreText.class, owner::restore),
            at.answer("undo", DocumentCommand.UndoDeeds.class, owner::undo),
            at.answer("analyze", DocumentCommand.AnalyzeDocument.class, owner::analyze),
            at.answer("dismiss", DocumentCommand.DismissSuggestions.class, owner::dismiss),
            at.answer("show", DocumentCommand.ShowPresence.class, owner::show),
            at.answer("leave", DocumentCommand.LeaveDocument.class, owner::leave)));
  }

  /** Where one owner registers. */
  record Registration(Vertx vertx, String document) {
    private <C, R> io.vertx.core.eventbus.MessageConsumer<Object> answer(
        String verb, Class<C> command, java.util.function.Function<C, Future<R>> endpoint) {
      return Corridor.answer(vertx, Addresses.document(document, verb), command, endpoint);
    }
  }
}
