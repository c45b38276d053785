package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A right is taken away while its holder types as fast as they are answered: nothing that they send
 * after it was taken is stored, and they are told within two seconds. {@code
 * -Ddianjiao.revocations} sets how often.
 */
class RevocationTest {

  private static final int ROUNDS = Integer.getInteger("dianjiao.revocations", 20);
  private static final long SEED = Long.getLong("dianjiao.seed", 20261121L);
  private static final long AT_ONCE_MILLIS = 2_000;
  private static final int RECHECK_SECONDS = 1;
  private static final AtomicInteger NAMES = new AtomicInteger();

  @TempDir static Path folder;

  private static RunningServer server;
  private static Rows rows;
  private static ExecutorService typists;
  private static String document;

  /** Ways of losing a right. */
  private enum Loss {
    DOWNGRADE,
    REMOVAL,
    SIGN_OUT
  }

  private record Round(int number, Loss loss, int pauseMillis) {}

  /**
   * What a typist saw.
   *
   * @param lastSent when the last edit that was stored had been sent
   * @param told when they were told: by a close, or by a frame that names the new role
   * @param refused whether an edit was refused
   */
  private record Seen(long lastSent, long told, boolean refused, Optional<Integer> close) {}

  @BeforeAll
  static void start() {
    Limits limits =
        Json.readSettings(
            "recheck-seconds: %d\nsockets-per-address: 5000\nmessages-per-second: 10000\nmessage-burst: 10000"
                .formatted(RECHECK_SECONDS),
            Limits.class);
    server = new RunningServer(folder, limits);
    rows = new Rows(folder.resolve("data"));
    typists = Executors.newCachedThreadPool();
    document = server.document(Scene.TEXT);
  }

  @AfterAll
  static void stop() {
    typists.shutdownNow();
    server.close();
  }

  static java.util.stream.Stream<Round> rounds() {
    Random random = new Random(SEED);
    System.getLogger("revocations").log(System.Logger.Level.INFO, "seed " + SEED);
    return java.util.stream.IntStream.range(0, ROUNDS)
        .mapToObj(
            number ->
                new Round(
                    number,
                    Loss.values()[number % Loss.values().length],
                    20 + random.nextInt(150)));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void nothingIsStoredOfWhatIsSentAfterwards(Round round) throws Exception {
    Browser member = server.member("typist-" + NAMES.incrementAndGet(), "editor");
    String account = member.get("/api/me").bodyAsJsonObject().getString("id");
    Tab tab = member.tab(document);
    CompletableFuture<Seen> typing =
        CompletableFuture.supplyAsync(() -> typed(tab, account), typists);
    Thread.sleep(round.pauseMillis());
    takeAway(round.loss(), member, account);
    long taken = System.nanoTime();
    Seen seen = typing.get(10, TimeUnit.SECONDS);

    assertThat(seen.lastSent()).as("an edit sent after that was stored").isLessThan(taken);
    assertThat(TimeUnit.NANOSECONDS.toMillis(seen.told() - taken))
        .as("ms until they were told")
        .isLessThan(AT_ONCE_MILLIS);
    if (round.loss() == Loss.DOWNGRADE) {
      assertThat(seen.refused()).isTrue();
      assertThat(seen.close()).isEmpty();
    } else {
      assertThat(seen.close()).contains(4403);
    }
    tab.close();
  }

  private static void takeAway(Loss loss, Browser member, String account) {
    String path = "/api/projects/" + server.project + "/members/" + account;
    switch (loss) {
      case DOWNGRADE ->
          server.administrator.expect(
              200, server.administrator.put(path, new JsonObject().put("role", "viewer")));
      case REMOVAL -> server.administrator.expect(200, server.administrator.delete(path));
      case SIGN_OUT -> member.expect(200, member.delete("/api/session"));
    }
  }

  /** Types until told to stop. */
  private static Seen typed(Tab tab, String account) {
    try {
      return new Typist(tab, account).typed();
    } catch (Exception fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** Somebody who sends the next edit as soon as the one before is answered. */
  private static final class Typist {
    private final Tab tab;
    private final String account;
    private long revision = head();
    private long length = length();
    private long sequence = 1;
    private long sent;
    private long lastStored;
    private boolean refused;
    private final List<String> latest = new ArrayList<>();

    Typist(Tab tab, String account) {
      this.tab = tab;
      this.account = account;
    }

    private static long head() {
      return number("SELECT MAX(revision) FROM change_log WHERE document_id = '%s'");
    }

    /** Each change but the first adds one unit. */
    private static long length() {
      return Scene.TEXT.length() + head() - 1;
    }

    private static long number(String sql) {
      return Long.parseLong(rows.query(sql.formatted(document)).get(0).get(0));
    }

    Seen typed() throws Exception {
      send();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(9);
      while (System.nanoTime() < deadline) {
        Optional<JsonObject> frame = tab.poll(20);
        if (frame.isPresent()) {
          latest.add(frame.get().encode());
          answered(frame.get());
          if (namesLess(frame.get())) {
            return downgraded(System.nanoTime());
          }
        } else if (tab.isClosed()) {
          return new Seen(lastStored, System.nanoTime(), refused, Optional.of(tab.closeCode()));
        }
      }
      throw new AssertionError("nothing told %s to stop, but %s".formatted(account, latest));
    }

    private static boolean namesLess(JsonObject frame) {
      return Set.of("members", "opened").contains(frame.getString("type"))
          && "viewer".equals(frame.getString("role"));
    }

    private Seen downgraded(long told) throws Exception {
      send();
      while (!refused) {
        answered(tab.poll(5_000).orElseThrow());
      }
      return new Seen(lastStored, told, true, Optional.empty());
    }

    /** As the workspace does: what was closed is opened again, and what was sent is sent again. */
    private void answered(JsonObject frame) {
      if (frame.getString("type").equals("closed")) {
        tab.send(tab.open(document));
      } else if (frame.getString("type").equals("opened")) {
        revision = frame.getLong("revision");
        length = frame.getString("text").length();
        sequence = frame.getLong("sequence") + 1;
        send();
      } else if (frame.getString("type").equals("refused")) {
        refused = true;
      } else if (frame.getString("type").equals("changes")) {
        JsonArray changes = frame.getJsonArray("changes");
        revision += changes.size();
        length += changes.size();
        if (account.equals(changes.getJsonObject(0).getString("author"))) {
          lastStored = sent;
          sequence++;
          send();
        }
      }
    }

    private void send() {
      sent = System.nanoTime();
      tab.send(tab.submit(document, sequence, revision, new JsonArray().add(0).add("甲"), length));
    }
  }

  /** The event that tells of it is lost: only the database knows. */
  @Test
  void whatNothingToldIsNoticedByItself() throws Exception {
    Browser member = server.member("unnoticed", "editor");
    String account = member.get("/api/me").bodyAsJsonObject().getString("id");
    Tab tab = member.tab(document);
    rows.change("DELETE FROM membership WHERE account_id = '%s'".formatted(account));
    long taken = System.nanoTime();
    assertThat(tab.closeCode()).isEqualTo(4403);
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - taken))
        .isLessThan(AT_ONCE_MILLIS + 1_000L * RECHECK_SECONDS);
  }
}
