package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.storage.Database;
import org.dianjiao.sweep.Order;

/** All occurrences of a form: to be seen, and to be annotated as one change. */
final class OccurrenceRoutes {

  private static final String OCCURRENCES = "/api/projects/:project/occurrences";

  private final OccurrenceDesk desk;
  private final SweepLines lines;
  private final Reply reply;

  OccurrenceRoutes(Database database, AuthorityDesk authority, Limits limits, Reply reply) {
    this.desk = new OccurrenceDesk(database, authority, limits);
    this.lines = new SweepLines(database);
    this.reply = reply;
  }

  void on(Routes routes) {
    routes.post(OCCURRENCES, Operation.FIND_OCCURRENCES, this::find);
    routes.post(OCCURRENCES + "/annotate", Operation.ANNOTATE_OCCURRENCES, this::annotate);
  }

  private void find(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> desk.find(project, Json.read(body, OccurrenceDesk.Wish.class))));
  }

  private void annotate(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) ->
                lines.of(desk.annotate(project, account, Json.read(body, Order.Link.class)))));
  }
}
