package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dianjiao.durability.Observation.Acknowledged;
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
  private static final int EDITS_BETWEEN = 8;

  private final long seed = Long.getLong("dianjiao.seed", System.nanoTime());
  private final Random random = new Random(seed);

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
    System.out.printf("%d disk errors, -Ddianjiao.seed=%d%n", ERRORS, seed);
    ServerProcess server = ServerProcess.start(home);
    Map<Fault, Integer> seen = new EnumMap<>(Fault.class);
    try (Crowd crowd = new Crowd(random.nextLong())) {
      crowd.begin(server);
      assertThat(crowd.awaitMore(Acknowledged.class, EDITS_BETWEEN)).isTrue();
      server.stop();
      for (int i = 0; i < ERRORS; i++) {
        Fault fault = Fault.values()[i % Fault.values().length];
        server = failing(fault, crowd);
        seen.merge(fault, 1, Integer::sum);
      }
      server = ServerProcess.start(home);
      crowd.follow(server);
      assertThat(crowd.awaitMore(Acknowledged.class, EDITS_BETWEEN)).isTrue();
      crowd.rest();
      server.stop();
      System.out.println("stopped at " + seen);
      crowd.check(ServerProcess.data(home));
    } finally {
      server.kill();
    }
  }

  /** Runs a server until its disk fails; returns it when it has ended as it should. */
  private ServerProcess failing(Fault fault, Crowd crowd) throws Exception {
    List<String> strace = fault.command(ServerProcess.data(home), random);
    try {
      ServerProcess server = ServerProcess.start(ServerProcess.Launch.serve(home).under(strace));
      crowd.follow(server);
      assertThat(server.end()).as("%s, seed %d", strace, seed).isEqualTo(STOPPED);
      return server;
    } catch (ServerProcess.NotStarted early) {
      assertThat(early.code()).as("%s, seed %d: %s", strace, seed, early).isEqualTo(STOPPED);
      throw early;
    }
  }
}
