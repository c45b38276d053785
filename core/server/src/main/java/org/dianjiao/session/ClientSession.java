package org.dianjiao.session;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;

/** One connected tab. Used on the event loop of its socket. */
final class ClientSession {

  private final String id = UUID.randomUUID().toString();
  private final SessionHub hub;
  private final Wire wire;
  private final String address;
  private final Outbox outbox;
  private final TokenBucket bucket;
  private final Pulse pulse;
  private final Watches watches;
  private final Requests requests;
  private Optional<Tickets.Bearer> bearer = Optional.empty();
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
    this.watches = new Watches(this, hub);
    this.requests = new Requests(this, hub, watches);
  }

  /** Its name, by which owners know it. */
  String id() {
    return id;
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

  /** The same, and from where; empty before the hello. */
  Optional<Witness.Caller> caller() {
    return bearer.map(open -> new Witness.Caller(open.subject(), address));
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
    watches.endAll();
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
    } else if (isOver()) {
      close(CloseCode.RIGHT_GONE, "signed out");
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
    if (isOver()) {
      close(CloseCode.RIGHT_GONE, "signed out");
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
      requests.take(about, bearer.get().subject());
    }
  }

  private boolean isOver() {
    return bearer.filter(Tickets.Bearer::isOver).isPresent();
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

  // --- to the client ------------------------------------------------------------------------

  /** Whether the client has not taken yet what was sent. */
  boolean isBehind() {
    return outbox.isFull();
  }

  /** Does something once the client has taken what was sent. */
  void whenCaughtUp(Runnable work) {
    outbox.whenDrained(work);
  }

  /** Says why something was not done; who keeps the audit hears of it, too. */
  void refuse(Set<Operation> asked, String document, Throwable failure, ServerFrame answer) {
    if (failure instanceof Refusal why) {
      caller().ifPresent(caller -> hub.witness().refused(caller, asked, document, why.code()));
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
