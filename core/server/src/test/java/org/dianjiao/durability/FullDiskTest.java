package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.dianjiao.durability.Observation.Full;
import org.dianjiao.storage.FreeSpace;
import org.dianjiao.text.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of a loaded server is filled and freed again: by a file, which the ballast outlives
 * once, and by the write-ahead log while somebody reads without end. How often, and the seed:
 * {@code -Ddianjiao.fillings=50 -Ddianjiao.seed=…}.
 */
class FullDiskTest {

  private static final int FILLINGS = Integer.getInteger("dianjiao.fillings", 5);

  /** What is typed meanwhile has to have room, too. */
  private static final int DISK_MIB = Math.max(64, 4 * FILLINGS);

  private static final int ROOM_FOR_THE_LOG = 3 << 20;
  private static final int BLOCK = 1 << 16;
  private static final int POLL_MILLIS = 50;
  private static final int PATIENCE_SECONDS = 60;
  private static final String SPACE =
      """
      space:
        ballast-mib: 4
        refuse-mib: 1
      """;

  @TempDir private Path home;

  @Test
  void acknowledgesNothingThatHasNoRoomAndGoesOnByItself() throws Exception {
    try (LoopDisk disk = LoopDisk.at(ServerProcess.data(home), DISK_MIB);
        BusyServer busy = new BusyServer(ServerProcess.Launch.serve(home).settings(SPACE))) {
      busy.begin(FILLINGS + " fillings");
      fillWithBallast(disk, busy);
      for (int filling = 1; filling < FILLINGS; filling++) {
        busy.awaitEdits();
        if (filling % 2 == 0) {
          fillByReading(disk, busy);
        } else {
          fill(disk, busy);
        }
        assertThat(busy.process().isAlive()).as("the server is still the first one").isTrue();
      }
      busy.finish();
    }
  }

  /** A file takes all the room, and goes. */
  private static void fill(LoopDisk disk, BusyServer busy) throws Exception {
    Path file = disk.root().resolve("filler");
    HttpDoor door = busy.crowd().door();
    HttpDoor.Person away = Crowd.await(door.signIn("林則徐", Crowd.PASSWORD));
    letSignInsRest(disk, away);
    fillUp(file, 0);
    awaitFull(busy);
    assertThatThrownBy(() -> Crowd.await(door.get("/api/me", away)))
        .as("whoever was away for too long is signed in no more")
        .hasMessageContaining("401");
    Files.delete(file);
    busy.awaitEdits(); // it goes on without a restart
  }

  /**
   * As if everybody had been away: the next request of a sign-in would write that it was used.
   * Somebody was away for so long that the next request ends the sign-in.
   */
  private static void letSignInsRest(LoopDisk disk, HttpDoor.Person away) throws SQLException {
    String hash = Digest.of(away.cookie().split("=", 2)[1]);
    try (Connection aside =
            DriverManager.getConnection("jdbc:sqlite:" + disk.root().resolve("dianjiao.db"));
        Statement statement = aside.createStatement()) {
      statement.executeUpdate("UPDATE sign_in SET last_used_at = last_used_at - 300000");
      statement.executeUpdate(
          "UPDATE sign_in SET last_used_at = 1 WHERE token_hash = '" + hash + "'");
    }
  }

  /** A file takes all the room and stays; the ballast makes enough to sign in and to go on. */
  private static void fillWithBallast(LoopDisk disk, BusyServer busy) throws Exception {
    Path ballast = disk.root().resolve(FreeSpace.BALLAST);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (Files.notExists(ballast) && System.nanoTime() < deadline) {
      Thread.sleep(POLL_MILLIS);
    }
    Path file = disk.root().resolve("filler");
    fillUp(file, 0);
    awaitFull(busy);
    Files.delete(ballast);
    busy.awaitEdits(); // it goes on without a restart
    Crowd.await(busy.crowd().door().signIn("林則徐", Crowd.PASSWORD));
    Files.delete(file);
  }

  /** A read that does not end keeps the write-ahead log from being emptied, until it fills all. */
  private static void fillByReading(LoopDisk disk, BusyServer busy) throws Exception {
    Path file = disk.root().resolve("filler");
    try (Connection reader =
            DriverManager.getConnection("jdbc:sqlite:" + disk.root().resolve("dianjiao.db"));
        Statement statement = reader.createStatement();
        ResultSet rows = statement.executeQuery("SELECT revision FROM change_log")) {
      assertThat(rows.next()).isTrue();
      fillUp(file, ROOM_FOR_THE_LOG);
      awaitFull(busy);
    }
    Files.delete(file); // what the log holds needs a little room before the log can be emptied
    busy.awaitEdits(); // it goes on without a restart
  }

  /** As long as there is no room the document can be read: who is told has it open again. */
  private static void awaitFull(BusyServer busy) throws InterruptedException {
    Crowd crowd = busy.crowd();
    assertThat(crowd.awaitMore(Full.class, 1))
        .as("told that it is full, seed %d", busy.seed())
        .isTrue();
    String about =
        Crowd.await(crowd.door().get("/api/documents/" + crowd.document(), crowd.administrator()));
    assertThat(new JsonObject(about).getLong("revision")).isPositive();
  }

  /** Writes until no more room is left than that. */
  private static void fillUp(Path file, int left) throws IOException {
    FileStore store = Files.getFileStore(file.getParent());
    int block = BLOCK;
    try (OutputStream out = Files.newOutputStream(file)) {
      while (block > 0 && (left == 0 || store.getUsableSpace() > left)) {
        try {
          out.write(new byte[block]);
        } catch (IOException full) {
          block /= 2;
        }
      }
    }
  }
}
