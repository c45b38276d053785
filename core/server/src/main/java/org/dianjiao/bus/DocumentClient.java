package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.LibraryMessage.OpenOwner;
import org.dianjiao.bus.LibraryMessage.OwnerOpened;

/**
 * Asks the owner of a document, wherever it runs; an owner that is not open is opened first. Every
 * future fails with a {@link Refusal}.
 */
public final class DocumentClient {

  private static final int TRIES = 20;
  private static final int PAUSE_MILLIS = 50;

  private final Vertx vertx;
  private final Duration timeout;

  /**
   * A client of all documents.
   *
   * @param timeout how long to wait for an answer; then the outcome is unknown
   */
  public DocumentClient(Vertx vertx, Duration timeout) {
    this.vertx = vertx;
    this.timeout = timeout;
  }

  /** Shows the document. */
  public Future<DocumentReply.DocumentOpened> open(DocumentCommand.OpenDocument command) {
    return ask(command, DocumentReply.DocumentOpened.class);
  }

  /** Reads changes. */
  public Future<DocumentReply.ChangesPulled> pull(DocumentCommand.PullChanges command) {
    return ask(command, DocumentReply.ChangesPulled.class);
  }

  /** Reads the annotations of a range. */
  public Future<DocumentReply.AnnotationsRead> annotations(
      DocumentCommand.ReadAnnotations command) {
    return ask(command, DocumentReply.AnnotationsRead.class);
  }

  /** Does what is done at most once: edits, decisions, approvals and the like. */
  public Future<DocumentReply.CommandDone> does(DocumentCommand.Numbered command) {
    return ask(command, DocumentReply.CommandDone.class);
  }

  /** Runs a plugin. */
  public Future<DocumentReply.AnalysisBegun> analyze(DocumentCommand.AnalyzeDocument command) {
    return ask(command, DocumentReply.AnalysisBegun.class);
  }

  /** Runs a command of a plugin; that takes as long as it takes. */
  public Future<DocumentReply.PluginCommandRan> run(DocumentCommand.RunPluginCommand command) {
    return ask(command, DocumentReply.PluginCommandRan.class);
  }

  /** Drops a plugin's suggestions. */
  public Future<DocumentReply.Noted> dismiss(DocumentCommand.DismissSuggestions command) {
    return ask(command, DocumentReply.Noted.class);
  }

  /** Keeps what plugins offer so far. */
  public Future<DocumentReply.Noted> keep(DocumentCommand.KeepOffers command) {
    return ask(command, DocumentReply.Noted.class);
  }

  /** Tells a selection on. */
  public Future<DocumentReply.Noted> show(DocumentCommand.ShowPresence command) {
    return ask(command, DocumentReply.Noted.class);
  }

  /** Forgets a tab; an owner that is not open has nothing to forget. */
  public Future<DocumentReply.Noted> leave(DocumentCommand.LeaveDocument command) {
    return once(command, DocumentReply.Noted.class);
  }

  private <R> Future<R> ask(DocumentCommand command, Class<R> answer) {
    return ask(command, answer, TRIES);
  }

  /** An owner that is just closing does not answer any more and is not gone yet: try again. */
  private <R> Future<R> ask(DocumentCommand command, Class<R> answer, int triesLeft) {
    return once(command, answer)
        .recover(
            failure -> {
              if (!Corridor.nobodyThere(failure)) {
                return Future.failedFuture(failure);
              }
              if (triesLeft == 0) {
                return Future.failedFuture(
                    new Refusal(FailureCode.UNAVAILABLE, failure.getMessage()));
              }
              return pause(triesLeft)
                  .compose(waited -> openOwner(command.document()))
                  .compose(opened -> ask(command, answer, triesLeft - 1));
            });
  }

  private Future<Void> pause(int triesLeft) {
    return triesLeft == TRIES
        ? Future.succeededFuture()
        : vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private <R> Future<R> once(DocumentCommand command, Class<R> answer) {
    String address = Addresses.document(command.document());
    return Corridor.ask(vertx, address, command, answer, timeout);
  }

  private Future<OwnerOpened> openOwner(String document) {
    OpenOwner command = new OpenOwner(document);
    return Corridor.ask(vertx, Addresses.LIBRARY_OPEN, command, OwnerOpened.class, timeout);
  }
}
