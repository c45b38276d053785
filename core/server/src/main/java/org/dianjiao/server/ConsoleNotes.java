package org.dianjiao.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.storage.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What commands do by files while a server may run on the same data: only the server writes the
 * audit log then, so a command leaves a note, and the server takes it over soon, or when it starts
 * next. A note may be taken twice when the server is killed, and is never lost. Blocking.
 */
public final class ConsoleNotes {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleNotes.class);
  private static final String DETAIL = "console";
  private static final String SUFFIX = ".json";

  private final Path folder;

  /** The notes beside the data of an installation. */
  public ConsoleNotes(ServerSettings settings) {
    this.folder = settings.storage().directory().resolve("console");
  }

  /**
   * Says what is about to be done.
   *
   * @param operation its word
   * @param thing that it is about
   * @param how a number that belongs to it; may be empty
   */
  public void leave(String operation, String thing, String how) {
    Instant now = Instant.now();
    String detail = how.isEmpty() ? DETAIL : DETAIL + " " + how;
    Event event = new Event(now, Outcome.ALLOWED, operation, "", thing, "", detail);
    String name = "%016d-%s%s".formatted(now.toEpochMilli(), UUID.randomUUID(), SUFFIX);
    Path whole = folder.resolve("." + name);
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(Json.bytes(event));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write into " + folder, failure);
    }
  }

  /** Writes all of them into the audit log, the oldest first. */
  void take(AuditLog log) {
    for (Path note : notes()) {
      try {
        log.append(Json.read(Files.readAllBytes(note), Event.class));
        Files.delete(note);
      } catch (MalformedJson | IOException fault) {
        LOG.warn("{} is no note of a command: {}", note, fault.getMessage());
      }
    }
  }

  private List<Path> notes() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list " + folder, failure);
    }
  }
}
