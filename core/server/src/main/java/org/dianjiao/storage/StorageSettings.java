package org.dianjiao.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where the data lies and how to reach it. Start from {@link #defaults} and name what differs.
 *
 * @param url JDBC address of a PostgreSQL server ({@code jdbc:postgresql://host/name}); empty for
 *     the embedded database
 * @param directory of the embedded database; made when missing
 * @param user for PostgreSQL
 * @param password for PostgreSQL
 * @param readers how many connections read at once, 1 to 64
 * @param busyTimeout how long to wait for a connection or a lock before giving up
 * @param checkOnOpen whether the embedded file is read through for damage when it is opened
 * @param fsyncOffForTests lets a PostgreSQL server run that may lose data at a power cut; only ever
 *     true in tests
 * @param space how much room the disk has to have
 */
public record StorageSettings(
    String url,
    Path directory,
    String user,
    String password,
    int readers,
    Duration busyTimeout,
    boolean checkOnOpen,
    boolean fsyncOffForTests,
    SpaceSettings space) {

  /** Requires a PostgreSQL address or none, 1 to 64 readers, a timeout of at least 1 ms. */
  public StorageSettings {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(space, "space");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "database address " + url + " does not start with jdbc:postgresql:");
    }
    if (readers < 1 || readers > 64) {
      throw new IllegalArgumentException(readers + " readers; there can be 1 to 64");
    }
    if (busyTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("busy timeout " + busyTimeout + " is under 1 ms");
    }
  }

  /** The embedded database in the given directory. */
  public static StorageSettings defaults(Path directory) {
    return new StorageSettings(
        "", directory, "", "", 4, Duration.ofSeconds(5), true, false, SpaceSettings.defaults());
  }

  /** The same, on a PostgreSQL server. */
  public StorageSettings withServer(String url, String user, String password) {
    return new StorageSettings(
        url, directory, user, password, readers, busyTimeout, checkOnOpen, fsyncOffForTests, space);
  }

  /** The same with another time to wait for a connection or a lock. */
  public StorageSettings withBusyTimeout(Duration busyTimeout) {
    return new StorageSettings(
        url, directory, user, password, readers, busyTimeout, checkOnOpen, fsyncOffForTests, space);
  }

  /** The same with other rules for the room on the disk. */
  public StorageSettings withSpace(SpaceSettings space) {
    return new StorageSettings(
        url, directory, user, password, readers, busyTimeout, checkOnOpen, fsyncOffForTests, space);
  }

  /** The same, accepting a PostgreSQL server that runs without fsync. Only for tests. */
  public StorageSettings withFsyncOffForTests() {
    return new StorageSettings(
        url, directory, user, password, readers, busyTimeout, checkOnOpen, true, space);
  }

  /** Whether the data lies in a file of our own. */
  public boolean embedded() {
    return url.isEmpty();
  }

  /** Everything but the password; an address may carry one too. */
  @Override
  public String toString() {
    return embedded() ? "SQLite in " + directory : "PostgreSQL as " + user;
  }
}
