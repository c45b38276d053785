package org.dianjiao.storage;

import java.util.Optional;

/**
 * What reading a document's whole log showed.
 *
 * @param document that was read
 * @param revisions how many are in order, from the first one
 * @param chain the chain hash behind them
 * @param fault the first thing that is wrong, empty when the log is sound
 */
public record ChainReport(String document, long revisions, String chain, Optional<Fault> fault) {

  /**
   * Something that cannot have been written by the server.
   *
   * @param revision where
   * @param message what is wrong with it, in words that do not name it again
   */
  public record Fault(long revision, String message) {

    /** Where and what, in one sentence. */
    public String words() {
      return "revision %d: %s".formatted(revision, message);
    }
  }

  /** Whether nothing is wrong. */
  public boolean sound() {
    return fault.isEmpty();
  }
}
