package org.dianjiao.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Operation;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Heap;
import org.dianjiao.people.Role;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.text.CodeUnits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Real sessions, rooms and a real owner on a real database, given frames that are nearly right:
 * {@code -Ddianjiao.fuzz=1000000 -Ddianjiao.seed=…}.
 */
class FuzzTest {

  private static final int FRAMES = Integer.getInteger("dianjiao.fuzz", 200_000);
  private static final int FEW = 2_000;
  private static final long MOST_GROWTH = 20L << 20;

  @TempDir private Path folder;

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    logged.start();
    root.addAppender(logged);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(logged);
  }

  @Test
  void nothingThatIsSentBreaksTheServerOrTheLog() throws Exception {
    long seed = Long.getLong("dianjiao.seed", System.nanoTime());
    System.out.printf("%d frames, -Ddianjiao.seed=%d%n", FRAMES, seed);
    run(seed, FRAMES);
  }

  /** Seeds that once found a fault. */
  @ParameterizedTest
  @ValueSource(longs = {2, 16343992829077L})
  void whatWasFoundOnceStaysMended(long seed) throws Exception {
    run(seed, FEW);
  }

  private void run(long seed, int frames) throws Exception {
    try (FuzzedHouse house = new FuzzedHouse(folder, new Random(seed))) {
      house.send(Math.min(frames, FEW));
      long before = Heap.usedAfterCollection();
      long began = System.nanoTime();
      house.send(frames - Math.min(frames, FEW));
      double seconds = (System.nanoTime() - began) / 1e9;
      long grown = Heap.usedAfterCollection() - before;
      System.out.printf(
          "%.0f frames/s, %d revisions, heap %+.1f MB, answers %s%n",
          (frames - FEW) / Math.max(seconds, 1e-3),
          house.known.revision,
          grown / 1e6,
          house.answers);
      assertThat(house.faults).as("faults, seed %d", seed).isEmpty();
      assertThat(
              logged.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR)))
          .as("errors in the log, seed %d", seed)
          .isEmpty();
      assertThat(grown).as("growth of the heap, seed %d", seed).isLessThan(MOST_GROWTH);
      checkLog(house, seed);
    }
  }

  private static void checkLog(FuzzedHouse house, long seed) {
    assertThat(house.database.changeLog().verify(house.document).fault()).isEmpty();
    List<LogEntry> log = house.database.changeLog().read(house.document, 1, Integer.MAX_VALUE);
    Map<String, Long> numbers = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    for (LogEntry entry : log.subList(1, log.size())) {
      Change change = Operation.read(entry).change();
      assertThat(house.clients.getOrDefault(change.client(), Set.of()))
          .as("who sent the client name of revision %d, seed %d", change.revision(), seed)
          .contains(change.author());
      assertThat(owners.merge(change.client(), change.author(), (first, next) -> first))
          .as("whose the numbers of revision %d are, seed %d", change.revision(), seed)
          .isEqualTo(change.author());
      assertThat(house.roles.get(change.author()))
          .as("the role of the author of revision %d, seed %d", change.revision(), seed)
          .isIn(Role.EDITOR, Role.REVIEWER);
      assertThat(change.sequence())
          .as("the number of revision %d, seed %d", change.revision(), seed)
          .isEqualTo(numbers.merge(change.client(), 1L, Long::sum));
    }
    Document state = new Replay(house.database, house.document).at(log.size());
    String text = state.text().toString();
    assertThat(text).as("seed %d", seed).isEqualTo(house.text());
    assertThat(text.length()).isLessThanOrEqualTo(FuzzedHouse.LIMITS.documentUnits());
    for (int i = 0; i < text.length(); i++) {
      boolean half =
          Character.isHighSurrogate(text.charAt(i))
              ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
              : Character.isLowSurrogate(text.charAt(i))
                  && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
      assertThat(half).as("half a character at %d, seed %d", i, seed).isFalse();
    }
    state
        .annotations()
        .forEach(
            annotation ->
                assertThat(
                        annotation.anchor().start() >= 0
                            && annotation.anchor().end() <= text.length()
                            && CodeUnits.isBoundary(state.text(), annotation.anchor().start())
                            && CodeUnits.isBoundary(state.text(), annotation.anchor().end()))
                    .as("the place of %s, seed %d", annotation, seed)
                    .isTrue());
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(600, TimeUnit.SECONDS).join();
  }
}
