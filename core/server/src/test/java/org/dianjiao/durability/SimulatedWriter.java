package org.dianjiao.durability;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dianjiao.durability.Agenda.Life;
import org.dianjiao.durability.SimulatedVertx.Room;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.MemoryStore;

/**
 * Group commit on virtual time: one group is on its way at a time, the next is what came in
 * meanwhile. Now and then the outcome of a commit is not known: it is lost, or stored and the
 * answer lost, or stored later, when nobody waits for it any more.
 */
final class SimulatedWriter {

  private static final long COMMIT = 4 * Agenda.MILLI;
  private static final long SLOW_COMMIT = 900 * Agenda.MILLI;

  private record Waiting(Batch batch, Promise<AppendResult> result, Room room) {
    void done(AppendResult appended) {
      room.run(() -> result.tryComplete(appended));
    }

    void unknown() {
      room.run(() -> result.tryFail(MemoryStore.unreachable()));
    }
  }

  private final Agenda agenda;
  private final SimulatedDatabase database;
  private final SimulatedVertx vertx;
  private final Supplier<Weather> weather;
  private final Runnable beforeSending;
  private List<Waiting> waiting = new ArrayList<>();
  private boolean busy;
  private boolean held;

  SimulatedWriter(
      Agenda agenda,
      SimulatedDatabase database,
      SimulatedVertx vertx,
      Supplier<Weather> weather,
      Runnable beforeSending) {
    this.agenda = agenda;
    this.database = database;
    this.vertx = vertx;
    this.weather = weather;
    this.beforeSending = beforeSending;
  }

  /** From now on the way to the database is long. */
  void hold() {
    held = true;
  }

  Future<AppendResult> append(Batch batch) {
    Promise<AppendResult> result = Promise.promise();
    waiting.add(new Waiting(batch, result, vertx.room()));
    if (!busy) {
      next();
    }
    return result.future();
  }

  private void next() {
    busy = !waiting.isEmpty();
    if (!busy) {
      return;
    }
    beforeSending.run();
    List<Waiting> group = waiting;
    waiting = new ArrayList<>();
    boolean slow = held || agenda.oneIn(weather.get().slowCommits());
    long way = agenda.upTo(slow ? SLOW_COMMIT : COMMIT);
    long back = agenda.upTo(slow ? SLOW_COMMIT : COMMIT);
    Life life = vertx.life();
    List<Batch> batches = group.stream().map(Waiting::batch).toList();
    if (!agenda.oneIn(weather.get().unknownCommits())) {
      database.send(
          life, way, batches, results -> agenda.after(back, life, () -> done(group, results)));
      return;
    }
    int fate = agenda.random().nextInt(3);
    if (fate > 0) {
      database.send(
          life, fate == 1 ? way : way + back + agenda.upTo(SLOW_COMMIT), batches, r -> {});
    }
    agenda.after(
        way + back,
        life,
        () -> {
          group.forEach(Waiting::unknown);
          next();
        });
  }

  private void done(List<Waiting> group, List<AppendResult> results) {
    for (int i = 0; i < group.size(); i++) {
      group.get(i).done(results.get(i));
    }
    next();
  }
}
