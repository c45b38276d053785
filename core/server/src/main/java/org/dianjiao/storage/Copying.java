package org.dianjiao.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Copies SQLite's write-ahead log into the database file, on a thread and a connection of its own,
 * while the writer writes on. One copying at a time. Used by one thread at a time.
 */
final class Copying implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final DataSource connections;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Copying::daemon);
  private Optional<Future<?>> last = Optional.empty();

  Copying(DataSource connections) {
    this.connections = connections;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "dianjiao-checkpoints");
    thread.setDaemon(true);
    return thread;
  }

  /** Starts to copy what the log has now. */
  void start() {
    last = Optional.of(thread.submit(this::copy));
  }

  private Void copy() throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
    }
    return null;
  }

  /** Whether a copying is under way. */
  boolean isRunning() {
    return last.isPresent() && !last.get().isDone();
  }

  /**
   * Whether a copying has ended since this was asked last.
   *
   * @throws SQLException when it failed
   */
  boolean hasEnded() throws SQLException {
    if (last.isEmpty() || isRunning()) {
      return false;
    }
    Future<?> ended = last.get();
    last = Optional.empty();
    try {
      ended.get();
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof SQLException cause ? cause : new SQLException(failed);
    }
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
