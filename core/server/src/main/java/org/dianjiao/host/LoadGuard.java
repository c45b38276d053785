package org.dianjiao.host;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Quarantine;
import org.dianjiao.storage.StorageException;
import org.dianjiao.storage.StorageFull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens documents, and keeps one that cannot be opened from being tried for ever. An attempt is
 * written down before it is made: a document whose loading ends the whole server is found out too.
 */
final class LoadGuard {

  /** Attempts that lie further back do not count. */
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(LoadGuard.class);

  private final Database database;
  private final Quarantine quarantine;
  private final Limits limits;
  private final InstantSource clock;

  LoadGuard(Database database, Limits limits, InstantSource clock) {
    this.database = database;
    this.quarantine = database.quarantine();
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Claims a document and loads it. Blocking.
   *
   * @throws Refusal {@link FailureCode#QUARANTINED}, now and until an administrator lets it out
   */
  Opening open(String document, String node) {
    quarantine
        .find(document)
        .ifPresent(
            entry -> {
              throw refusal(entry.reason());
            });
    int attempts = attempt(document);
    if (attempts > limits.loadAttempts()) {
      throw close(
          document,
          "the server began to open it %d times within %d minutes and never got to the end"
              .formatted(attempts - 1, WINDOW.toMinutes()));
    }
    try {
      Opening opening = Opening.claim(database, document, node, limits);
      forget(document);
      return opening;
    } catch (StorageException unreachable) {
      forget(document);
      throw unreachable;
    } catch (RuntimeException wrong) {
      LOG.warn("document {} cannot be opened", document, wrong);
      throw close(document, wrong.getMessage());
    }
  }

  /** Which attempt this is; on a full disk none can be written down. */
  private int attempt(String document) {
    try {
      return quarantine.attempt(document, clock.instant(), WINDOW);
    } catch (StorageFull full) {
      return 0;
    }
  }

  /** It was loaded; or it was not, and that was the storage's fault. */
  private void forget(String document) {
    try {
      quarantine.loaded(document);
    } catch (StorageException unreachable) {
      LOG.debug("an attempt to open {} stays counted", document, unreachable);
    }
  }

  private Refusal close(String document, String reason) {
    LOG.error(
        "document {} is put into quarantine: {}; look with dianjiao verify {}",
        document,
        reason,
        document);
    quarantine.put(document, clock.instant().truncatedTo(ChronoUnit.MILLIS), reason);
    return refusal(reason);
  }

  private static Refusal refusal(String reason) {
    return new Refusal(
        FailureCode.QUARANTINED,
        "this document needs the attention of an administrator: " + reason);
  }
}
