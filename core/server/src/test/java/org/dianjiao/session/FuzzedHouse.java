package org.dianjiao.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.host.CommitQueue;
import org.dianjiao.host.LibraryVerticle;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Text;

/** Sessions with one document between them, that are sent whatever a fuzz makes. */
final class FuzzedHouse implements AutoCloseable {

  static final Limits LIMITS =
      Json.readSettings(
          """
          messages-per-second: 100000000
          message-burst: 100000000
          sockets-per-account: 1000
          document-units: 20000
          annotations-per-document: 300
          suggestions-per-plugin: 300
          recent-changes: 300
          """,
          Limits.class);

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TEXT = "道光二十年六月英船至定海縣𠲽\n".repeat(40);
  private static final int AT_ONCE = 250;
  private static final int KNOWN_IDS = 200;

  final Vertx vertx = Vertx.vertx();
  final Database database;
  final String document;
  final FrameFuzz.Known known;

  /** The accounts that sent frames of each client name, made up by the fuzz or not. */
  final Map<String, Set<String>> clients = new HashMap<>();

  final Map<String, Role> roles = new HashMap<>();
  final Map<String, Integer> answers = new TreeMap<>();
  final Queue<String> faults = new ConcurrentLinkedQueue<>();

  private final CommitQueue queue;
  private final Random random;
  private final FrameFuzz fuzz;
  private final Context context = vertx.getOrCreateContext();
  private final Tickets tickets = new Tickets();
  private final Map<String, Long> confirmed = new HashMap<>();
  private final List<Account> accounts = new ArrayList<>();
  private final List<Guest> guests = new ArrayList<>();
  private final Account watcher;
  private SessionHub hub;
  private Text text = Text.of(TEXT);

  /** One tab: who has it, its wire and its name. */
  private record Guest(Account account, MemoryWire wire, ClientSession session, String client) {}

  FuzzedHouse(Path folder, Random random) {
    this.random = random;
    database = Database.open(StorageSettings.defaults(folder));
    queue = new CommitQueue(database.changeLog());
    RecordCodec.register(vertx);
    vertx.exceptionHandler(failure -> faults.add("uncaught: " + failure));
    String project = database.projects().create("Test", DocumentImport.SYSTEM).id();
    document = DocumentImport.store(database, project, "Text", TEXT, DocumentImport.SYSTEM).id();
    known = new FrameFuzz.Known(document, TEXT.length());
    fuzz = new FrameFuzz(random, known);
    watcher = person(project, "watcher", Role.VIEWER);
    accounts.add(person(project, "first", Role.EDITOR));
    accounts.add(person(project, "second", Role.EDITOR));
    accounts.add(person(project, "third", Role.REVIEWER));
    accounts.add(person(project, "fourth", Role.VIEWER));
    accounts.add(database.accounts().create("stranger", "no password", false));
    PluginClient plugins = new PluginClient(vertx, Duration.ofSeconds(10));
    FuzzTest.await(
        vertx.deployVerticle(new LibraryVerticle("node", database, queue, plugins, LIMITS)));
    FuzzTest.await(onContext(this::begin));
  }

  private Account person(String project, String name, Role role) {
    Account account = database.accounts().create(name, "no password", false);
    database.projects().setRole(project, account.id(), role);
    roles.put(account.id(), role);
    return account;
  }

