package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dianjiao.durability.Observation.Acknowledged;
import org.dianjiao.durability.Observation.Held;
import org.dianjiao.durability.Observation.Refused;
import org.dianjiao.durability.Observation.Sent;
import org.dianjiao.storage.ChainReport;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.StorageSettings;

/**
 * People who type into one document without pause, whatever happens to the server, and everything
 * that they observed.
 */
final class Crowd implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";

  private static final int TYPISTS = 4;
  private static final int PATIENCE_SECONDS = 60;
  private static final int POLL_MILLIS = 20;
  private static final String TEXT = "道光二十年六月英船至定海縣\n".repeat(150);
  private static final String LONG_TEXT = TEXT.repeat(400);

  private final long seed;
  private final Random random;
  private final Vertx vertx = Vertx.vertx();
  private final Queue<Observation> observations = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger port = new AtomicInteger();
  private final AtomicInteger marks = new AtomicInteger();
  private final HttpDoor door =
      new HttpDoor(WebClient.create(vertx, new WebClientOptions().setKeepAlive(false)), port::get);
  private final List<Typist> typists = new ArrayList<>();
  private HttpDoor.Person administrator;
  private String project;
  private String document;

  Crowd(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
    vertx.exceptionHandler(failures::add);
  }

  /** Makes accounts, a project and a document on a new server, comes in and types. */
  void begin(ServerProcess server) {
    follow(server);
    administrator = await(door.setUp(server.setupToken().orElseThrow(), "林則徐", PASSWORD));
    project =
        await(
                door.send(
                    HttpMethod.POST,
                    "/api/projects",
                    administrator,
                    new JsonObject().put("name", "條約")))
            .getString("id");
    document =
        await(
                door.sendText(
                    "/api/projects/" + project + "/documents?title=002", administrator, TEXT))
            .getString("id");
    WebSocketClient sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxMessageSize(1 << 24).setMaxFrameSize(1 << 20));
    for (int i = 0; i < TYPISTS; i++) {
      typists.add(typist("typist " + i, sockets));
    }
    typists.forEach(Typist::begin);
  }

  private Typist typist(String name, WebSocketClient sockets) {
    JsonObject account = new JsonObject().put("name", name).put("password", PASSWORD);
    await(door.send(HttpMethod.POST, "/api/accounts", administrator, account));
    HttpDoor.Person person = await(door.signIn(name, PASSWORD));
    await(
        door.send(
            HttpMethod.PUT,
            "/api/projects/" + project + "/members/" + person.id(),
            administrator,
            new JsonObject().put("role", "editor")));
    return new Typist(
        vertx,
        sockets,
        new Typist.Place(door, person, document),
        random.nextLong(),
        () -> Typing.mark(marks.getAndIncrement()),
        observations::add);
  }

  /** The server is here now; everybody finds their way by themselves. */
  void follow(ServerProcess server) {
    port.set(server.port());
  }

  /**
   * Somebody brings in long texts, one after the other, until the server is gone: the write-ahead
   * log of a database fills in seconds.
   */
  void bringTexts() {
    door.sendText("/api/projects/" + project + "/documents?title=003", administrator, LONG_TEXT)
        .onSuccess(brought -> bringTexts());
  }

  HttpDoor door() {
    return door;
  }

  HttpDoor.Person administrator() {
    return administrator;
  }

  String document() {
    return document;
  }

  /** What was observed up to now. */
  List<Observation> observed() {
    return List.copyOf(observations);
  }

  /** How much was observed of each kind, and what came last. */
  String lastObserved() {
    List<Observation> all = observed();
    Map<String, Long> counts =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
    return counts + ", last " + all.subList(Math.max(0, all.size() - 3), all.size());
  }

  long count(Class<? extends Observation> kind) {
    return observations.stream().filter(kind::isInstance).count();
  }

  /** Waits until more was observed of a kind; false when it did not come. */
  boolean awaitMore(Class<? extends Observation> kind, int more) throws InterruptedException {
    long enough = count(kind) + more;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (count(kind) < enough) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }

  /** Nobody types any more; waits until all hold the server's newest revision, and notes it. */
  void rest() throws InterruptedException {
    typists.forEach(Typist::rest);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Map<String, String> held = new ConcurrentHashMap<>();
    while (held.size() < TYPISTS && System.nanoTime() < end) {
      Thread.sleep(100);
      held.clear();
      long revision =
          new JsonObject(await(door.get("/api/documents/" + document, administrator)))
              .getLong("revision");
      for (int i = 0; i < TYPISTS; i++) {
        String name = "typist " + i;
        typists.get(i).ifAtRest(revision, text -> held.put(name, text));
      }
      Thread.sleep(100);
    }
    assertThat(held).as("texts of those who came to rest, seed %d", seed).hasSize(TYPISTS);
    held.forEach((holder, text) -> observations.add(new Held(holder, text)));
    String exported =
        await(door.get("/api/documents/" + document + "/export?format=text", administrator));
    observations.add(new Held("the export", exported));
    typists.forEach(Typist::end);
  }

  /** Holds everything that was observed against the log that a stopped server left. */
  void check(Path data) {
    List<LogEntry> log;
    ChainReport report;
    try (Database database = Database.openReadOnly(StorageSettings.defaults(data))) {
      log = database.changeLog().read(document, 1, Integer.MAX_VALUE);
      report = database.changeLog().verify(document);
    }
    System.out.printf(
        "%d edits sent, %d acknowledged, %d revisions, last epoch %d%n",
        count(Sent.class), count(Acknowledged.class), log.size(), log.get(log.size() - 1).epoch());
    assertThat(HistoryCheck.faults(document, log, observed()))
        .as("faults, seed %d", seed)
        .isEmpty();
    assertThat(report.fault()).as("what the server's own check finds").isEmpty();
    assertThat(failures).as("failures of clients, seed %d", seed).isEmpty();
    assertThat(count(Refused.class)).as("refused edits").isZero();
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  static <T> T await(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
