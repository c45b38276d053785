package org.dianjiao.host;

import org.dianjiao.document.Document;
import org.dianjiao.exchange.Replay;
import org.dianjiao.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the whole state now and then, one at a time, so that opening replays a short tail only.
 */
final class SnapshotKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

  private final String document;
  private final Database database;
  private final Reader worker;
  private final int every;
  private long stored;
  private boolean storing;

  /**
   * A keeper.
   *
   * @param every how many changes lie between two snapshots
   * @param stored the revision of the newest one
   */
  SnapshotKeeper(String document, Database database, Reader worker, int every, long stored) {
    this.document = document;
    this.database = database;
    this.worker = worker;
    this.every = every;
    this.stored = stored;
  }

  /** A state is durable, with this chain hash. */
  void committed(Document state, String chain) {
    if (storing || state.revision() - stored < every) {
      return;
    }
    storing = true;
    worker
        .read(
            () -> {
              database.snapshots().save(Replay.snapshot(document, state, chain));
              return state.revision();
            })
        .onComplete(
            saved -> {
              storing = false;
              if (saved.succeeded()) {
                stored = saved.result();
              } else {
                LOG.warn("no snapshot of {} at {}", document, state.revision(), saved.cause());
              }
            });
  }
}
