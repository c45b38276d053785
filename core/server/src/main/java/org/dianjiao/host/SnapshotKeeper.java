package org.dianjiao.host;

import org.dianjiao.document.Document;
import org.dianjiao.exchange.Replay;
import org.dianjiao.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the whole state now and then, one at a time, so that opening replays a short tail only. A
 * large state is stored less often, so that the work for it stays a small part of each change.
 */
final class SnapshotKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

  /** Characters that are stored in about the time that one change takes, forty times over. */
  private static final int UNITS_PER_CHANGE = 200;

  /** Characters that are stored in the time that an annotation takes. */
  private static final int UNITS_PER_ANNOTATION = 20;

  private final String document;
  private final Database database;
  private final Reader worker;
  private final int every;
  private long stored;
  private boolean storing;

  /**
   * A keeper.
   *
   * @param every how many changes lie between two snapshots at least
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
    if (storing || state.revision() - stored < Math.max(every, worth(state))) {
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

  /** After how many changes a snapshot of this size is worth its work. */
  private static long worth(Document state) {
    long units = state.text().length() + (long) UNITS_PER_ANNOTATION * state.annotationCount();
    return units / UNITS_PER_CHANGE;
  }
}
