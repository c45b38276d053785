package org.dianjiao.session;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentReply;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Authority;
import org.dianjiao.people.Denial;
import org.dianjiao.people.Operation.Thing;
import org.dianjiao.people.Role;
import org.dianjiao.people.Scope;
import org.dianjiao.people.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connected tab. Used on the event loop of its socket. */
final class ClientSession {

  private static final Logger LOG = LoggerFactory.getLogger(ClientSession.class);

  private final String id = UUID.randomUUID().toString();
  private final SessionHub hub;
  private final Wire wire;
  private final String address;
  private final Outbox outbox;
  private final TokenBucket bucket;
  private final Pulse pulse;
  private final Naming naming;
  private final Map<String, Watch> watched = new HashMap<>();
  private Optional<Tickets.Bearer> bearer = Optional.empty();
  private String lastOpened = "";
  private boolean busy;

  /**
   * A connection that has just been made.
   *
   * @param address of the network that it comes from
   */
  ClientSession(SessionHub hub, Wire wire, String address) {
    Limits limits = hub.limits();
    long now = System.nanoTime();
    this.hub = hub;
    this.wire = wire;
    this.address = address;
    this.outbox = new Outbox(wire, limits);
    this.bucket = new TokenBucket(limits.messagesPerSecond(), limits.messageBurst(), now);
    this.pulse = new Pulse(limits, now);
    this.naming = new Naming(limits.decisionsPerCommand());
  }

  /** Who opened it, once that is known. */
  Optional<Tickets.Bearer> bearer() {
    return bearer;
  }

  /** Whether anything but a sign of life came since the last time that this was asked. */
  boolean wasUsed() {
    boolean used = busy;
    busy = false;
    return used;
  }

  /** Who is signed in; empty before the hello. */
  Optional<String> account() {
    return bearer.map(b -> b.account().id());
  }

  void close(CloseCode code, String reason) {
    wire.close(code, reason);
  }

  /** The connection is gone. */
  void ended() {
    for (String document : List.copyOf(watched.keySet())) {
      unwatch(document);
    }
    bearer.ifPresent(b -> hub.headcount().signOff(b.account().id()));
    bearer = Optional.empty();
    hub.gone(this);
  }

  /** Looks what is due; called about twice a second. */
  void tick(long nanos) {
    if (bearer.isEmpty() && pulse.isOlderThan(hub.limits().helloSeconds(), nanos)) {
      close(CloseCode.NO_TICKET, "no hello in time");
    } else if (pulse.isDead(nanos)) {
      close(CloseCode.TOO_SLOW, "no sign of life");
    } else if (outbox.isStalled(nanos)) {
      close(CloseCode.TOO_SLOW, "too slow: connect again");
    } else if (pulse.isPingDue(nanos)) {
      wire.ping();
    }
  }

  /** The client takes more again. */
  void drained() {
    outbox.drained();
  }

  // --- from the client ----------------------------------------------------------------------

  /** Anything came. */
  void heard() {
    pulse.heard(System.nanoTime());
  }

  /** A ping came; it is answered already. */
  void pinged() {
    heard();
    if (!bucket.take(System.nanoTime())) {
      close(CloseCode.TOO_MANY, "too many pings");
    }
  }

  /** A message came. */
  void received(String text) {
    heard();
    busy = true;
    if (!bucket.take(System.nanoTime())) {
      close(CloseCode.TOO_MANY, "too many frames");
      return;
    }
    if (bearer.isEmpty() && text.length() > hub.limits().helloBytes()) {
      close(CloseCode.BAD_FRAME, "the first frame is hello");
      return;
    }
    ClientFrame frame;
    try {
      frame = hub.reader().read(text);
    } catch (MalformedJson malformed) {
      unreadable(text, malformed);
      return;
    }
    if (frame instanceof ClientFrame.Hello hello) {
      greeted(hello);
    } else if (bearer.isEmpty()) {
      close(CloseCode.BAD_FRAME, "the first frame is hello");
    } else if (frame instanceof ClientFrame.About about) {
      allowed(about, bearer.get().subject());
    }
  }

