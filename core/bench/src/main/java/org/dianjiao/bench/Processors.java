package org.dianjiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How busy the server, this driver and the rest of the machine were since a moment, in cores. The
 * rest is read from {@code /proc/stat} and unknown elsewhere.
 */
final class Processors {

  private static final Path STAT = Path.of("/proc/stat");
  private static final double TICKS = 100;
  private static final double NANOS = 1e9;

  private final ProcessHandle server;
  private final long began = System.nanoTime();
  private final double serverBefore;
  private final double driverBefore;
  private final double allBefore;

  Processors(ProcessHandle server) throws IOException {
    this.server = server;
    this.serverBefore = seconds(server);
    this.driverBefore = seconds(ProcessHandle.current());
    this.allBefore = all();
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / NANOS;
  }

  /** Seconds that all processors together were busy; the first line counts them in hundredths. */
  private static double all() throws IOException {
    if (!Files.exists(STAT)) {
      return Double.NaN;
    }
    String[] ticks = Files.readAllLines(STAT).get(0).split("\\s+", -1);
    double busy = 0;
    for (int i : new int[] {1, 2, 3, 6, 7}) {
      busy += Long.parseLong(ticks[i]) / TICKS;
    }
    return busy;
  }

  /** Seconds of processor time that the server took since this was made. */
  double ofServer() {
    return seconds(server) - serverBefore;
  }

  /** Cores since this was made: of the server, the driver, everything else. */
  String used() throws IOException {
    double time = (System.nanoTime() - began) / NANOS;
    double serverUsed = ofServer();
    double driverUsed = seconds(ProcessHandle.current()) - driverBefore;
    double others = Math.max(0, all() - allBefore - serverUsed - driverUsed);
    return "%.2f / %.2f / %.2f".formatted(serverUsed / time, driverUsed / time, others / time);
  }
}
