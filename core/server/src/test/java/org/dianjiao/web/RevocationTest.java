package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A right, or what one is signed in by, is taken away while its holder types as fast as they are
 * answered: nothing that they send after it was taken is stored, and they are told within two
 * seconds; another socket of theirs is told nothing more, and neither a request nor a ticket that
 * they had already gets them in. {@code -Ddianjiao.revocations} sets how often.
 */
class RevocationTest {

  private static final List<Loss> LOSSES = List.of(Loss.values());
  private static final int ROUNDS = Integer.getInteger("dianjiao.revocations", 20);
  private static final long SEED = Long.getLong("dianjiao.seed", 20261121L);
  private static final long AT_ONCE_MILLIS = 2_000;
  private static final String AFTERWARDS = "乙";
  private static final AtomicInteger NAMES = new AtomicInteger();

  @TempDir static Path folder;

  private static RunningServer server;
  private static Rows rows;
  private static ExecutorService typists;

  private record Round(int number, Loss loss, int pauseMillis) {}

  /** With the usual times between two looks at what nothing told of: they are not what ends it. */
  @BeforeAll
  static void start() {
    Limits limits =
        Json.readSettings(
            "sockets-per-address: 5000\nmessages-per-second: 10000\nmessage-burst: 10000",
            Limits.class);
    server = new RunningServer(folder, limits);
    rows = new Rows(folder.resolve("data"));
    typists = Executors.newCachedThreadPool();
  }

  @AfterAll
  static void stop() {
    typists.shutdownNow();
    server.close();
  }

  static Stream<Round> rounds() {
    Random random = new Random(SEED);
    System.getLogger("revocations").log(System.Logger.Level.INFO, "seed " + SEED);
    return IntStream.range(0, ROUNDS)
        .mapToObj(
            number ->
                new Round(number, LOSSES.get(number % LOSSES.size()), 20 + random.nextInt(150)));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void nothingIsStoredOfWhatIsSentAfterwardsAndNothingTold(Round round) throws Exception {
    Loss loss = round.loss();
    String document = server.document(Scene.TEXT);
    Loser loser = new Loser(server, rows, loss, "typist-" + NAMES.incrementAndGet());
    String ticket = loser.client().ticket();
    Tab watching = loser.client().tab(document);
    Tab typing = loser.client().tab(document);
    RestlessTypist typist = new RestlessTypist(typing, document, loser.account(), rows);
    CompletableFuture<RestlessTypist.Seen> typed =
        CompletableFuture.supplyAsync(typist::typed, typists);
    Thread.sleep(round.pauseMillis());
    loser.loses();
    long taken = System.nanoTime();
    RestlessTypist.Seen seen = typed.get(10, TimeUnit.SECONDS);

    assertThat(seen.lastSent()).as("an edit sent after that was stored").isLessThan(taken);
    assertThat(seen.lastSent()).as("edits were stored before").isPositive();
    assertThat(millis(taken, seen.told())).as("ms until told").isLessThan(AT_ONCE_MILLIS);
    assertThat(seen.close()).isEqualTo(loss.close());
    assertThat(seen.refused()).isEqualTo(loss.leavesAViewer());

    watches(watching, loss, taken, typist, document);
    isShutOut(loser.client(), loss, ticket, document);
    typing.close();
  }

  private static long millis(long from, long to) {
    return TimeUnit.NANOSECONDS.toMillis(to - from);
  }

  /** Who may read on is told what is typed afterwards, and nobody else. */
  private static void watches(
      Tab watching, Loss loss, long taken, RestlessTypist typist, String document)
      throws Exception {
    if (loss.close().isPresent()) {
      assertThat(watching.closeCode()).isEqualTo(4403);
      assertThat(millis(taken, System.nanoTime())).isLessThan(AT_ONCE_MILLIS);
    }
    Tab keeper = server.administrator.tab(document);
    JsonArray insertion = new JsonArray().add(0).add(AFTERWARDS);
    keeper.send(keeper.submit(document, 1, typist.head(), insertion, typist.length()));
    keeper.next("changes");
    keeper.close();
    assertThat(hears(watching, document)).isEqualTo(loss.leavesAViewer());
    watching.close();
  }

  /** As the workspace does, it opens again what the owner closed. */
  private static boolean hears(Tab watching, String document) throws Exception {
    while (true) {
      Optional<JsonObject> frame = watching.poll(watching.isClosed() ? 0 : 5_000);
      if (frame.isEmpty() || frame.get().encode().contains(AFTERWARDS)) {
        return frame.isPresent();
      }
      if (frame.get().getString("type").equals("closed") && !watching.isClosed()) {
        watching.send(watching.open(document));
      }
    }
  }

  private static void isShutOut(Browser client, Loss loss, String ticket, String document)
      throws Exception {
    JsonObject version = new JsonObject().put("name", "of a viewer");
    assertThat(client.post("/api/documents/" + document + "/versions", version).statusCode())
        .isEqualTo(loss.status());
    if (loss.signsOut()) {
      assertThat(client.get("/api/documents/" + document).statusCode()).isEqualTo(401);
      Tab late = server.browser().silentTab();
      late.send(new JsonObject().put("type", "hello").put("protocol", 1).put("ticket", ticket));
      assertThat(late.closeCode()).as("with a ticket from before").isEqualTo(4401);
    }
  }
}
