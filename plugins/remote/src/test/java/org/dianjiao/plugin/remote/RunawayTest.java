package org.dianjiao.plugin.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAccumulator;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plugins that run away in a process of their own. However they do it, each question ends a second
 * after its deadline at the latest, after five of them the plugin rests, and then no process of it
 * is left. {@code -Ddianjiao.runaways=20} does each so often.
 */
@Execution(ExecutionMode.CONCURRENT)
class RunawayTest {

  private static final int ROUNDS = Integer.getInteger("dianjiao.runaways", 1);
  private static final int DEADLINE = 300;
  private static final int FAILURES = 5;

  /** A second, and what a busy machine with two cores takes to run the next thread. */
  private static final Duration MOST = Duration.ofMillis(DEADLINE + 1_000 + 200);

  /** Milliseconds after which a question ended. */
  private static final LongAccumulator LONGEST = new LongAccumulator(Math::max, 0);

  @TempDir Path temporary;

  @AfterAll
  static void tell() {
    System.out.printf(
        "%d × %d questions to each kind: the longest ended %d ms after its deadline%n",
        ROUNDS, FAILURES, LONGEST.get() - DEADLINE);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Runaways.Hang.class,
        Runaways.Regex.class,
        Runaways.Heap.class,
        Runaways.Exit.class,
        Runaways.Halt.class,
        Runaways.Recursion.class,
        Runaways.Threads.class,
        Runaways.Forks.class,
        Runaways.Flood.class,
        Runaways.Bloated.class,
        Runaways.Babble.class,
        Runaways.Half.class,
        Runaways.Drip.class,
        Runaways.Negative.class,
        Runaways.Stranger.class,
        Runaways.Malformed.class,
        Runaways.Deafened.class,
        Runaways.Astray.class
      })
  void isKilledInTimeAndRestsAfterFiveFailures(Class<? extends Plugin> kind) throws Exception {
    Path folder = install(kind);
    for (int round = 0; round < ROUNDS; round++) {
      Path states = temporary.resolve("states-" + round);
      try (Hosted plugin = Hosted.inProcess(folder, states, Map.of())) {
        assertThat(plugin.described().state()).isEqualTo("started");
        fail(plugin);
      }
      assertNoneIsLeft(states);
    }
  }

  private Path install(Class<? extends Plugin> kind) throws Exception {
    return OnDisk.plugin(temporary.resolve("sample"), kind, "\"budget-ms\": " + DEADLINE);
  }

  private static void fail(Hosted plugin) throws Exception {
    for (int failure = 1; failure <= FAILURES; failure++) {
      assertThat(plugin.described().state()).isEqualTo("started");
      long asked = System.nanoTime();
      Refusal refusal = plugin.refusal("夏四月辛卯夜恆星不見");
      Duration waited = Duration.ofNanos(System.nanoTime() - asked);
      LONGEST.accumulate(waited.toMillis());
      assertThat(waited).isLessThan(MOST);
      assertThat(refusal.code()).isEqualTo(FailureCode.PLUGIN_UNAVAILABLE);
    }
    assertThat(plugin.described().state()).isEqualTo("suspended");
    long asked = System.nanoTime();
    assertThat(plugin.refusal("夏").getMessage()).contains("it is tried again in");
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(MOST);
  }

  /** The host has said already that it ends them; the system takes a moment. */
  static void assertNoneIsLeft(Path states) {
    long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (processes(states) > 0 && System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
    assertThat(processes(states)).isZero();
  }

  /** Processes of this user that were started in a folder of states. */
  private static long processes(Path states) {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(process -> workingFolder(process).startsWith(states))
        .count();
  }

  private static Path workingFolder(ProcessHandle process) {
    try {
      return Path.of("/proc", "" + process.pid(), "cwd").toRealPath();
    } catch (java.io.IOException gone) {
      return Path.of("/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Heap, its process ended with exit code 3",
    "Babble, a message of 1634495520 bytes; the limit is 8388608",
    "Stranger, it answered question 4711",
    "Astray, answer.covered.end is 100000"
  })
  void saysWhatItDid(String kind, String reason) throws Exception {
    Class<? extends Plugin> type =
        Class.forName(Runaways.class.getName() + "$" + kind).asSubclass(Plugin.class);
    Path folder = OnDisk.plugin(temporary.resolve("sample"), type, "\"budget-ms\": 10000");
    try (Hosted plugin = Hosted.inProcess(folder, temporary.resolve("states"), Map.of())) {
      assertThat(plugin.refusal("夏").getMessage()).contains(reason);
    }
  }
}