  private void unreadable(String text, MalformedJson malformed) {
    if (bearer.isEmpty()) {
      close(CloseCode.BAD_FRAME, "the first frame is hello");
      return;
    }
    FailureCode code = malformed.unknownType() ? FailureCode.UNKNOWN_TYPE : FailureCode.MALFORMED;
    String message = "this frame cannot be read: " + malformed.getMessage();
    send(
        Sender.of(text)
            .<ServerFrame>map(
                sender ->
                    new ServerFrame.Refused(
                        sender.document(),
                        sender.client(),
                        sender.sequence(),
                        code.word(),
                        message))
            .orElseGet(() -> new ServerFrame.Failed(code.word(), message, Optional.empty())));
  }

  private void greeted(ClientFrame.Hello hello) {
    if (hello.protocol() != Frames.PROTOCOL) {
      send(
          new ServerFrame.Failed(
              FailureCode.PROTOCOL_VERSION.word(),
              "this server speaks protocol %d, not %d: reload the page"
                  .formatted(Frames.PROTOCOL, hello.protocol()),
              Optional.empty()));
      close(CloseCode.BAD_FRAME, "protocol version");
      return;
    }
    if (bearer.isPresent()) {
      close(CloseCode.BAD_FRAME, "hello comes once");
      return;
    }
    Optional<Tickets.Bearer> known = hub.tickets().use(hello.ticket());
    if (known.isEmpty()) {
      close(CloseCode.NO_TICKET, "this ticket is used up or too old");
      return;
    }
    if (!hub.headcount().signOn(known.get().account().id())) {
      close(
          CloseCode.TOO_MANY,
          "%d connections of this account are open".formatted(hub.limits().socketsPerAccount()));
      return;
    }
    bearer = known;
    send(
        new ServerFrame.Welcome(
            Frames.PROTOCOL,
            id,
            bearer.get().account(),
            Map.of(
                "frame-bytes", hub.limits().frameBytes(),
                "message-bytes", hub.limits().messageBytes(),
                "insert-units", hub.limits().insertUnits())));
  }

  /** A token may be narrower than its account; what the account may is the owner's to say. */
  private void allowed(ClientFrame.About frame, Subject subject) {
    Optional<Denial> refusal = subject.scope().flatMap(scope -> outside(scope, frame));
    if (refusal.isEmpty()) {
      handle(frame, subject.account());
      return;
    }
    Refusal why = Refusal.of(refusal.get());
    refuse(
        frame,
        why,
        frame instanceof ClientFrame.Numbered numbered
            ? Answers.refused(numbered, why)
            : Answers.failed(frame, why));
  }

  /** Nothing is done in a document before it is known that the token reaches into its project. */
  private Optional<Denial> outside(Scope scope, ClientFrame.About frame) {
    boolean opens = frame instanceof ClientFrame.Open || frame instanceof ClientFrame.Close;
    Optional<Watch> watch = Optional.ofNullable(watched.get(frame.document()));
    if (!opens && watch.filter(Watch::isAdmitted).isEmpty()) {
      return Optional.of(Authority.notThere(Thing.DOCUMENT));
    }
    return FrameOperations.of(frame).stream()
        .flatMap(asked -> Authority.outside(scope, asked).stream())
        .findFirst();
  }

