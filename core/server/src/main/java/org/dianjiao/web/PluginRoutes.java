package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.LookUp;
import org.dianjiao.bus.PluginMessage.LookedUp;
import org.dianjiao.people.Operation;

/** What plugins there are, and searching their authority files. */
final class PluginRoutes {

  private static final int MOST_ENTRIES = 50;
  private static final int USUAL_ENTRIES = 10;

  private final PluginClient plugins;
  private final PluginDirectory directory;
  private final Reply reply;

  PluginRoutes(PluginClient plugins, PluginDirectory directory, Reply reply) {
    this.plugins = plugins;
    this.directory = directory;
    this.reply = reply;
  }

  void on(Routes routes) {
    routes.get("/api/plugins", Operation.LIST_PLUGINS, this::list);
    routes.get("/api/plugins/:plugin/lookup", Operation.LOOK_UP, this::lookUp);
  }

  private void list(RoutingContext request) {
    reply.of(
        request, reply.signedIn(request, account -> account).compose(account -> directory.all()));
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
