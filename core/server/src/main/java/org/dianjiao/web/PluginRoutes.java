package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.LookUp;
import org.dianjiao.bus.PluginMessage.LookedUp;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.people.Operation;

/** What plugins there are, and searching their authority files. */
final class PluginRoutes {

  private static final int MOST_ENTRIES = 50;
  private static final int USUAL_ENTRIES = 10;

  private final PluginClient plugins;
  private final Supplier<List<PluginDescribed>> catalog;
  private final Reply reply;

  PluginRoutes(
      Vertx vertx, Duration timeout, Supplier<List<PluginDescribed>> catalog, Reply reply) {
    this.plugins = new PluginClient(vertx, timeout);
    this.catalog = catalog;
    this.reply = reply;
  }

  void on(Routes routes) {
    routes.get("/api/plugins", Operation.LIST_PLUGINS, this::list);
    routes.get("/api/plugins/:plugin/lookup", Operation.LOOK_UP, this::lookUp);
  }

  private void list(RoutingContext request) {
    reply.of(request, reply.signedIn(request, account -> account).compose(account -> described()));
  }

  /** Each plugin as it is now; one that does not answer as the catalog knew it. */
  private Future<List<PluginDescribed>> described() {
    List<Future<PluginDescribed>> asked =
        catalog.get().stream().map(known -> plugins.describe(known.id()).otherwise(known)).toList();
    return Future.all(asked).map(all -> asked.stream().map(Future::result).toList());
  }

  private void lookUp(RoutingContext request) {
    String plugin = request.pathParam("plugin");
    String query = Query.word(request, "query").orElse("");
    String type = Query.word(request, "type").orElse("");
    int limit =
        Query.word(request, "limit")
            .map(Integer::parseInt)
            .map(n -> Math.min(n, MOST_ENTRIES))
            .orElse(USUAL_ENTRIES);
    if (query.isBlank()) {
      Reply.error(request, new IllegalArgumentException("query is missing"));
      return;
    }
    reply.of(
        request,
        reply
            .signedIn(request, account -> account)
            .compose(account -> plugins.lookUp(plugin, new LookUp(query, type, limit)))
            .map(LookedUp::entries));
  }
}
