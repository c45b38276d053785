package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;
import org.dianjiao.storage.ChainReport.Fault;

/** Reads a log in order, page by page, up to the first thing that is wrong. */
final class ChainCheck {

  private final String document;
  private long revision;
  private long epoch;
  private String chain;
  private Optional<Fault> fault = Optional.empty();

  ChainCheck(String document) {
    this.document = document;
    this.chain = Chain.start(document);
  }

  /** The revision that has to come next. */
  long next() {
    return revision + 1;
  }

  /** Checks the following entries; false at a fault. */
  boolean take(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      fault = wrong(entry);
      if (fault.isPresent()) {
        return false;
      }
      revision = entry.revision();
      epoch = entry.epoch();
      chain = entry.chain();
    }
    return true;
  }

  private Optional<Fault> wrong(LogEntry entry) {
    if (entry.revision() != next()) {
      return Optional.of(
          new Fault(
              next(), "revision %d is missing, %d follows".formatted(next(), entry.revision())));
    }
    if (entry.epoch() < epoch) {
      return Optional.of(
          new Fault(next(), "epoch %d was written after epoch %d".formatted(entry.epoch(), epoch)));
    }
    if (!entry.chain().equals(Chain.next(chain, document, entry))) {
      return Optional.of(
          new Fault(next(), "revision %d does not have the hash of its content".formatted(next())));
    }
    return Optional.empty();
  }

  /** The result, with a fault from elsewhere when the log itself has none. */
  ChainReport report(Optional<Fault> otherwise) {
    return new ChainReport(document, revision, chain, fault.or(() -> otherwise));
  }
}
