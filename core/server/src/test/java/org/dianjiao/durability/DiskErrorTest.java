package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk reports an error, once, for some flush or write of the database: the server has to stop
 * at once with code 70, and to serve again on what it left. The errors are put between the server
 * and the system by strace. How many, and the seed: {@code -Ddianjiao.disk-errors=200
 * -Ddianjiao.seed=…}.
 */
class DiskErrorTest {

  private static final int ERRORS = Integer.getInteger("dianjiao.disk-errors", 20);
  private static final int STOPPED = 70;

  @TempDir private Path home;

  /** What fails: every so many calls of a kind on one file, counted by each thread. */
  private enum Fault {
    FLUSH_OF_THE_LOG("fsync,fdatasync", "dianjiao.db-wal", 3, 60),
    WRITE_OF_THE_LOG("pwrite64", "dianjiao.db-wal", 10, 400),
    FLUSH_OF_THE_FILE("fsync,fdatasync", "dianjiao.db", 2, 2),
    WRITE_OF_THE_FILE("pwrite64", "dianjiao.db", 2, 60);

    private final String calls;
    private final String file;
    private final int first;
    private final int last;

    Fault(String calls, String file, int first, int last) {
      this.calls = calls;
      this.file = file;
      this.first = first;
      this.last = last;
    }

    /** The file is written only when the log holds some megabytes. */
    boolean isOfTheFile() {
      return file.equals("dianjiao.db");
    }

    List<String> command(Path data, Random random) {
      int which = first + random.nextInt(last - first + 1);
      return List.of(
          "strace",
          "-f",
          "--seccomp-bpf",
          "-q",
          "-o",
          data.resolveSibling("strace.txt").toString(),
          "-P",
          data.resolve(file).toString(),
          "-e",
          "trace=" + calls,
          "-e",
          "inject=" + calls + ":error=EIO:when=" + which);
    }
  }

  @BeforeEach
  void requireStrace() throws InterruptedException {
    try {
      Shell.run("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync", "true");
    } catch (IOException failure) {
      Assumptions.abort("this test needs strace, and the right to trace a process: " + failure);
    }
  }

  @Test
  void stopsAtOnceAndLosesNothing() throws Exception {
    ServerProcess.Launch launch = ServerProcess.Launch.serve(home);
    Map<Fault, Integer> seen = new EnumMap<>(Fault.class);
    try (BusyServer busy = new BusyServer(launch)) {
      busy.begin(ERRORS + " disk errors");
      busy.awaitEdits();
      busy.process().stop();
      int early = 0;
      for (int i = 0; i < ERRORS; i++) {
        Fault fault = Fault.values()[i % Fault.values().length];
        early += servedUntil(busy, launch, fault) ? 0 : 1;
        seen.merge(fault, 1, Integer::sum);
      }
      busy.restart();
      busy.awaitEdits();
      System.out.printf("stopped at %s, %d of them while it started%n", seen, early);
      assertThat(early).as("faults that met a server before it served").isLessThan(ERRORS / 4);
      busy.finish();
    }
  }

  /**
   * Runs a server until its disk fails; it has to end as it should.
   *
   * @return whether it had begun to serve
   */
  private static boolean servedUntil(BusyServer busy, ServerProcess.Launch launch, Fault fault)
      throws Exception {
    List<String> strace = fault.command(ServerProcess.data(launch.home()), busy.random());
    try {
      busy.restart(launch.under(strace));
      if (fault.isOfTheFile()) {
        busy.crowd().bringTexts();
      }
      assertThat(busy.process().end()).as("%s, seed %d", strace, busy.seed()).isEqualTo(STOPPED);
      return true;
    } catch (ServerProcess.NotStarted early) {
      assertThat(early.code()).as("%s, seed %d: %s", strace, busy.seed(), early).isEqualTo(STOPPED);
      return false;
    }
  }
}
