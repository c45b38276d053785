package org.dianjiao.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operating system's promise that one process writes this database. It ends with the process,
 * however that ends; the lock file stays and means nothing by itself.
 */
final class ServerLock implements AutoCloseable {

  /**
   * What this process holds. Asked before the lock file is touched, because POSIX drops a process's
   * locks on a file as soon as the process closes any descriptor of it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ServerLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock beside a database file, whose directory exists.
   *
   * @throws DatabaseLocked when another server has it
   */
  static ServerLock take(Path database) {
    try {
      Path directory = database.toAbsolutePath().getParent().toRealPath();
      Path file = directory.resolve(database.getFileName() + ".lock");
      if (!HELD.add(file)) {
        throw locked(database, Long.toString(ProcessHandle.current().pid()));
      }
      try {
        return new ServerLock(file, lock(file, database));
      } catch (IOException | DatabaseLocked e) {
        HELD.remove(file);
        throw e;
      }
    } catch (IOException e) {
      throw new StorageFailure(
          "cannot lock %s: %s; check who may write there".formatted(database, e.getMessage()), e);
    }
  }

  private static FileChannel lock(Path file, Path database) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw locked(database, Files.readString(file, StandardCharsets.US_ASCII));
    }
    channel.truncate(0);
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static DatabaseLocked locked(Path database, String holder) {
    return new DatabaseLocked(
        "another server (process %s) works with %s; stop it, or use another data directory"
            .formatted(holder, database));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StorageFailure("cannot give up the lock: " + e.getMessage(), e);
    } finally {
      HELD.remove(file);
    }
  }
}
