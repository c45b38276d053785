package org.dianjiao.durability;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dianjiao.durability.Agenda.Life;
import org.dianjiao.host.SimulatedLibrary;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Subject;
import org.dianjiao.session.Headcount;
import org.dianjiao.session.NobodyLooks;
import org.dianjiao.session.SessionHub;
import org.dianjiao.session.SessionOnWire;
import org.dianjiao.session.Tickets;
import org.dianjiao.storage.Database;

/** One life of the server: the real library, owners, sessions and rooms, from start to end. */
final class SimulatedServer {

  private static final Instant BEGINNING = Instant.parse("2026-11-21T12:00:00Z");

  /** Nothing is moved over more changes than that. */
  static final int FOLLOWED = 16;

  /** An owner need not have more changes in memory; it forgets when it has half as many again. */
  static final int RECENT = 6;

  /** Small, so that what is behind a bound happens in a short run. */
  private static final Limits LIMITS =
      limits(
          Map.of(
              "messagesPerSecond", 1_000_000,
              "messageBurst", 1_000_000,
              "recentChanges", RECENT,
              "followedChanges", FOLLOWED,
              "gatherMicros", 400,
              "snapshotChanges", 9,
              "headSeconds", 1,
              "requestSeconds", 2));

  private final Life life = new Life();
  private final Agenda agenda;
  private final SimulatedVertx vertx;
  private final SimulatedWriter writer;
  private final Tickets tickets = new Tickets();
  private SessionHub hub;

  SimulatedServer(
      Agenda agenda,
      SimulatedDatabase database,
      Supplier<Weather> weather,
      Mutation mutation,
      Consumer<SimulatedServer> beforeSending) {
    this.agenda = agenda;
    this.vertx = new SimulatedVertx(agenda, life, weather, mutation);
    this.writer =
        new SimulatedWriter(agenda, database, vertx, weather, () -> beforeSending.accept(this));
    Database doors =
        database.store().database(database.changeLog(), mutation.projects(database.store()));
    vertx.deployVerticle(
        SimulatedLibrary.of(
            vertx.door(),
            doors,
            mutation.writer(this, writer),
            LIMITS,
            () -> BEGINNING.plusNanos(agenda.now())));
    vertx
        .room()
        .run(
            () ->
                hub =
                    new SessionHub(
                        vertx.door(), LIMITS, tickets, new Headcount(LIMITS), new NobodyLooks()));
  }

  private static Limits limits(Map<String, Integer> chosen) {
    RecordComponent[] components = Limits.class.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components).map(one -> chosen.getOrDefault(one.getName(), 0)).toArray();
    try {
      return Limits.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  Life life() {
    return life;
  }

  SimulatedVertx vertx() {
    return vertx;
  }

  Agenda agenda() {
    return agenda;
  }

  /** Somebody else takes over: what is on its way to the database goes on slowly, nothing else. */
  void takenOver() {
    writer.hold();
    vertx.cut();
  }

  /** Takes a connection. */
  SessionOnWire accept(SessionOnWire.End end) {
    return new SessionOnWire(hub, end);
  }

  String ticket(Account account) {
    return tickets.issue(
        new Tickets.Bearer(Subject.person(account), "sign-in of " + account.id(), Instant.MAX));
  }
}
