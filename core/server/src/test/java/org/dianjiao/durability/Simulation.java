package org.dianjiao.durability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.durability.Agenda.Life;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.durability.Observation.Held;
import org.dianjiao.durability.Observation.Seen;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.MemoryStore;

/**
 * A whole installation on virtual time, from a seed: the real library, owners, sessions and rooms;
 * clients, network, database and clock are simulated, and fail. All of it runs on the calling
 * thread. The same seed makes the same run, step by step.
 */
final class Simulation {

  static final String DOCUMENT = "document";
  static final String REVIEWER = "reviewer";

  private static final String TEXT = "道光二十年六月\n英船至定海縣\n總兵張朝發率師出洋";
  private static final long WORK = 3 * Agenda.SECOND;
  private static final long REST = 90 * Agenda.SECOND;
  private static final long DRAINED = 5 * Agenda.SECOND;
  private static final long EVENTS = 400 * Agenda.MILLI;
  private static final int VISITORS = 3;

  private static final long VISIT = 100 * Agenda.MILLI;
  private static final long RESTART = 250 * Agenda.MILLI;

  /**
   * What a run came to.
   *
   * @param recalled edits that had to be moved over changes which no owner need have in memory
   * @param behind submits that were refused since their base was too far behind
   */
  record Outcome(
      long seed,
      List<String> faults,
      long trace,
      int revisions,
      int steps,
      int recalled,
      int behind) {}

  private final long seed;
  private final Agenda agenda;
  private final Mutation mutation;
  private final MemoryStore store = new MemoryStore();
  private final SimulatedDatabase database;
  private final Life world = new Life();
  private final List<SimulatedClient> clients = new ArrayList<>();
  private final List<Account> writers = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Parsed> parsed = new WeakHashMap<>();
  private final Set<String> everLess = new HashSet<>();
  private final Lag lag = new Lag();
  private final Approvals approvals = new Approvals();
  private final Account visitors;
  private Weather weather;
  private boolean takeOverSoon;
  private Optional<SimulatedServer> server = Optional.empty();
  private int marks;
  private int steps;
  private long trace;

  private Simulation(long seed, Mutation mutation) {
    this.seed = seed;
    this.agenda = new Agenda(seed);
    this.mutation = mutation;
    this.weather = Weather.of(agenda.random());
    this.visitors = store.person("visitor", Optional.of(Role.VIEWER));
    store.log().add(DOCUMENT);
    this.database = new SimulatedDatabase(agenda, store, DOCUMENT, mutation, this::fault);
  }

  /** Runs a seed on the server as it is. */
  static Outcome run(long seed) {
    return run(seed, new Mutation());
  }

  /** Runs a seed on a server that was made wrong. */
  static Outcome run(long seed, Mutation mutation) {
    return new Simulation(seed, mutation).run();
  }

  private Outcome run() {
    try {
      live();
    } catch (IllegalArgumentException | IllegalStateException failure) {
      fault("a client cannot go on: " + failure.getMessage());
    }
    int revisions = database.entries().size();
    return new Outcome(
        seed, List.copyOf(faults), trace, revisions, steps, lag.recalled(), lag.refused());
  }

  private void live() {
    prepare();
    start();
    clients.forEach(SimulatedClient::begin);
    happen();
    pass(WORK);
    heal();
    awaitRest();
    if (faults.isEmpty() && !atRest()) {
      fault(
          "the clients do not come to rest at revision %d: %s"
              .formatted(
                  database.entries().size(),
                  clients.stream().map(SimulatedClient::state).toList()));
    }
    look();
    if (faults.isEmpty()) {
      hold();
      faults.addAll(HistoryCheck.faults(DOCUMENT, database.entries(), observations));
      faults.addAll(approvals.faults(database.entries()));
    }
  }

  private void prepare() {
    Imported.into(store, DOCUMENT, TEXT);
    int count = 2 + agenda.random().nextInt(3);
    for (int i = 0; i < count; i++) {
      Account writer = store.person("writer-" + i, Optional.of(Role.EDITOR));
      writers.add(writer);
      clients.add(new SimulatedClient(this, writer));
    }
    if (agenda.oneIn(3)) {
      Account viewer = store.person("viewer", Optional.of(Role.VIEWER));
      everLess.add(viewer.id());
      clients.add(new SimulatedClient(this, viewer));
    }
    if (agenda.oneIn(3)) {
      Account reviewer = store.person(REVIEWER, Optional.of(Role.REVIEWER));
      clients.add(new SimulatedClient(this, reviewer));
    }
  }

  private void pass(long nanos) {
    long end = agenda.now() + nanos;
    while (faults.isEmpty() && agenda.step(end)) {
      steps++;
    }
  }

  // --- what happens -------------------------------------------------------------------------

  private void start() {
    server =
        Optional.of(new SimulatedServer(agenda, database, this::weather, mutation, this::sending));
  }

  private void happen() {
    agenda.after(
        agenda.upTo(EVENTS),
        world,
        () -> {
          event();
          happen();
        });
  }

  private void event() {
    if (agenda.oneIn(weather.lostConnections())) {
      clients.get(agenda.random().nextInt(clients.size())).link().ifPresent(Link::lose);
    }
    if (agenda.oneIn(weather.crashes())) {
      crash(false);
    }
    if (agenda.oneIn(weather.powerCuts())) {
      crash(true);
    }
    if (agenda.oneIn(weather.takeovers())) {
      takeOverSoon = true;
    }
    if (agenda.oneIn(weather.rightsChanges())) {
      Account writer = writers.get(agenda.random().nextInt(writers.size()));
      setRole(writer, agenda.oneIn(2) ? Optional.empty() : Optional.of(Role.VIEWER));
    }
  }

