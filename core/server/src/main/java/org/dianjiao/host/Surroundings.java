package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;

/** What the owners of one server work with. */
record Surroundings(
    String node,
    Vertx vertx,
    Database database,
    Writer writer,
    WorkerExecutor workers,
    PluginClient plugins,
    Limits limits,
    InstantSource clock) {

  /** As a {@link Reader} does; what goes wrong is told in the words of clients. */
  <T> Future<T> read(Callable<T> work) {
    return workers
        .executeBlocking(work, false)
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof RuntimeException known ? Failures.told(known) : failure));
  }

  /** Tells everybody who listens to the document. */
  void tell(DocumentEvent event) {
    DocumentEvents.tell(vertx, event);
  }
}