  private Future<Void> onContext(Runnable work) {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        now -> {
          try {
            work.run();
            done.complete();
          } catch (RuntimeException failure) {
            done.fail(failure);
          }
        });
    return done.future();
  }

  private void begin() {
    hub = new SessionHub(vertx, LIMITS, tickets, new Headcount(LIMITS), new NobodyLooks());
    Guest guest = come(watcher, this::watch);
    guest.session().received(open(guest.client()));
    accounts.forEach(account -> guests.add(come(account, this::note)));
  }

  private Guest come(Account account, java.util.function.Consumer<String> reader) {
    String client = "tab-%016x".formatted(random.nextLong());
    named(client, account);
    MemoryWire wire = new MemoryWire(reader);
    ClientSession session = new ClientSession(hub, wire, "");
    session.received(
        "{\"type\":\"hello\",\"protocol\":1,\"ticket\":\"%s\"}"
            .formatted(
                tickets.issue(
                    new Tickets.Bearer(Subject.person(account), "sign-in", Instant.MAX))));
    session.received(open(client));
    return new Guest(account, wire, session, client);
  }

  private String open(String client) {
    return "{\"type\":\"open\",\"document\":\"%s\",\"client\":\"%s\"}".formatted(document, client);
  }

  /** Sends so many frames, and waits until all are answered. */
  void send(int frames) {
    Promise<Void> done = Promise.promise();
    context.runOnContext(now -> some(frames, done));
    FuzzTest.await(done.future());
    FuzzTest.await(settled());
  }

  private void some(int left, Promise<Void> done) {
    try {
      for (int i = 0; i < Math.min(left, AT_ONCE); i++) {
        one();
      }
    } catch (RuntimeException uncaught) {
      faults.add("uncaught: " + uncaught + " " + List.of(uncaught.getStackTrace()).subList(0, 3));
    }
    int rest = left - AT_ONCE;
    answered()
        .onComplete(
            answered -> {
              if (rest > 0 && faults.isEmpty()) {
                context.runOnContext(now -> some(rest, done));
              } else {
                done.complete();
              }
            });
  }

  /** One frame of somebody; a tenth come from somebody who has not said hello. */
  private void one() {
    if (random.nextInt(10) == 0) {
      ClientSession unknown = new ClientSession(hub, new MemoryWire(this::note), "");
      unknown.received(fuzz.frame("tab-of-nobody-at-all", 1));
      unknown.ended();
      return;
    }
    int chosen = random.nextInt(guests.size());
    Guest guest = guests.get(chosen);
    if (guest.wire().closed().isPresent() || random.nextInt(2_000) == 0) {
      guest.session().ended();
      guest = come(guest.account(), this::note);
      guests.set(chosen, guest);
    }
    if (random.nextInt(30) == 0) {
      guest.session().received(open(guest.client()));
    }
    String frame = fuzz.frame(guest.client(), confirmed.getOrDefault(guest.client(), 0L) + 1);
    Account sender = guest.account();
    madeUp(frame).ifPresent(name -> named(name, sender));
    guest.session().received(frame);
  }

  /** The client name that a frame gives, when it can be read at all. */
  private static Optional<String> madeUp(String frame) {
    try {
      JsonNode client = MAPPER.readTree(frame).path("client");
      return client.isValueNode() ? Optional.of(client.asText()) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private void named(String client, Account account) {
    clients.computeIfAbsent(client, name -> new HashSet<>()).add(account.id());
  }

  /** The owner does one thing after the other: what it answers last comes after all before. */
  private Future<Void> answered() {
    return hub.documents()
        .pull(new DocumentCommand.PullChanges(document, watcher.id(), known.revision))
        .mapEmpty();
  }

  private Future<Void> settled() {
    return answered()
        .compose(first -> vertx.timer(500, TimeUnit.MILLISECONDS))
        .compose(waited -> answered());
  }

  /** What the fuzzed sessions are told: only faults of the server are of interest. */
  private void note(String frame) {
    int code = frame.indexOf("\"code\":\"");
    String kind =
        code < 0
            ? frame.substring(9, frame.indexOf('"', 9))
            : frame.substring(code + 8, frame.indexOf('"', code + 8));
    answers.merge(kind, 1, Integer::sum);
    boolean raced = frame.contains("waited, and meanwhile");
    if (kind.equals("internal") || (kind.equals("unavailable") && !raced)) {
      faults.add(frame);
    }
  }

  /** The watcher follows the document, and knows what the fuzz has to know of it. */
  private void watch(String frame) {
    if (!frame.startsWith("{\"type\":\"changes\"")) {
      return;
    }
    JsonNode told = read(frame);
    long revision = told.path("first").asLong();
    for (JsonNode change : told.path("changes")) {
      if (revision != known.revision + 1) {
        faults.add("revision %d was told after %d".formatted(revision, known.revision));
      }
      ChangeSet changes = Json.read(change.path("changes").toString(), ChangeSet.class);
      text = changes.apply(text);
      known.length = text.length();
      known.revision = revision++;
      confirmed.put(change.path("client").asText(), change.path("sequence").asLong());
      change.path("effects").findValuesAsText("id").forEach(this::remember);
    }
  }

  private void remember(String id) {
    if (known.ids.size() < KNOWN_IDS) {
      known.ids.add(id);
    } else {
      known.ids.set(random.nextInt(KNOWN_IDS), id);
    }
  }

  private static JsonNode read(String frame) {
    try {
      return MAPPER.readTree(frame);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(frame, notJson);
    }
  }

  /** The text as the watcher has it. */
  String text() {
    return text.toString();
  }

  @Override
  public void close() {
    FuzzTest.await(vertx.close());
    try {
      queue.close();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}
