package org.dianjiao.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.AuditLog;
import org.dianjiao.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the audit log. What is allowed is always written, and is not done when that fails.
 * What is refused is written as long as it is not too much: of the rest the number is, so that
 * nobody fills the disk by being refused. All methods but one block. Thread safe.
 */
final class AuditDesk {

  private static final Logger LOG = LoggerFactory.getLogger(AuditDesk.class);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final AuditLog log;
  private final int most;
  private long windowStart = System.nanoTime();
  private int written;
  private long omitted;

  /**
   * An empty desk.
   *
   * @param most denials and failures that are written down in a minute
   */
  AuditDesk(AuditLog log, int most) {
    this.log = log;
    this.most = most;
  }

  /**
   * Who asked for what.
   *
   * @param account its id; empty for nobody
   * @param thing id of what it is about
   * @param address of the network
   */
  record Asked(Operation operation, String account, String thing, String address) {}

  /**
   * Something is about to be done. When it then fails, {@link #failed} says so: what is allowed and
   * not followed by that was done, unless the server ended in between.
   *
   * @throws StorageException when that cannot be written: then it may not be done
   */
  void allowed(Asked asked) {
    log.append(event(Outcome.ALLOWED, asked, ""));
  }

  /** What was written as allowed was not done after all. Always written. */
  void failed(Asked asked, String code) {
    append(event(Outcome.FAILED, asked, code));
  }

  /** Something was not done. */
  void refused(Outcome outcome, Asked asked, String code) {
    noted(outcome, asked, code).ifPresent(Runnable::run);
  }

  /**
   * Something was not done. Only counts, and does not block; what it returns writes it down, and is
   * empty when it was too much already.
   */
  Optional<Runnable> noted(Outcome outcome, Asked asked, String code) {
    long before = counted();
    if (before < 0) {
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          if (before > 0) {
            Asked nobody = new Asked(asked.operation(), "", "", "");
            append(event(Outcome.OMITTED, nobody, "" + before));
          }
          append(event(outcome, asked, code));
        });
  }

  /** What was not done stays undone whether it can be written down or not. */
  private void append(Event event) {
    try {
      log.append(event);
    } catch (StorageException unwritten) {
      LOG.warn("a refusal could not be written down: {}", unwritten.getMessage());
    }
  }

  /** How many were left out before this one; below 0 when this one is left out too. */
  private synchronized long counted() {
    long now = System.nanoTime();
    if (now - windowStart >= WINDOW.toNanos()) {
      windowStart = now;
      written = 0;
    }
    if (written >= most) {
      omitted++;
      return -1;
    }
    written++;
    long before = omitted;
    omitted = 0;
    return before;
  }

  private static Event event(Outcome outcome, Asked asked, String detail) {
    return new Event(
        Instant.now(),
        outcome,
        asked.operation().word(),
        asked.account(),
        asked.thing(),
        asked.address(),
        detail);
  }
}
