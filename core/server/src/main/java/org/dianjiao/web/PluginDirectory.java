package org.dianjiao.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.PluginDescribed;

/** What instances of plugins there are now. */
final class PluginDirectory {

  private final PluginClient plugins;
  private final Supplier<List<PluginDescribed>> catalog;

  PluginDirectory(PluginClient plugins, Supplier<List<PluginDescribed>> catalog) {
    this.plugins = plugins;
    this.catalog = catalog;
  }

  /** Each as it is now; one that does not answer as the catalog knew it. */
  Future<List<PluginDescribed>> all() {
    List<Future<PluginDescribed>> asked =
        catalog.get().stream().map(known -> plugins.describe(known.id()).otherwise(known)).toList();
    return Future.all(asked).map(all -> asked.stream().map(Future::result).toList());
  }
}
