package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dianjiao.durability.Observation.Acknowledged;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.StorageException;
import org.dianjiao.storage.StorageSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a power cut leaves, at random instants and under load: the server stands still, its disk is
 * copied without what the system has in memory only, and the copy must hold everything that was
 * acknowledged. A kill of the process cannot show that, for the system's memory outlives it. How
 * often, and the seed: {@code -Ddianjiao.cuts=300 -Ddianjiao.lossy-cuts=300 -Ddianjiao.seed=…}.
 */
class PowerCutTest {

  private static final int CUTS = Integer.getInteger("dianjiao.cuts", 40);
  private static final int LOSSY_CUTS = Integer.getInteger("dianjiao.lossy-cuts", 4);

  /** What is typed between the cuts has to have room. */
  private static final int DISK_MIB = 48 + 2 * Math.max(CUTS, LOSSY_CUTS);

  private static final int LONGEST_WAIT_MILLIS = 200;
  private static final String SPACE =
      """
      space:
        ballast-mib: 0
        refuse-mib: 0
      """;

  @TempDir private Path home;

  /** What one cut did. */
  private record Cut(int acknowledged, int lost, List<String> faults) {

    boolean loses() {
      return !faults.isEmpty();
    }
  }

  @Test
  void losesNoAcknowledgedEdit() throws Exception {
    List<Cut> cuts = cut(ServerProcess.Launch.serve(home), CUTS);
    assertThat(cuts.stream().flatMap(cut -> cut.faults().stream())).as("faults").isEmpty();
  }

  /** The control: without a flush at each commit the same cuts lose what was acknowledged. */
  @Test
  void noticesThatAServerLosesWhatItDoesNotFlush() throws Exception {
    List<Cut> cuts = cut(ServerProcess.Launch.serve(home).main(LossyServer.class), LOSSY_CUTS);
    assertThat(cuts.stream().anyMatch(cut -> cut.lost() > 0)).as("a cut lost edits").isTrue();
  }

  private List<Cut> cut(ServerProcess.Launch launch, int count) throws Exception {
    List<Cut> cuts = new ArrayList<>();
    try (LoopDisk disk = LoopDisk.at(ServerProcess.data(home), DISK_MIB);
        BusyServer busy = new BusyServer(launch.settings(SPACE))) {
      busy.begin(count + " power cuts");
      while (cuts.size() < count) {
        busy.awaitEdits();
        Thread.sleep(busy.random().nextInt(LONGEST_WAIT_MILLIS));
        cuts.add(cut(busy.process(), disk, busy.crowd()));
      }
    }
    System.out.printf(
        "%d of %d power cuts lost edits (at most %d of %d acknowledged)%n",
        cuts.stream().filter(Cut::loses).count(),
        cuts.size(),
        cuts.stream().mapToInt(Cut::lost).max().orElse(0),
        cuts.get(cuts.size() - 1).acknowledged());
    return cuts;
  }

  private Cut cut(ServerProcess server, LoopDisk disk, Crowd crowd) throws Exception {
    server.freeze();
    List<Observation> before;
    LoopDisk left;
    try {
      left = disk.afterPowerCut(home.resolve("left"));
      before = crowd.observed();
    } finally {
      server.thaw();
    }
    try (left) {
      left.mount();
      return examine(left.root(), crowd.document(), before);
    }
  }

  private static Cut examine(Path data, String document, List<Observation> before)
      throws SQLException, IOException {
    Set<Edit> acknowledged = new HashSet<>();
    for (Observation observation : before) {
      if (observation instanceof Acknowledged answer) {
        acknowledged.add(answer.edit());
      }
    }
    List<String> faults = new ArrayList<>();
    Set<Edit> lost = new HashSet<>(acknowledged);
    try (Database database = Database.open(StorageSettings.defaults(data))) {
      List<LogEntry> log = database.changeLog().read(document, 1, Integer.MAX_VALUE);
      log.forEach(entry -> lost.remove(new Edit(entry.client(), entry.sequence())));
      faults.addAll(HistoryCheck.faults(document, log, before));
      integrity(data, faults);
    } catch (StorageException damaged) {
      faults.add(damaged.getMessage());
    }
    return new Cut(acknowledged.size(), lost.size(), faults);
  }

  private static void integrity(Path data, List<String> faults) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("dianjiao.db"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      String found = row.getString(1);
      if (!found.equals("ok")) {
        faults.add(found);
      }
    }
  }
}
