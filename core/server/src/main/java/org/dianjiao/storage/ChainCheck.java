package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;
import org.dianjiao.storage.ChainReport.Fault;

/**
 * Reads a log in order up to the first thing that is wrong: a gap, an epoch that falls, a hash that
 * is not that of its content. Not thread-safe.
 */
public final class ChainCheck {

  private final String document;
  private long revision;
  private long epoch;
  private String chain;
  private Optional<Fault> fault = Optional.empty();

  private ChainCheck(String document, long revision, String chain) {
    this.document = document;
    this.revision = revision;
    this.chain = chain;
  }

  /** Starts with the first revision. */
  public static ChainCheck ofAll(String document) {
    return new ChainCheck(document, 0, Chain.start(document));
  }

  /** Starts behind a revision with this chain hash. */
  public static ChainCheck after(String document, long revision, String chain) {
    return new ChainCheck(document, revision, chain);
  }

  /** The revision that has to come next. */
  long next() {
    return revision + 1;
  }

  /** Checks the following entries; false at a fault. */
  boolean take(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      if (take(entry).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Checks the next entry; after a fault nothing more is to be taken. */
  public Optional<Fault> take(LogEntry entry) {
    fault = wrong(entry);
    if (fault.isEmpty()) {
      revision = entry.revision();
      epoch = entry.epoch();
      chain = entry.chain();
    }
    return fault;
  }

  private Optional<Fault> wrong(LogEntry entry) {
    if (entry.revision() != next()) {
      return Optional.of(
          new Fault(next(), "it is missing, %d follows".formatted(entry.revision())));
    }
    if (entry.epoch() < epoch) {
      return Optional.of(
          new Fault(next(), "epoch %d was written after epoch %d".formatted(entry.epoch(), epoch)));
    }
    if (!entry.chain().equals(Chain.next(chain, document, entry))) {
      return Optional.of(new Fault(next(), "it does not have the hash of its content"));
    }
    return Optional.empty();
  }

  /** The result, with a fault from elsewhere when the log itself has none. */
  ChainReport report(Optional<Fault> otherwise) {
    return new ChainReport(document, revision, chain, fault.or(() -> otherwise));
  }
}
