package org.dianjiao.job;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.dianjiao.bus.InstanceClient;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;

/** What jobs work with. */
record Workshop(
    Vertx vertx,
    Database database,
    WorkerExecutor worker,
    PluginClient plugins,
    InstanceClient instances,
    Limits limits,
    Courtesy courtesy) {

  /**
   * Whether the text of a document may be shown to a plugin: always when it stays on this machine,
   * otherwise when a manager of the project consented to where it goes.
   *
   * @param instance that the consent is for
   */
  Future<Void> consented(String document, String instance, PluginDescribed plugin) {
    String there = plugin.destination();
    return there.isEmpty()
        ? Future.succeededFuture()
        : worker
            .executeBlocking(() -> database.consents().covers(document, instance, there))
            .compose(
                covers ->
                    covers
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.withoutConsent(instance, there)));
  }
}
