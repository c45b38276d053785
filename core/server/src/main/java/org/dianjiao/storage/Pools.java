package org.dianjiao.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** How connections are kept. A pool never fails to open: its caller has checked the database. */
final class Pools {

  private static final long SHORTEST_WAIT_MS = 250; // HikariCP takes no less

  private Pools() {}

  static HikariDataSource writing(DataSource source, int size, StorageSettings settings) {
    return new HikariDataSource(config("dianjiao-writer", source, size, settings));
  }

  static HikariDataSource reading(DataSource source, StorageSettings settings) {
    HikariConfig config = config("dianjiao-reader", source, settings.readers(), settings);
    config.setReadOnly(true);
    return new HikariDataSource(config);
  }

  private static HikariConfig config(
      String name, DataSource source, int size, StorageSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Math.max(SHORTEST_WAIT_MS, settings.busyTimeout().toMillis()));
    config.setInitializationFailTimeout(-1);
    if (settings.embedded()) { // connections to a file do not grow stale
      config.setMaxLifetime(0);
      config.setIdleTimeout(0);
    }
    return config;
  }
}
