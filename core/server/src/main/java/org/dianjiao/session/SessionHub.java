package org.dianjiao.session;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.limits.Limits;

/** The sessions of one event loop, and the rooms that they share. Used on that event loop only. */
public final class SessionHub {

  private static final short TOO_MANY = 4429;
  private static final short RIGHT_GONE = 4403;

  private final Vertx vertx;
  private final Limits limits;
  private final Tickets tickets;
  private final DocumentClient documents;
  private final Set<ClientSession> sessions = new HashSet<>();
  private final Map<String, Room> rooms = new HashMap<>();
  private final Listening people;

  /** A hub on the calling event loop. */
  public SessionHub(Vertx vertx, Limits limits, Tickets tickets) {
    this.vertx = vertx;
    this.limits = limits;
    this.tickets = tickets;
    this.documents = new DocumentClient(vertx, Duration.ofSeconds(limits.requestSeconds()));
    this.people = PeopleEvents.listen(vertx, this::heard);
  }

  /** Takes a new connection; its origin was checked before. */
  public void accept(ServerWebSocket socket) {
    if (sessions.size() >= limits.sockets()) {
      socket.close(TOO_MANY, "too many connections");
      return;
    }
    ClientSession session = new ClientSession(this, socket);
    sessions.add(session);
    session.begin();
  }

  /** Closes every connection. */
  public void close() {
    people.stop();
    List.copyOf(sessions).forEach(session -> session.close((short) 1001, "the server is stopping"));
  }

  private void heard(PeopleEvent event) {
    if (event instanceof PeopleEvent.SignedOut out) {
      for (ClientSession session : List.copyOf(sessions)) {
        if (session.isSignedInBy(out.account(), out.signIn())) {
          session.close(RIGHT_GONE, "signed out");
        }
      }
    }
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
