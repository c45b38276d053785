package org.dianjiao.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.plugin.PluginState;
import org.dianjiao.storage.AuditLog;
import org.dianjiao.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server itself does, in the audit log: that it starts with which plugins, and stops.
 * Blocking.
 */
final class Happenings {

  private static final Logger LOG = LoggerFactory.getLogger(Happenings.class);
  private static final Set<String> NOT_RUNNING =
      Set.of(PluginState.REFUSED.word(), PluginState.FAILED.word());

  private final AuditLog log;

  Happenings(AuditLog log) {
    this.log = log;
  }

  /**
   * It has started.
   *
   * @param version of the server
   * @param plugins that it found
   * @param settings the folder of their settings; each file is named by its SHA-256, so that a
   *     change shows
   */
  void started(String version, List<PluginDescribed> plugins, Path settings) {
    write(Outcome.ALLOWED, "start-server", "", version);
    files(settings)
        .forEach(file -> write(Outcome.ALLOWED, "configure-plugin", name(file), hash(file)));
    for (PluginDescribed plugin : plugins) {
      boolean runs = !NOT_RUNNING.contains(plugin.state());
      write(
          runs ? Outcome.ALLOWED : Outcome.FAILED,
          "start-plugin",
          plugin.id(),
          plugin.version() + " " + plugin.state());
    }
  }

  /** It stops in good order. A start without a stop before it follows a crash. */
  void stopped() {
    write(Outcome.ALLOWED, "stop-server", "", "");
  }

  /** A full disk keeps no server from starting, so that somebody can make room. */
  private void write(Outcome outcome, String operation, String thing, String detail) {
    try {
      log.append(new Event(Instant.now(), outcome, operation, "", thing, "", detail));
    } catch (StorageException unwritten) {
      LOG.warn("{} could not be written down: {}", operation, unwritten.getMessage());
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String hash(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
