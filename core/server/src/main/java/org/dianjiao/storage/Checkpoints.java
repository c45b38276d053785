package org.dianjiao.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that SQLite's write-ahead log is copied back into the database file. SQLite would do
 * so by itself after a commit, but then nobody hears of a failed flush, and every writer waits. So
 * it is done beside the writer ({@link Copying}); what came in meanwhile is copied between two
 * transactions of the connection that writes, so that the next begins at the start of the log.
 *
 * <p>Before the first write of a process the log is emptied. What a flush failed to write may have
 * been read back from the memory of the system and look stored: it is written once more, and
 * nothing is appended behind a gap that a power cut would show.
 *
 * <p>A log that grows over the alarm is emptied as soon as its readers let go. Used by whoever has
 * the connection, so by one thread at a time.
 */
final class Checkpoints implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final int LOOK_EVERY = 8; // transactions; each is a handful of pages
  private static final int ENOUGH_PAGES = 4_000; // readers look through one table for so many
  private static final int PAGE_BYTES = 4_096;
  private static final int BYTES_PER_MIB = 1 << 20;
  private static final int PATIENCE_MILLIS = 250;
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Copying copying;
  private final long alarmPages;
  private final long busyMillis;
  private boolean emptied;
  private volatile boolean roomWanted;
  private int writes;
  private long nextTry = System.nanoTime();

  /** What {@code PRAGMA wal_checkpoint} answers; pages of the log. */
  private record State(boolean busy, int pages, int copied) {}

  /**
   * Checkpoints of one database.
   *
   * @param copying the log into the file; closed with this
   * @param alarmMib size of the log that is not passed in silence
   * @param busyMillis how long a reader is waited for before the first write
   */
  Checkpoints(Copying copying, int alarmMib, long busyMillis) {
    this.copying = copying;
    this.alarmPages = (long) alarmMib * BYTES_PER_MIB / PAGE_BYTES;
    this.busyMillis = busyMillis;
  }

  /** There was no room: before the next write the log is emptied, if it can be, to make some. */
  void roomWanted() {
    roomWanted = true;
  }

  /**
   * Called before each transaction, outside of it.
   *
   * @throws SQLException when the disk failed or is full
   * @throws StorageFailure when another program reads, so that the log cannot be emptied
   */
  void beforeWrite(Connection connection) throws SQLException {
    if (!emptied) {
      empty(connection);
    } else if (roomWanted) {
      shortly(connection);
      roomWanted = false;
    } else if (++writes >= LOOK_EVERY) {
      writes = 0;
      look(connection);
    }
  }

  private void empty(Connection connection) throws SQLException {
    State state = checkpoint(connection, "TRUNCATE");
    if (state.busy()) {
      throw new StorageFailure(
          "another program has read the database for over %d ms, and nothing is written before its"
                  .formatted(busyMillis)
              + " write-ahead log is empty; end that program");
    }
    emptied = true;
  }

  private void look(Connection connection) throws SQLException {
    if (copying.isRunning()) {
      return;
    }
    State state = checkpoint(connection, copying.hasEnded() ? "PASSIVE" : "NOOP");
    if (state.pages() - state.copied() >= ENOUGH_PAGES) {
      copying.start();
    } else if (state.pages() > alarmPages) {
      shrink(connection);
    }
  }

  /** Readers hold the log, or there is never a moment without one: stop writing for a moment. */
  private void shrink(Connection connection) throws SQLException {
    if (System.nanoTime() - nextTry < 0) {
      return;
    }
    nextTry = System.nanoTime() + QUIET_NANOS;
    State state = shortly(connection);
    if (state.busy()) {
      LOG.warn(
          "the write-ahead log has {} MiB, over the alarm of {}: another program or a long read"
              + " keeps it from being emptied; it goes on growing until that ends",
          (long) state.pages() * PAGE_BYTES / BYTES_PER_MIB,
          alarmPages * PAGE_BYTES / BYTES_PER_MIB);
    }
  }

  /** Empties the log, unless a reader holds it for longer than a moment. */
  private State shortly(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
      try {
        return checkpoint(connection, "TRUNCATE");
      } finally {
        statement.execute("PRAGMA busy_timeout = " + busyMillis);
      }
    }
  }

  /** Waits for a copying that is under way. */
  @Override
  public void close() {
    copying.close();
  }

  private static State checkpoint(Connection connection, String mode) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
      row.next();
      return new State(row.getBoolean(1), row.getInt(2), row.getInt(3));
    }
  }
}
