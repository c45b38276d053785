package org.dianjiao.durability;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real server is killed with SIGKILL, at random instants and under load, and started again on
 * what it left. How often, and the seed of a run: {@code -Ddianjiao.kills=200 -Ddianjiao.seed=…}.
 */
class KillNineTest {

  private static final int KILLS = Integer.getInteger("dianjiao.kills", 20);
  private static final int LONGEST_LIFE_MILLIS = 800;

  @TempDir private Path home;

  @Test
  void losesNoAcknowledgedEditAndStoresNoneTwice() throws Exception {
    try (BusyServer busy = new BusyServer(ServerProcess.Launch.serve(home))) {
      busy.begin(KILLS + " kills");
      for (int kill = 0; kill < KILLS; kill++) {
        busy.awaitEdits();
        Thread.sleep(busy.random().nextInt(LONGEST_LIFE_MILLIS));
        busy.process().kill();
        busy.restart();
      }
      busy.finish();
    }
  }
}
