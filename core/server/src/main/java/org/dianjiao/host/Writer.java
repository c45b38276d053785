package org.dianjiao.host;

import io.vertx.core.Future;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;

/** The way of batches to the log. */
@FunctionalInterface
interface Writer {

  /**
   * Appends a batch. Completes on the calling context when it is on disk or refused; fails when the
   * outcome is not known.
   */
  Future<AppendResult> append(Batch batch);
}