  private void crash(boolean power) {
    server.ifPresent(
        dead -> {
          dead.life().end();
          database.gone(dead.life());
          if (power) {
            database.powerCut();
          }
          clients.forEach(client -> client.link().ifPresent(Link::serverDied));
          server = Optional.empty();
          agenda.after(agenda.upTo(RESTART), world, this::start);
        });
  }

  /** Something goes to the database: the instant at which a takeover hurts most. */
  private void sending(SimulatedServer sender) {
    if (takeOverSoon && server.filter(current -> current == sender).isPresent()) {
      takeOverSoon = false;
      takeOver();
    }
  }

  /** Another server takes over, while the old one believes for a while that nothing happened. */
  private void takeOver() {
    server.ifPresent(
        old -> {
          long last = agenda.upTo(2 * Agenda.SECOND);
          old.takenOver();
          clients.forEach(client -> client.link().ifPresent(link -> link.goDeaf(last)));
          agenda.after(last, old.life(), old.life()::end);
          server = Optional.empty();
          agenda.after(agenda.upTo(RESTART), world, this::start);
          for (int i = 0; i < VISITORS; i++) {
            agenda.after(agenda.upTo(2 * Agenda.SECOND), world, this::visit);
          }
        });
  }

  /** Somebody looks at the document and leaves. */
  private void visit() {
    SimulatedClient visitor = new SimulatedClient(this, visitors);
    clients.add(visitor);
    visitor.begin();
    visitor.rest();
    agenda.after(
        VISIT,
        world,
        () -> {
          visitor.end();
          clients.remove(visitor);
        });
  }

  private void setRole(Account account, Optional<Role> role) {
    if (role.filter(given -> given.includes(Role.EDITOR)).isEmpty()) {
      everLess.add(account.id());
    }
    store.setRole(account.id(), role);
    store.log().flush();
    server.ifPresent(
        running ->
            running
                .vertx()
                .room()
                .run(
                    () ->
                        PeopleEvents.tell(
                            running.vertx().door(),
                            new PeopleEvent.RightsChanged(store.project(), account.id()))));
  }

  /**
   * Nothing fails any more. Rights are given back only when no copy of a refused edit can be on its
   * way any more: a refusal speaks for the copy that it answers.
   */
  private void heal() {
    weather = Weather.calm();
    takeOverSoon = false;
    world.end();
    clients.stream().filter(client -> client.isOf(visitors)).forEach(SimulatedClient::end);
    clients.removeIf(client -> client.isOf(visitors));
    if (server.isEmpty()) {
      start();
    }
    clients.forEach(SimulatedClient::rest);
    if (everLess.stream().anyMatch(id -> id.startsWith("writer"))) {
      pass(DRAINED);
    }
    for (Account writer : writers) {
      if (store.role(writer.id()).filter(role -> role == Role.EDITOR).isEmpty()) {
        setRole(writer, Optional.of(Role.EDITOR));
      }
    }
  }

  private void awaitRest() {
    long latest = agenda.now() + REST;
    while (faults.isEmpty() && !atRest() && agenda.step(latest)) {
      steps++;
    }
  }

  private boolean atRest() {
    long revision = database.entries().size();
    return clients.stream().allMatch(client -> client.textAtRest(revision).isPresent());
  }

  /** Somebody who was not there before opens the document. */
  private void look() {
    if (faults.isEmpty()) {
      SimulatedClient late = new SimulatedClient(this, writers.get(0));
      clients.add(late);
      late.begin();
      late.rest();
      awaitRest();
    }
  }

  private void hold() {
    long revision = database.entries().size();
    for (SimulatedClient client : clients) {
      client
          .textAtRest(revision)
          .ifPresentOrElse(
              text -> observe(new Held(client.client(), text)),
              () -> fault(client.client() + " is not at rest"));
    }
  }

  // --- what clients need and tell -----------------------------------------------------------

  Agenda agenda() {
    return agenda;
  }

  Weather weather() {
    return weather;
  }

  Optional<SimulatedServer> server() {
    return server;
  }

  String mark() {
    return Typing.mark(marks++);
  }

  /** A reviewer is about to approve this passage. */
  void approves(Edit edit, String passage) {
    approvals.saw(edit, passage);
  }

  /** Whether somebody may be refused for such a reason. */
  boolean mayRefuse(String account, String code, String message) {
    boolean rights = code.equals("not-permitted") || code.equals("unknown-document");
    return code.equals("busy")
        || (rights && everLess.contains(account))
        || (code.equals("base-behind") && lag.mayRefuse(message, database.entries().size()));
  }

  /** An edit that was based on a revision became another. */
  void accepted(long base, long revision) {
    lag.accepted(base, revision);
  }

  Parsed parsed(String text) {
    return parsed.computeIfAbsent(text, Parsed::of);
  }

  void trace(String what, long detail) {
    trace = (trace * 31 + what.hashCode()) * 31 + detail;
    trace = trace * 31 + agenda.now();
  }

  void observe(Observation observation) {
    observations.add(observation);
    if (observation instanceof Seen seen) {
      List<LogEntry> entries = database.entries();
      boolean stored =
          seen.revision() <= entries.size()
              && entries.get((int) seen.revision() - 1).client().equals(seen.edit().client())
              && entries.get((int) seen.revision() - 1).sequence() == seen.edit().sequence();
      if (!stored) {
        fault("%s saw revision %d before it was stored".formatted(seen.reader(), seen.revision()));
      }
    }
  }

  void fault(String words) {
    faults.add(words);
  }
}
