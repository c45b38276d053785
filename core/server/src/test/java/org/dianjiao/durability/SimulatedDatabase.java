package org.dianjiao.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.durability.Agenda.Life;
import org.dianjiao.exchange.Operation;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Role;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.ChangeLog;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.MemoryStore;

/**
 * The database that all lives of the server share. An append that is on its way to it lands at some
 * instant, also when the server that sent it is gone or does not wait for it any more; it may land
 * between two reads of somebody else.
 */
final class SimulatedDatabase {

  /** A group of batches that is on its way. */
  final class Landing {
    private final Life sender;
    private final List<Batch> group;
    private final Consumer<List<AppendResult>> landed;
    private boolean over;

    private Landing(Life sender, List<Batch> group, Consumer<List<AppendResult>> landed) {
      this.sender = sender;
      this.group = group;
      this.landed = landed;
    }

    private void land() {
      if (!over) {
        over = true;
        underway.remove(this);
        int before = store.log().entries(document).size();
        List<AppendResult> results = changeLog.append(group);
        flush();
        check(before);
        landed.accept(results);
      }
    }
  }

  private final Agenda agenda;
  private final MemoryStore store;
  private final String document;
  private final boolean flushes;
  private final Consumer<String> fault;
  private final Life life = new Life();
  private final List<Landing> underway = new ArrayList<>();
  private ChangeLog changeLog;

  SimulatedDatabase(
      Agenda agenda,
      MemoryStore store,
      String document,
      Mutation mutation,
      Consumer<String> fault) {
    this.agenda = agenda;
    this.store = store;
    this.document = document;
    this.flushes = mutation.flushes();
    this.fault = fault;
    this.changeLog = store.log();
    this.changeLog = mutation.log(this);
  }

  MemoryStore store() {
    return store;
  }

  List<LogEntry> entries() {
    return store.log().entries(document);
  }

  /** The log as workers see it: other people's appends land between two calls. */
  ChangeLog log() {
    return StandIn.before(store.log(), ChangeLog.class, new Moving());
  }

  /** The log that the server was given. */
  ChangeLog changeLog() {
    return changeLog;
  }

  final class Moving {
    Head claim(String claimed, String node) {
      move();
      Head head = store.log().claim(claimed, node);
      flush();
      move();
      return head;
    }

    List<LogEntry> read(String read, long from, int limit) {
      move();
      return store.log().read(read, from, limit);
    }
  }

  /** Something that is on its way lands, perhaps. */
  void move() {
    if (!underway.isEmpty() && agenda.oneIn(3)) {
      underway.get(agenda.random().nextInt(underway.size())).land();
    }
  }

  /** Everything that is on its way lands. */
  void landAll() {
    List.copyOf(underway).forEach(Landing::land);
  }

  private void flush() {
    if (flushes || agenda.oneIn(20)) {
      store.log().flush();
    }
  }

  /** Sends a group; it lands after a while. */
  void send(Life sender, long after, List<Batch> group, Consumer<List<AppendResult>> landed) {
    Landing landing = new Landing(sender, group, landed);
    underway.add(landing);
    agenda.after(after, life, landing::land);
  }

  /** A server is gone: what it sent lands nevertheless, or not. */
  void gone(Life sender) {
    for (Landing landing : List.copyOf(underway)) {
      if (landing.sender == sender && agenda.random().nextBoolean()) {
        drop(landing);
      }
    }
  }

  /** The power is cut: what was not on the disk is gone. */
  void powerCut() {
    List.copyOf(underway).forEach(this::drop);
    store.log().powerCut();
  }

  private void drop(Landing landing) {
    landing.over = true;
    underway.remove(landing);
  }

  private void check(int before) {
    List<LogEntry> entries = entries();
    for (LogEntry entry : entries.subList(before, entries.size())) {
      Change change = Operation.read(entry).change();
      Optional<Role> role = store.role(entry.author());
      boolean approval = change.effects().stream().anyMatch(e -> e instanceof Effect.Approve);
      Permission needed = approval ? Permission.APPROVE : Permission.EDIT_TEXT;
      needed
          .refusal(role)
          .ifPresent(
              words ->
                  fault.accept(
                      "revision %d of %s is stored, but %s"
                          .formatted(entry.revision(), entry.author(), words)));
    }
  }
}