  private void handle(ClientFrame.About frame, Account account) {
    Translation translation = new Translation(account.id(), id);
    if (frame instanceof ClientFrame.Open open) {
      open(open, translation.open(open));
    } else if (frame instanceof ClientFrame.Close) {
      unwatch(frame.document());
    } else if (!watched.containsKey(frame.document())) {
      send(
          Answers.failed(
              frame, new Refusal(FailureCode.UNKNOWN_DOCUMENT, "open the document first")));
    } else if (frame instanceof ClientFrame.Submit submit) {
      submitted(submit, translation.submit(submit));
    } else if (frame instanceof ClientFrame.Decide decide) {
      naming
          .add(decide)
          .ifPresent(whole -> answer(whole, hub.documents().decide(translation.decide(whole))));
    } else if (frame instanceof ClientFrame.Approve approve) {
      answer(approve, hub.documents().approve(translation.approve(approve)));
    } else if (frame instanceof ClientFrame.Withdraw withdraw) {
      answer(withdraw, hub.documents().withdraw(translation.withdraw(withdraw)));
    } else if (frame instanceof ClientFrame.Ready ready) {
      answer(ready, hub.documents().ready(translation.ready(ready)));
    } else if (frame instanceof ClientFrame.Unready unready) {
      answer(unready, hub.documents().unready(translation.unready(unready)));
    } else if (frame instanceof ClientFrame.Talk talk) {
      answer(talk, hub.documents().talk(translation.talk(talk)));
    } else if (frame instanceof ClientFrame.Revert revert) {
      answer(revert, hub.documents().revert(translation.revert(revert)));
    } else if (frame instanceof ClientFrame.Restore restore) {
      answer(restore, hub.documents().restore(translation.restore(restore)));
    } else if (frame instanceof ClientFrame.Undo undo) {
      answer(undo, hub.documents().undo(translation.undo(undo)));
    } else if (frame instanceof ClientFrame.Pull pull) {
      Watch watch = watched.get(pull.document());
      if (watch.isOpening()) { // newer changes must not come before an older state
        watch.whenOpened(() -> handle(pull, account));
      } else {
        pull(pull, translation.pull(pull));
      }
    } else if (frame instanceof ClientFrame.Diverged diverged) {
      Watch watch = watched.get(diverged.document());
      if (watch.isOpening()) { // it is not known yet whether they may see the document
        watch.whenOpened(() -> handle(diverged, account));
      } else {
        LOG.error(
            "{} holds another text of document {} at revision {}: its checksum is {}",
            account.id(),
            diverged.document(),
            diverged.revision(),
            diverged.checksum());
      }
    } else if (frame instanceof ClientFrame.Annotations window) {
      annotations(window, translation.annotations(window));
    } else if (frame instanceof ClientFrame.Here here) {
      report(here, hub.documents().show(translation.show(here)));
    } else if (frame instanceof ClientFrame.Analyze analyze) {
      report(analyze, hub.documents().analyze(translation.analyze(analyze)));
    } else if (frame instanceof ClientFrame.Dismiss dismiss) {
      report(dismiss, hub.documents().dismiss(translation.dismiss(dismiss)));
    }
  }

