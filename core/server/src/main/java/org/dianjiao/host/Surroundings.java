package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.LibraryEvent;
import org.dianjiao.bus.LibraryEvents;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.Refusal;
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

  /**
   * Whether the text of a document may be shown to a plugin: always when it stays on this machine,
   * otherwise when a manager of the project consented to where it goes.
   */
  Future<Void> consented(String document, PluginDescribed plugin) {
    String there = plugin.destination();
    return there.isEmpty()
        ? Future.succeededFuture()
        : read(() -> database.consents().covers(document, plugin.id(), there))
            .compose(
                covers ->
                    covers
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.withoutConsent(plugin.id(), there)));
  }

  /** Tells everybody who listens to the document. */
  void tell(DocumentEvent event) {
    DocumentEvents.tell(vertx, event);
    if (event instanceof DocumentEvent.ChangesCommitted) {
      LibraryEvents.tell(vertx, new LibraryEvent.DocumentChanged(event.document()));
    }
  }
}
