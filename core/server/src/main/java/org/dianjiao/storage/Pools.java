package org.dianjiao.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** How connections are kept. */
final class Pools {

  private static final long SHORTEST_WAIT_MS = 250; // HikariCP takes no less

  private Pools() {}

  /** A pool that never replaces a connection: for a file there is no reason to. */
  static HikariDataSource lasting(
      String name, DataSource source, int size, boolean readOnly, StorageSettings settings) {
    HikariConfig config = config(name, source, size, settings);
    config.setReadOnly(readOnly);
    config.setMaxLifetime(0);
    config.setIdleTimeout(0);
    return new HikariDataSource(config);
  }

  /** A pool that replaces its connections now and then, as servers and networks want it. */
  static HikariDataSource renewing(
      String name, DataSource source, int size, StorageSettings settings) {
    return new HikariDataSource(config(name, source, size, settings));
  }

  private static HikariConfig config(
      String name, DataSource source, int size, StorageSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1); // the caller has checked; never half open
    config.setConnectionTimeout(Math.max(SHORTEST_WAIT_MS, settings.busyTimeout().toMillis()));
    return config;
  }
}