  private void open(ClientFrame.Open frame, DocumentCommand.OpenDocument command) {
    String document = frame.document();
    Watch watch = new Watch(document, this, hub.limits());
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
                unwatch(document);
              }
              refuse(frame, failure, Answers.notOpened(frame, failure));
              if (isGone(failure) && document.equals(lastOpened) && watched.isEmpty()) {
                close(CloseCode.RIGHT_GONE, "not a member any more");
              }
            });
  }

  private static boolean isGone(Throwable failure) {
    return failure instanceof Refusal refusal && refusal.code() == FailureCode.UNKNOWN_DOCUMENT;
  }

  /** What lies outside the only project of a token is not there for it. */
  private Future<DocumentReply.DocumentOpened> reached(DocumentReply.DocumentOpened opened) {
    boolean reaches = bearer.filter(open -> open.subject().reaches(opened.project())).isPresent();
    return reaches
        ? Future.succeededFuture(opened)
        : Future.failedFuture(
            new Refusal(
                FailureCode.UNKNOWN_DOCUMENT, "no such document, or it is not yours to see"));
  }

  /** Nothing is shown before it is written down who looks, where it has to be. */
  private Future<DocumentReply.DocumentOpened> witnessed(DocumentReply.DocumentOpened opened) {
    return bearer
        .map(open -> new Witness.Caller(open.subject(), address))
        .map(caller -> hub.witness().opening(caller, opened.project(), opened.document()))
        .orElseGet(Future::succeededFuture)
        .map(opened);
  }

  private void unwatch(String document) {
    Watch watch = watched.remove(document);
    if (watch == null) {
      return;
    }
    leave(document, watch);
    bearer.ifPresent(
        b ->
            hub.documents()
                .leave(new DocumentCommand.LeaveDocument(document, b.account().id(), id))
                .onFailure(nobody -> LOG.trace("{} was closed before", document)));
  }

  private void leave(String document, Watch watch) {
    watch.end();
    Room room = hub.room(document);
    room.leave(watch);
    hub.left(room);
  }

  /** The changes frame is the acknowledgement; only a repeated submit is answered by itself. */
  private void submitted(ClientFrame.Submit frame, DocumentCommand.SubmitChanges command) {
    hub.documents()
        .submit(command)
        .onSuccess(
            done -> {
              if (done.repeated()) {
                send(Answers.done(frame, done));
              }
            })
        .onFailure(failure -> refuse(frame, failure, Answers.refused(frame, failure)));
  }

  private void answer(ClientFrame.Numbered frame, Future<CommandDone> answer) {
    answer
        .onSuccess(done -> send(Answers.done(frame, done)))
        .onFailure(failure -> refuse(frame, failure, Answers.refused(frame, failure)));
  }

  private void pull(ClientFrame.Pull frame, DocumentCommand.PullChanges command) {
    hub.documents()
        .pull(command)
        .onSuccess(
            pulled ->
                send(
                    Frames.changes(
                        pulled.document(),
                        pulled.epoch(),
                        pulled.first(),
                        pulled.changes(),
                        Optional.of(pulled.head()),
                        command.account())))
        .onFailure(failure -> refuse(frame, failure, Answers.failed(frame, failure)));
  }

  private void annotations(ClientFrame.Annotations frame, DocumentCommand.ReadAnnotations command) {
    hub.documents()
        .annotations(command)
        .onSuccess(read -> send(Frames.annotations(read)))
        .onFailure(failure -> refuse(frame, failure, Answers.failed(frame, failure)));
  }

  private <R> void report(ClientFrame.About frame, Future<R> answer) {
    answer.onFailure(failure -> refuse(frame, failure, Answers.failed(frame, failure)));
  }

  // --- to the client ------------------------------------------------------------------------

  /** More happened to a document, while it was opened, than is kept for it. */
  void overrun(String document) {
    unwatch(document);
    send(
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

  void membersChanged(DocumentEvent.MembersChanged event, Watch watch) {
    Optional<Role> role =
        bearer.flatMap(b -> Optional.ofNullable(event.roles().get(b.account().id())));
    watch.tell(Telling.of(Frames.members(event, role)));
    if (role.isEmpty() && !watch.isEnded()) {
      unwatch(event.document());
      send( // an open that is still to be answered will not be
          new ServerFrame.Closed(
              event.document(),
              FailureCode.NOT_PERMITTED.word(),
              "you are not a member of this project any more"));
      if (watched.isEmpty()) {
        close(CloseCode.RIGHT_GONE, "not a member any more");
      }
    }
  }

  /** Whether the client has not taken yet what was sent. */
  boolean isBehind() {
    return outbox.isFull();
  }

  /** Does something once the client has taken what was sent. */
  void whenCaughtUp(Runnable work) {
    outbox.whenDrained(work);
  }

  private void refuse(ClientFrame.About frame, Throwable failure, ServerFrame answer) {
    if (failure instanceof Refusal why && bearer.isPresent()) {
      Witness.Caller caller = new Witness.Caller(bearer.get().subject(), address);
      hub.witness().refused(caller, FrameOperations.of(frame), frame.document(), why.code());
    }
    send(answer);
  }

  void send(ServerFrame frame) {
    write(Telling.of(frame));
  }

  void write(Telling telling) {
    if (!outbox.send(telling)) {
      close(CloseCode.TOO_SLOW, "too slow: connect again");
    }
  }
}
