package org.dianjiao.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.PluginEvent;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.json.TypedJson;
import org.dianjiao.limits.Limits;

/** The sessions of one event loop, and the rooms that they share. Used on that event loop only. */
public final class SessionHub {

  private static final long TICK_MILLIS = 500;
  private static final String SIGNED_OUT = "signed out";

  private final Vertx vertx;
  private final Limits limits;
  private final Tickets tickets;
  private final DocumentClient documents;
  private final Headcount headcount;
  private final Witness witness;
  private final TypedJson<ClientFrame> reader;
  private final Map<ClientSession, SocketWire> sessions = new LinkedHashMap<>();
  private final Map<String, Room> rooms = new HashMap<>();
  private final Listening people;
  private final Listening plugins;
  private final long ticking;

  /**
   * A hub on the calling event loop.
   *
   * @param headcount of all hubs of the server
   * @param witness of what is asked over the sockets
   */
  public SessionHub(
      Vertx vertx, Limits limits, Tickets tickets, Headcount headcount, Witness witness) {
    this.vertx = vertx;
    this.limits = limits;
    this.tickets = tickets;
    this.headcount = headcount;
    this.witness = witness;
    this.reader = Frames.reader(limits);
    this.documents = new DocumentClient(vertx, Duration.ofSeconds(limits.requestSeconds()));
    this.people = PeopleEvents.listen(vertx, this::heard);
    this.plugins = PluginEvents.listen(vertx, this::heard);
    this.ticking = vertx.setPeriodic(TICK_MILLIS, tick -> tick(System.nanoTime()));
  }

  /**
   * Takes a new connection; its origin was checked before.
   *
   * @param address where it comes from
   * @param cut ends its connection at once
   */
  public void accept(ServerWebSocket socket, String address, Runnable cut) {
    if (socket.isClosed()) {
      return;
    }
    if (!headcount.enter(address)) {
      socket.close(CloseCode.TOO_MANY.number(), "too many connections");
      return;
    }
    SocketWire wire = new SocketWire(vertx, socket, cut, limits);
    ClientSession session = new ClientSession(this, wire, address);
    sessions.put(session, wire);
    wire.serve(session, () -> headcount.leave(address));
  }

  /** Closes every connection; completes when nothing is listened to any more. */
  public Future<Void> close() {
    vertx.cancelTimer(ticking);
    List.copyOf(sessions.keySet())
        .forEach(session -> session.close(CloseCode.STOPPING, "the server is stopping"));
    return people.stop().compose(stopped -> plugins.stop());
  }

  private void tick(long nanos) {
    for (Map.Entry<ClientSession, SocketWire> open : List.copyOf(sessions.entrySet())) {
      open.getValue().tick(nanos);
      open.getKey().tick(nanos);
    }
  }

  private void heard(PeopleEvent event) {
    if (event instanceof PeopleEvent.SignedOut out) {
      signOut(open -> isOf(open, out.account()) && open.signIn().equals(out.signIn()), SIGNED_OUT);
    } else if (event instanceof PeopleEvent.SignedOutElsewhere out) {
      signOut(
          open ->
              isOf(open, out.account())
                  && open.subject().isPerson()
                  && !out.but().equals(Optional.of(open.signIn())),
          SIGNED_OUT);
    } else if (event instanceof PeopleEvent.Suspended out) {
      signOut(open -> isOf(open, out.account()), "this account is suspended");
    }
  }

  private void heard(PluginEvent event) {
    Telling telling = Telling.of(Frames.plugin(event));
    telling
        .frame()
        .lend(
            () ->
                List.copyOf(sessions.keySet()).stream()
                    .filter(session -> session.bearer().isPresent())
                    .forEach(session -> session.write(telling)));
  }

  private static boolean isOf(Tickets.Bearer open, String account) {
    return open.account().id().equals(account);
  }

  private void signOut(Predicate<Tickets.Bearer> which, String reason) {
    tickets.revoke(which);
    for (ClientSession session : List.copyOf(sessions.keySet())) {
      if (session.bearer().filter(which).isPresent()) {
        session.close(CloseCode.RIGHT_GONE, reason);
      }
    }
  }

  /**
   * What the sockets here were opened by, and whether anything came over them since the last time
   * that this was asked.
   */
  public Map<Tickets.Bearer, Boolean> bearers() {
    Map<Tickets.Bearer, Boolean> bearers = new LinkedHashMap<>();
    for (ClientSession session : sessions.keySet()) {
      boolean used = session.wasUsed();
      session.bearer().ifPresent(open -> bearers.merge(open, used, Boolean::logicalOr));
    }
    return bearers;
  }

  /** Closes the sockets that were opened by one of these, which hold no more. */
  public void close(Set<Tickets.Bearer> gone) {
    signOut(gone::contains, SIGNED_OUT);
  }

  Vertx vertx() {
    return vertx;
  }

  Limits limits() {
    return limits;
  }

  Tickets tickets() {
    return tickets;
  }

  Headcount headcount() {
    return headcount;
  }

  Witness witness() {
    return witness;
  }

  TypedJson<ClientFrame> reader() {
    return reader;
  }

  DocumentClient documents() {
    return documents;
  }

  Room room(String document) {
    return rooms.computeIfAbsent(document, id -> new Room(vertx, id));
  }

  void left(Room room) {
    if (room.isEmpty()) {
      rooms.remove(room.document());
      room.close();
    }
  }

  void gone(ClientSession session) {
    sessions.remove(session);
  }
}
