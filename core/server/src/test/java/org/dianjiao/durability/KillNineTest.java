package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.dianjiao.durability.Observation.Acknowledged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real server is killed with SIGKILL, at random instants and under load, and started again on
 * what it left. How often, and the seed of a run: {@code -Ddianjiao.kills=200 -Ddianjiao.seed=…}.
 */
class KillNineTest {

  private static final int KILLS = Integer.getInteger("dianjiao.kills", 20);
  private static final int LONGEST_LIFE_MILLIS = 800;
  private static final int EDITS_BEFORE_A_KILL = 8;

  private final long seed = Long.getLong("dianjiao.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path home;

  @Test
  void losesNoAcknowledgedEditAndStoresNoneTwice() throws Exception {
    System.out.printf("%d kills, -Ddianjiao.seed=%d%n", KILLS, seed);
    ServerProcess server = ServerProcess.start(home);
    try (Crowd crowd = new Crowd(random.nextLong())) {
      crowd.begin(server);
      for (int kill = 0; kill < KILLS; kill++) {
        assertThat(crowd.awaitMore(Acknowledged.class, EDITS_BEFORE_A_KILL)).isTrue();
        Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
        server.kill();
        server = ServerProcess.start(home);
        crowd.follow(server);
      }
      crowd.rest();
      server.stop();
      crowd.check(ServerProcess.data(home));
    } finally {
      server.kill();
    }
  }
}
