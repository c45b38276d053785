package org.dianjiao.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room on the disk of the embedded database: warns when there is little, refuses what can wait
 * when there is almost none, and keeps a ballast file that can be deleted when there is none at
 * all. Every method blocks for a moment; all may be called from several threads.
 */
public final class FreeSpace {

  /** The file that may be deleted to have room at once. */
  public static final String BALLAST = "ballast";

  private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
  private static final long BYTES_PER_MIB = 1 << 20;
  private static final int PERCENT = 100;

  private final boolean embedded;
  private final Path directory;
  private final SpaceSettings settings;
  private boolean warned;

  /** The room for a database. A server of its own, like PostgreSQL, watches its disk itself. */
  public FreeSpace(StorageSettings settings) {
    this.embedded = settings.embedded();
    this.directory = settings.directory();
    this.settings = settings.space();
  }

  /**
   * Refuses what takes room and can wait.
   *
   * @param what in the plural, for the message
   * @throws StorageFull when there is too little room
   */
  public void require(String what) {
    if (!embedded || settings.refuseMib() == 0) {
      return;
    }
    long free = freeMib();
    if (free < settings.refuseMib()) {
      throw new StorageFull(
          "the disk of the server has %d MiB left; %s are refused under %d MiB"
              .formatted(free, what, settings.refuseMib()));
    }
  }

  /** Looks once: warns when it got less, says when it got better, makes the ballast. */
  public synchronized void look() {
    if (!embedded) {
      return;
    }
    long free = freeMib();
    boolean little = free < settings.warnMib() || freePercent() < settings.warnPercent();
    if (little && !warned) {
      LOG.warn(
          "the disk of {} has {} MiB left, {} % of it: make room; under {} MiB imports, uploads and"
              + " exports are refused, and when it is full nothing can be written",
          directory, free, freePercent(), settings.refuseMib());
    } else if (!little && warned) {
      LOG.info("the disk of {} has room again: {} MiB", directory, free);
    }
    warned = little;
    if (free >= settings.refuseMib() + 2L * settings.ballastMib()) {
      makeBallast();
    }
  }

  private void makeBallast() {
    Path file = directory.resolve(BALLAST);
    if (settings.ballastMib() == 0 || Files.exists(file)) {
      return;
    }
    try {
      writeBallast(directory.resolve(BALLAST + ".part"), file);
    } catch (IOException failure) {
      LOG.warn("no ballast in {}: {}", directory, failure.toString());
    }
  }

  /** Bytes that no file system makes smaller. */
  private void writeBallast(Path part, Path file) throws IOException {
    byte[] noise = new byte[(int) BYTES_PER_MIB];
    new Random(settings.ballastMib()).nextBytes(noise);
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        for (int i = 0; i < settings.ballastMib(); i++) {
          noise[i % noise.length]++;
          out.write(noise);
        }
      }
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private long freeMib() {
    return free(store()) / BYTES_PER_MIB;
  }

  private long freePercent() {
    FileStore store = store();
    try {
      return PERCENT * free(store) / Math.max(1, store.getTotalSpace());
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private long free(FileStore store) {
    try {
      return store.getUsableSpace();
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private FileStore store() {
    try {
      return Files.getFileStore(directory);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private StorageFailure unreadable(IOException failure) {
    return new StorageFailure(
        "the room on the disk of %s cannot be read: %s".formatted(directory, failure.getMessage()),
        failure);
  }
}
