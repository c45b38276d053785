package org.dianjiao.session;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documents that one tab has open. Used on the event loop of its socket. */
final class Watches {

  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

  private final ClientSession session;
  private final SessionHub hub;
  private final Map<String, Watch> watched = new HashMap<>();
  private String lastOpened = "";

  Watches(ClientSession session, SessionHub hub) {
    this.session = session;
    this.hub = hub;
  }

  /** That of a document; empty when it is not open here. */
  Optional<Watch> of(String document) {
    return Optional.ofNullable(watched.get(document));
  }

  /** Has a document shown, and tells of it from now on. */
  void open(ClientFrame.About frame, DocumentCommand.OpenDocument command) {
    String document = frame.document();
    Watch watch = new Watch(document, session, this, hub.limits());
    Optional<Watch> before = Optional.ofNullable(watched.put(document, watch));
    Future<Void> joined = hub.room(document).join(watch);
    before.ifPresent(old -> leave(document, old));
    joined
        .compose(there -> hub.documents().open(command))
        .compose(this::reached)
        .compose(this::witnessed)
        .onSuccess(
            opened -> {
              lastOpened = document;
              watch.show(opened);
            })
        .onFailure(
            failure -> {
              if (!watch.isEnded()) {
                end(document);
              }
              session.refuse(
                  command.operations(), document, failure, Answers.notOpened(frame, failure));
              if (isGone(failure) && document.equals(lastOpened) && watched.isEmpty()) {
                session.close(CloseCode.RIGHT_GONE, "not a member any more");
              }
            });
  }

  private static boolean isGone(Throwable failure) {
    return failure instanceof Refusal refusal && refusal.code() == FailureCode.UNKNOWN_DOCUMENT;
  }

  /** What lies outside the only project of a token is not there for it. */
  private Future<DocumentOpened> reached(DocumentOpened opened) {
    boolean reaches =
        session.bearer().filter(open -> open.subject().reaches(opened.project())).isPresent();
    return reaches
        ? Future.succeededFuture(opened)
        : Future.failedFuture(
            new Refusal(
                FailureCode.UNKNOWN_DOCUMENT, "no such document, or it is not yours to see"));
  }

  /** Nothing is shown before it is written down who looks, where it has to be. */
  private Future<DocumentOpened> witnessed(DocumentOpened opened) {
    return session
        .caller()
        .map(caller -> hub.witness().opening(caller, opened.project(), opened.document()))
        .orElseGet(Future::succeededFuture)
        .map(opened);
  }

  /** Tells no more of a document. */
  void end(String document) {
    Watch watch = watched.remove(document);
    if (watch == null) {
      return;
    }
    leave(document, watch);
    session
        .account()
        .ifPresent(
            account ->
                hub.documents()
                    .leave(new DocumentCommand.LeaveDocument(document, account, session.id()))
                    .onFailure(nobody -> LOG.trace("{} was closed before", document)));
  }

  /** Tells no more of any. */
  void endAll() {
    List.copyOf(watched.keySet()).forEach(this::end);
  }

  private void leave(String document, Watch watch) {
    watch.end();
    Room room = hub.room(document);
    room.leave(watch);
    hub.left(room);
  }

  /** More happened to a document, while it was opened, than is kept for it. */
  void overrun(String document) {
    end(document);
    session.send(
        new ServerFrame.Closed(
            document,
            FailureCode.UNAVAILABLE.word(),
            "too much happened while it was opened: open it again"));
  }

  /** The owner has let go of a document, and the client was told. */
  void closed(String document, Watch watch) {
    if (watched.remove(document, watch)) {
      leave(document, watch);
    }
  }

  /** Says who may do what now; whoever may see it no more is told nothing more of it. */
  void membersChanged(DocumentEvent.MembersChanged event, Watch watch) {
    Optional<Role> role =
        session.account().flatMap(account -> Optional.ofNullable(event.roles().get(account)));
    watch.tell(Telling.of(Frames.members(event, role)));
    if (role.isEmpty() && !watch.isEnded()) {
      end(event.document());
      session.send( // an open that is still to be answered will not be
          new ServerFrame.Closed(
              event.document(),
              FailureCode.NOT_PERMITTED.word(),
              "you are not a member of this project any more"));
      if (watched.isEmpty()) {
        session.close(CloseCode.RIGHT_GONE, "not a member any more");
      }
    }
  }
}
