package org.dianjiao.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The only way to the tables. Writing and reading have pools of their own; on SQLite the writing
 * pool is one connection, so whoever has it is the only writer.
 *
 * <p>After damage has shown itself, nothing is written any more: a second fsync would report
 * success for pages that the first one lost. That is decided before the connection is given back,
 * so nobody else can write in between.
 */
final class Transactions implements AutoCloseable {

  private final Engine engine;
  private final HikariDataSource writingPool;
  private final HikariDataSource readingPool;
  private final Optional<Checkpoints> checkpoints;
  private final Consumer<StorageDamage> onDamage;
  private final Jdbi writing;
  private final Jdbi reading;
  private final AtomicReference<StorageDamage> stopped = new AtomicReference<>();

  /**
   * The way to one database.
   *
   * @param onDamage called once, by the thread that saw it, which keeps its connection meanwhile
   */
  Transactions(
      Engine engine,
      HikariDataSource writingPool,
      HikariDataSource readingPool,
      Optional<Checkpoints> checkpoints,
      Consumer<StorageDamage> onDamage) {
    this.engine = engine;
    this.writingPool = writingPool;
    this.readingPool = readingPool;
    this.checkpoints = checkpoints;
    this.onDamage = onDamage;
    this.writing = Jdbi.create(writingPool);
    this.reading = Jdbi.create(readingPool);
  }

  Engine engine() {
    return engine;
  }

  /** Runs the work in one transaction; when this returns it is on disk. */
  <T> T write(HandleCallback<T, SQLException> work) {
    refuseAfterDamage();
    return told(writing, "the database could not write", handle -> committed(handle, work));
  }

  private <T> T committed(Handle handle, HandleCallback<T, SQLException> work) throws SQLException {
    refuseAfterDamage();
    if (checkpoints.isPresent()) {
      checkpoints.get().beforeWrite(handle.getConnection());
    }
    return handle.inTransaction(work);
  }

  private void refuseAfterDamage() {
    StorageDamage damage = stopped.get();
    if (damage != null) {
      throw new StorageDamage("nothing is written since: " + damage.getMessage(), damage);
    }
  }

  /** Runs the work outside a transaction: each statement sees one instant. */
  <T> T read(HandleCallback<T, SQLException> work) {
    return told(reading, "the database could not read", work);
  }

  private <T> T told(Jdbi pool, String what, HandleCallback<T, SQLException> work) {
    try {
      return pool.withHandle(
          handle -> {
            try {
              return work.withHandle(handle);
            } catch (JdbiException | SQLException e) {
              throw failure(what, e);
            }
          });
    } catch (JdbiException e) { // there was no connection to be had
      throw failure(what, e);
    }
  }

  private StorageFailure failure(String what, Exception e) {
    SQLException cause = sqlCause(e);
    String message = what + ": " + cause.getMessage() + " (" + engine.advice(cause) + ")";
    if (engine.untrustworthy(cause)) {
      StorageDamage damage = new StorageDamage(message, e);
      if (stopped.compareAndSet(null, damage)) {
        onDamage.accept(damage);
      }
      return damage;
    }
    if (engine.isFull(cause)) {
      checkpoints.ifPresent(Checkpoints::roomWanted);
      return new StorageFull(message, e);
    }
    return new StorageFailure(message, e);
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
    checkpoints.ifPresent(Checkpoints::close);
    readingPool.close();
    writingPool.close();
  }
}
