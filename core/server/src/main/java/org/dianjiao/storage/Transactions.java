package org.dianjiao.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The only way to the tables. Writing and reading have pools of their own; on SQLite the writing
 * pool is one connection, so whoever has it is the only writer.
 *
 * <p>After damage has shown itself, nothing is written any more: a second fsync would report
 * success for pages that the first one lost.
 */
final class Transactions implements AutoCloseable {

  private final Engine engine;
  private final HikariDataSource writingPool;
  private final HikariDataSource readingPool;
  private final Jdbi writing;
  private final Jdbi reading;
  private final AtomicReference<StorageFailure> stopped = new AtomicReference<>();

  Transactions(Engine engine, HikariDataSource writingPool, HikariDataSource readingPool) {
    this.engine = engine;
    this.writingPool = writingPool;
    this.readingPool = readingPool;
    this.writing = Jdbi.create(writingPool);
    this.reading = Jdbi.create(readingPool);
  }

  Engine engine() {
    return engine;
  }

  /** Runs the work in one transaction; when this returns it is on disk. */
  <T> T write(HandleCallback<T, SQLException> work) {
    StorageFailure damage = stopped.get();
    if (damage != null) {
      throw new StorageFailure("nothing is written since: " + damage.getMessage(), damage);
    }
    try {
      return writing.inTransaction(work);
    } catch (JdbiException | SQLException e) {
      throw failure("the database could not write", e);
    }
  }

  /** Runs the work outside a transaction: each statement sees one instant. */
  <T> T read(HandleCallback<T, SQLException> work) {
    try {
      return reading.withHandle(work);
    } catch (JdbiException | SQLException e) {
      throw failure("the database could not read", e);
    }
  }

  private StorageFailure failure(String what, Exception e) {
    SQLException cause = sqlCause(e);
    StorageFailure failure =
        new StorageFailure(what + ": " + cause.getMessage() + " (" + engine.advice(cause) + ")", e);
    if (engine.untrustworthy(cause)) {
      stopped.compareAndSet(null, failure);
    }
    return failure;
  }

  private static SQLException sqlCause(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return new SQLException(e.getMessage(), e);
  }

  @Override
  public void close() {
    readingPool.close();
    writingPool.close();
  }
}
