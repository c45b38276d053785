package org.dianjiao.session;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Authority;
import org.dianjiao.people.Denial;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Operation.Thing;
import org.dianjiao.people.Scope;
import org.dianjiao.people.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one tab asks about documents: held against its token, asked of the owner, answered. Used on
 * the event loop of its socket.
 */
final class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final ClientSession session;
  private final DocumentClient documents;
  private final Watches watches;
  private final Naming naming;

  Requests(ClientSession session, SessionHub hub, Watches watches) {
    this.session = session;
    this.documents = hub.documents();
    this.watches = watches;
    this.naming = new Naming(hub.limits().decisionsPerCommand());
  }

  /** A frame came from somebody. */
  void take(ClientFrame.About frame, Subject subject) {
    if (frame instanceof ClientFrame.Decide part) {
      naming.add(part).ifPresent(whole -> ask(whole, subject));
    } else {
      ask(frame, subject);
    }
  }

  /** A token may be narrower than its account; what the account may is the owner's to say. */
  private void ask(ClientFrame.About frame, Subject subject) {
    String account = subject.account().id();
    Optional<DocumentCommand> command = new Translation(account, session.id()).command(frame);
    boolean opens = frame instanceof ClientFrame.Open || frame instanceof ClientFrame.Close;
    Optional<Watch> watch = watches.of(frame.document());
    Set<Operation> asked =
        command.map(DocumentCommand::operations).orElse(Set.of(Operation.REPORT_DIVERGENCE));
    Optional<Denial> denial =
        subject
            .scope()
            .flatMap(
                scope ->
                    opens || watch.filter(Watch::isAdmitted).isPresent()
                        ? outside(scope, asked)
                        : Optional.of(Authority.notThere(Thing.DOCUMENT)));
    if (denial.isPresent()) {
      refuse(frame, asked, Refusal.of(denial.get()));
    } else if (!opens && watch.isEmpty()) {
      session.send(
          Answers.failed(
              frame, new Refusal(FailureCode.UNKNOWN_DOCUMENT, "open the document first")));
    } else if (!opens && isBehindState(frame) && watch.get().isOpening()) {
      watch.get().whenOpened(() -> ask(frame, subject));
    } else if (frame instanceof ClientFrame.Diverged diverged) {
      report(diverged, account);
    } else {
      carryOut(frame, command.orElseThrow());
    }
  }

  /**
   * What waits until the state was sent: newer changes must not come before it, and what is said of
   * a text is of interest only from somebody who may see it.
   */
  private static boolean isBehindState(ClientFrame.About frame) {
    return frame instanceof ClientFrame.Pull || frame instanceof ClientFrame.Diverged;
  }

  private static Optional<Denial> outside(Scope scope, Set<Operation> asked) {
    return asked.stream()
        .flatMap(operation -> Authority.outside(scope, operation).stream())
        .findFirst();
  }

  private void carryOut(ClientFrame.About frame, DocumentCommand command) {
    if (command instanceof DocumentCommand.OpenDocument open) {
      watches.open(frame, open);
    } else if (command instanceof DocumentCommand.LeaveDocument leave) {
      watches.end(leave.document());
    } else if (command instanceof DocumentCommand.Numbered numbered) {
      answer((ClientFrame.Numbered) frame, numbered);
    } else if (command instanceof DocumentCommand.PullChanges pull) {
      pull(frame, pull);
    } else if (command instanceof DocumentCommand.ReadAnnotations window) {
      annotations(frame, window);
    } else if (command instanceof DocumentCommand.ShowPresence here) {
      report(frame, here, documents.show(here));
    } else if (command instanceof DocumentCommand.AnalyzeDocument analyze) {
      report(frame, analyze, documents.analyze(analyze));
    } else if (command instanceof DocumentCommand.DismissSuggestions dismiss) {
      report(frame, dismiss, documents.dismiss(dismiss));
    }
  }

  /** The changes frame is the answer to a submit; only a repeated one is answered by itself. */
  private void answer(ClientFrame.Numbered frame, DocumentCommand.Numbered command) {
    documents
        .does(command)
        .onSuccess(
            done -> {
              if (done.repeated() || !(frame instanceof ClientFrame.Submit)) {
                session.send(Answers.done(frame, done));
              }
            })
        .onFailure(failure -> refuse(frame, command.operations(), failure));
  }

  private void refuse(ClientFrame.About frame, Set<Operation> asked, Throwable why) {
    session.refuse(
        asked,
        frame.document(),
        why,
        frame instanceof ClientFrame.Numbered numbered
            ? Answers.refused(numbered, why)
            : Answers.failed(frame, why));
  }

  private void pull(ClientFrame.About frame, DocumentCommand.PullChanges command) {
    documents
        .pull(command)
        .onSuccess(
            pulled ->
                session.send(
                    Frames.changes(
                        pulled.document(),
                        pulled.epoch(),
                        pulled.first(),
                        pulled.changes(),
                        Optional.of(pulled.head()),
                        command.account())))
        .onFailure(failure -> refuse(frame, command.operations(), failure));
  }

  private void annotations(ClientFrame.About frame, DocumentCommand.ReadAnnotations command) {
    documents
        .annotations(command)
        .onSuccess(read -> session.send(Frames.annotations(read)))
        .onFailure(failure -> refuse(frame, command.operations(), failure));
  }

  private void report(ClientFrame.About frame, DocumentCommand command, Future<?> answer) {
    answer.onFailure(failure -> refuse(frame, command.operations(), failure));
  }

  private static void report(ClientFrame.Diverged diverged, String account) {
    LOG.error(
        "{} holds another text of document {} at revision {}: its checksum is {}",
        account,
        diverged.document(),
        diverged.revision(),
        diverged.checksum());
  }
}
