package org.dianjiao.storage;

import java.util.Optional;

/** States of documents that the log can always reproduce. */
public interface Snapshots {

  /**
   * The newest one that is not behind {@code atMost} and whose chain hash is the log's; one that
   * does not agree with the log is passed over.
   */
  Optional<Snapshot> latest(String document, long atMost);

  /**
   * Keeps it; of each document only the newest three and the one at revision 1 stay.
   *
   * @throws IllegalStateException when the log has no such revision with this chain hash
   */
  void save(Snapshot snapshot);
}
