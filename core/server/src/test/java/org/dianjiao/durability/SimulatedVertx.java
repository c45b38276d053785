package org.dianjiao.durability;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.eventbus.EventBus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dianjiao.durability.Agenda.Life;
import org.dianjiao.storage.MemoryStore;

/**
 * As much of Vert.x as the server's rooms use, on virtual time: contexts, timers, workers and the
 * bus of one life of a server. What a worker does happens at one instant, but the database may move
 * between two of its calls.
 */
final class SimulatedVertx {

  private static final long WORK = 3 * Agenda.MILLI;
  private static final long SLOW_WORK = 800 * Agenda.MILLI;

  private final Agenda agenda;
  private final Life life;
  private final Supplier<Weather> weather;
  private final SimulatedBus bus;
  private final EventBus busDoor;
  private final Vertx door;
  private final Map<String, Room> rooms = new HashMap<>();
  private final Set<Long> timers = new HashSet<>();
  private Room current = new Room("");
  private long numbers;
  private boolean cut;

  SimulatedVertx(Agenda agenda, Life life, Supplier<Weather> weather, Mutation mutation) {
    this.agenda = agenda;
    this.life = life;
    this.weather = weather;
    this.bus = new SimulatedBus(agenda, this, weather, mutation);
    this.busDoor = StandIn.of(EventBus.class, bus);
    this.door = StandIn.of(Vertx.class, this);
  }

  /** What the server sees. */
  Vertx door() {
    return door;
  }

  Life life() {
    return life;
  }

  /** From now on workers do not reach the database. */
  void cut() {
    cut = true;
  }

  /** Where the running code belongs. */
  Room room() {
    return current;
  }

  /** One context: of a deployed verticle, or of everything else. */
  final class Room {
    private final String deployment;
    private final Context context = StandIn.of(Context.class, this);
    private Deployable verticle;
    private boolean closed;
    private long last;

    Room(String deployment) {
      this.deployment = deployment;
    }

    void run(Runnable work) {
      Room before = current;
      current = this;
      try {
        work.run();
      } finally {
        current = before;
      }
    }

    /** When a message arrives that takes so long: not before those that were sent earlier. */
    long next(long nanos) {
      last = Math.max(last, agenda.now() + nanos);
      return last;
    }

    String deploymentID() {
      return deployment;
    }

    Vertx owner() {
      return door;
    }

    void runOnContext(Handler<Void> work) {
      agenda.after(0, life, () -> run(() -> work.handle(null)));
    }
  }

  EventBus eventBus() {
    return busDoor;
  }

  Context getOrCreateContext() {
    return current.context;
  }

  void runOnContext(Handler<Void> work) {
    current.runOnContext(work);
  }

  long setTimer(long millis, Handler<Long> handler) {
    long number = ++numbers;
    Room room = current;
    timers.add(number);
    agenda.after(
        millis * Agenda.MILLI,
        life,
        () -> {
          if (timers.remove(number) && !room.closed) {
            room.run(() -> handler.handle(number));
          }
        });
    return number;
  }

  long setPeriodic(long first, long millis, Handler<Long> handler) {
    long number = ++numbers;
    timers.add(number);
    periodic(number, first, millis, handler, current);
    return number;
  }

  private void periodic(long number, long wait, long millis, Handler<Long> handler, Room room) {
    agenda.after(
        wait * Agenda.MILLI,
        life,
        () -> {
          if (timers.contains(number) && !room.closed) {
            room.run(() -> handler.handle(number));
            periodic(number, millis, millis, handler, room);
          }
        });
  }

  boolean cancelTimer(long number) {
    return timers.remove(number);
  }

  Timer timer(long delay, TimeUnit unit) {
    Promise<Void> done = Promise.promise();
    Room room = current;
    agenda.after(unit.toNanos(delay), life, () -> room.run(done::complete));
    return StandIn.of(Timer.class, new Waited(done.future()));
  }

  /** As much of a timer as is used. */
  record Waited(Future<Void> done) {
    <V> Future<V> mapEmpty() {
      return done.mapEmpty();
    }
  }

  // --- verticles ----------------------------------------------------------------------------

  Future<String> deployVerticle(Deployable verticle) {
    Room caller = current;
    Room room = new Room("deployment-" + ++numbers);
    room.verticle = verticle;
    Promise<String> deployed = Promise.promise();
    agenda.after(
        agenda.upTo(Agenda.MILLI),
        life,
        () ->
            room.run(
                () ->
                    deploy(room)
                        .onComplete(
                            done ->
                                caller.run(
                                    () -> {
                                      if (done.succeeded()) {
                                        rooms.put(room.deployment, room);
                                        deployed.complete(room.deployment);
                                      } else {
                                        close(room);
                                        deployed.fail(done.cause());
                                      }
                                    }))));
    return deployed.future();
  }

  private static Future<?> deploy(Room room) {
    try {
      return room.verticle.deploy(room.context);
    } catch (Exception failure) {
      return Future.failedFuture(failure);
    }
  }

  Future<Void> undeploy(String deployment) {
    Room room = rooms.get(deployment);
    if (room == null) {
      return Future.failedFuture(new IllegalStateException("there is no " + deployment));
    }
    Promise<Void> done = Promise.promise();
    agenda.after(
        agenda.upTo(Agenda.MILLI),
        life,
        () ->
            room.run(
                () -> {
                  try {
                    room.verticle
                        .undeploy(room.context)
                        .onComplete(
                            stopped -> {
                              rooms.remove(deployment);
                              close(room);
                              done.complete();
                            });
                  } catch (Exception failure) {
                    done.fail(failure);
                  }
                }));
    return done.future();
  }

  private void close(Room room) {
    room.closed = true;
    bus.close(room);
  }

  Set<String> deploymentIDs() {
    return Set.copyOf(rooms.keySet());
  }

  // --- workers ------------------------------------------------------------------------------

  WorkerExecutor createSharedWorkerExecutor(String name, int size, long time, TimeUnit unit) {
    return StandIn.of(WorkerExecutor.class, new Workers());
  }

  final class Workers {
    <T> Future<T> executeBlocking(Callable<T> work, boolean ordered) {
      Promise<T> result = Promise.promise();
      Room room = current;
      long before = agenda.upTo(agenda.oneIn(weather.get().slowReads()) ? SLOW_WORK : WORK);
      long behind = agenda.upTo(agenda.oneIn(weather.get().slowReads()) ? SLOW_WORK : WORK);
      agenda.after(
          before,
          life,
          () -> {
            Future<T> done = done(work);
            agenda.after(
                behind,
                life,
                () ->
                    room.run(
                        () -> {
                          if (done.succeeded()) {
                            result.complete(done.result());
                          } else {
                            result.fail(done.cause());
                          }
                        }));
          });
      return result.future();
    }

    private <T> Future<T> done(Callable<T> work) {
      if (cut || agenda.oneIn(weather.get().failingReads())) {
        return Future.failedFuture(MemoryStore.unreachable());
      }
      try {
        return Future.succeededFuture(work.call());
      } catch (Exception failure) {
        return Future.failedFuture(failure);
      }
    }

    Future<Void> close() {
      return Future.succeededFuture();
    }
  }
}
