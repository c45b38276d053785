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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.durability.Observation.Acknowledged;
import org.dianjiao.durability.Observation.Held;
import org.dianjiao.durability.Observation.Refused;
import org.dianjiao.durability.Observation.Sent;
import org.dianjiao.storage.ChainReport;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.StorageSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real server is killed with SIGKILL, at random instants and under load, and started again on
 * what it left. How often, and the seed of a run: {@code -Ddianjiao.kills=200 -Ddianjiao.seed=…}.
 */
class KillNineTest {

  private static final int KILLS = Integer.getInteger("dianjiao.kills", 20);
  private static final int TYPISTS = 4;
  private static final int LONGEST_LIFE_MILLIS = 1_500;
  private static final int REST_SECONDS = 60;
  private static final int EDITS_BEFORE_A_KILL = 8;
  private static final int POLL_MILLIS = 20;
  private static final String PASSWORD = "correct horse battery";
  private static final String TEXT = "道光二十年六月英船至定海縣\n".repeat(150);

  private final long seed = Long.getLong("dianjiao.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Vertx vertx = Vertx.vertx();
  private final Queue<Observation> observations = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger port = new AtomicInteger();
  private final AtomicInteger marks = new AtomicInteger();
  private final HttpDoor door =
      new HttpDoor(WebClient.create(vertx, new WebClientOptions().setKeepAlive(false)), port::get);
  private final List<Typist> typists = new ArrayList<>();

  @TempDir private Path home;

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void losesNoAcknowledgedEditAndStoresNoneTwice() throws Exception {
    System.out.printf("%d kills, -Ddianjiao.seed=%d%n", KILLS, seed);
    vertx.exceptionHandler(failures::add);
    ServerProcess server = ServerProcess.start(home);
    try {
      port.set(server.port());
      HttpDoor.Person administrator =
          await(door.setUp(server.setupToken().orElseThrow(), "林則徐", PASSWORD));
      String document = invite(administrator);
      typists.forEach(Typist::begin);
      for (int kill = 0; kill < KILLS; kill++) {
        awaitEdits();
        Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
        server.kill();
        server = ServerProcess.start(home);
        port.set(server.port());
      }
      typists.forEach(Typist::rest);
      hold(administrator, document);
      server.stop();
      check(document);
    } finally {
      server.kill();
    }
  }

  /** Waits until the typists are at work: a kill that interrupts nobody proves nothing. */
  private void awaitEdits() throws InterruptedException {
    long enough = count(Acknowledged.class) + EDITS_BEFORE_A_KILL;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(REST_SECONDS);
    while (count(Acknowledged.class) < enough && System.nanoTime() < deadline) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Makes a document and people who may write in it; returns its id. */
  private String invite(HttpDoor.Person administrator) {
    String project = post("/api/projects", administrator, "name", "條約");
    String document =
        await(
                door.sendText(
                    "/api/projects/" + project + "/documents?title=002", administrator, TEXT))
            .getString("id");
    WebSocketClient sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxMessageSize(1 << 24).setMaxFrameSize(1 << 20));
    for (int i = 0; i < TYPISTS; i++) {
      String name = "typist " + i;
      JsonObject account = new JsonObject().put("name", name).put("password", PASSWORD);
      await(door.send(HttpMethod.POST, "/api/accounts", administrator, account));
      HttpDoor.Person person = await(door.signIn(name, PASSWORD));
      await(
          door.send(
              HttpMethod.PUT,
              "/api/projects/" + project + "/members/" + person.id(),
              administrator,
              new JsonObject().put("role", "annotator")));
      typists.add(
          new Typist(
              vertx,
              sockets,
              new Typist.Place(door, person, document),
              random.nextLong(),
              () -> Typing.mark(marks.getAndIncrement()),
              observations::add));
    }
    return document;
  }

  private String post(String path, HttpDoor.Person person, String key, String value) {
    return await(door.send(HttpMethod.POST, path, person, new JsonObject().put(key, value)))
        .getString("id");
  }

  /** Waits until everybody holds the server's newest revision, and writes down what they hold. */
  private void hold(HttpDoor.Person administrator, String document) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(REST_SECONDS);
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

  private void check(String document) {
    List<LogEntry> log;
    ChainReport report;
    try (Database database =
        Database.openReadOnly(StorageSettings.defaults(ServerProcess.data(home)))) {
      log = database.changeLog().read(document, 1, Integer.MAX_VALUE);
      report = database.changeLog().verify(document);
    }
    long acknowledged = count(Acknowledged.class);
    System.out.printf(
        "%d edits sent, %d acknowledged, %d revisions, last epoch %d%n",
        count(Sent.class), acknowledged, log.size(), log.get(log.size() - 1).epoch());
    assertThat(HistoryCheck.faults(document, log, List.copyOf(observations)))
        .as("faults, seed %d", seed)
        .isEmpty();
    assertThat(report.fault()).as("what the server's own check finds").isEmpty();
    assertThat(failures).as("failures of clients, seed %d", seed).isEmpty();
    assertThat(count(Refused.class)).as("refused edits").isZero();
    assertThat(acknowledged)
        .as("acknowledged edits")
        .isGreaterThanOrEqualTo((long) KILLS * EDITS_BEFORE_A_KILL);
  }

  private long count(Class<? extends Observation> kind) {
    return observations.stream().filter(kind::isInstance).count();
  }

  private static <T> T await(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(REST_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
