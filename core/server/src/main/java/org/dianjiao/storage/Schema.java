package org.dianjiao.storage;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The tables, and the numbered files under {@code db/} that make them. Only ever forward. */
final class Schema {

  private final Flyway flyway;

  Schema(DataSource source) {
    this.flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:db")
            .validateMigrationNaming(true)
            .load();
  }

  /**
   * Brings an older or empty database up to date, each step in one transaction.
   *
   * @throws StorageFailure when it is newer than this program, or was changed by somebody else
   */
  void migrate() {
    try {
      refuseNewer(flyway.info());
      flyway.migrate();
    } catch (FlywayException e) {
      throw failure("the tables could not be brought up to date", e);
    }
  }

  /**
   * Checks without changing anything.
   *
   * @throws StorageFailure when the tables are older or newer than this program
   */
  void requireCurrent() {
    try {
      MigrationInfoService info = flyway.info();
      refuseNewer(info);
      if (info.pending().length > 0) {
        throw new StorageFailure(
            "the database has the tables of version %s, this program needs %s; start the server of"
                    .formatted(version(info.current()), version(last(info.pending())))
                + " this version once, it brings them up to date");
      }
    } catch (FlywayException e) {
      throw failure("the tables could not be checked", e);
    }
  }

  private static void refuseNewer(MigrationInfoService info) {
    boolean newer =
        Arrays.stream(info.applied())
            .anyMatch(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS);
    if (newer) {
      throw new StorageFailure(
          "the database has the tables of version %s, newer than this program; use a newer program"
              .formatted(version(info.current())));
    }
  }

  private static MigrationInfo last(MigrationInfo[] migrations) {
    return migrations[migrations.length - 1];
  }

  private static String version(MigrationInfo migration) {
    return migration == null ? "none" : migration.getVersion().toString();
  }

  private static StorageFailure failure(String what, FlywayException e) {
    return new StorageFailure(
        what + ": " + e.getMessage() + " (give the server a database of its own)", e);
  }
}
