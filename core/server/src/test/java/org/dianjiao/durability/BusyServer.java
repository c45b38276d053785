package org.dianjiao.durability;

import java.io.IOException;
import java.util.Random;
import org.dianjiao.durability.Observation.Acknowledged;

/**
 * A server in a process of its own, a crowd that types into it whatever happens to it, and the seed
 * of everything that is left to chance: {@code -Ddianjiao.seed=…}.
 */
final class BusyServer implements AutoCloseable {

  private static final int EDITS = 8;

  private final long seed = Long.getLong("dianjiao.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Crowd crowd = new Crowd(random.nextLong());
  private final ServerProcess.Launch launch;
  private ServerProcess process;

  /** A server that is not started yet. */
  BusyServer(ServerProcess.Launch launch) {
    this.launch = launch;
  }

  /**
   * Starts it and lets the crowd in.
   *
   * @param what is going to happen, to be printed with the seed
   */
  void begin(String what) throws IOException, InterruptedException {
    System.out.printf("%s, -Ddianjiao.seed=%d%n", what, seed);
    process = ServerProcess.start(launch);
    crowd.begin(process);
  }

  /** Starts it again on what it left; the crowd follows. */
  void restart() throws IOException, InterruptedException {
    restart(launch);
  }

  /** Starts it again in another way on what it left; the crowd follows. */
  void restart(ServerProcess.Launch other) throws IOException, InterruptedException {
    process = ServerProcess.start(other);
    crowd.follow(process);
  }

  /** Waits until a few more edits were acknowledged. */
  void awaitEdits() throws IOException, InterruptedException {
    if (!crowd.awaitMore(Acknowledged.class, EDITS)) {
      throw new AssertionError(
          "%d edits, not %d more, are acknowledged, seed %d; %s%n%s"
              .formatted(
                  crowd.count(Acknowledged.class),
                  EDITS,
                  seed,
                  crowd.lastObserved(),
                  ServerProcess.lastWords(launch.home())));
    }
  }

  /** Lets the crowd rest, stops, and holds everything that was observed against the log. */
  void finish() throws InterruptedException {
    crowd.rest();
    process.stop();
    crowd.check(ServerProcess.data(launch.home()));
  }

  long seed() {
    return seed;
  }

  Random random() {
    return random;
  }

  Crowd crowd() {
    return crowd;
  }

  /** The process that was started last. */
  ServerProcess process() {
    return process;
  }

  @Override
  public void close() {
    try {
      if (process != null) {
        process.kill();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      crowd.close();
    }
  }
}
