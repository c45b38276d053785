package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.json.Json;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Consents.Consent;
import org.dianjiao.storage.Database;

/** Whether texts of a project may go to remote plugins; who allowed it, and taking it back. */
final class ConsentRoutes {

  private final Database database;
  private final Supplier<List<PluginDescribed>> catalog;
  private final Reply reply;

  ConsentRoutes(Database database, Supplier<List<PluginDescribed>> catalog, Reply reply) {
    this.database = database;
    this.catalog = catalog;
    this.reply = reply;
  }

  private record Wish(String destination) {}

  private record Given(String destination, String account, String name, Instant at) {}

  /** A remote plugin, where it is now, and what was allowed; empty when nothing was. */
  private record Line(String plugin, String name, String destination, Optional<Given> consent) {}

  void on(Routes routes) {
    String consent = "/api/projects/:project/plugins/:plugin/consent";
    routes.get("/api/projects/:project/consents", Operation.SEE_CONSENTS, this::list);
    routes.put(consent, Operation.GIVE_CONSENT, this::give);
    routes.delete(consent, Operation.TAKE_BACK_CONSENT, this::takeBack);
  }

  private void list(RoutingContext request) {
    reply.of(request, reply.within(request, (account, project) -> lines(project)));
  }

  private List<Line> lines(String project) {
    List<Consent> consents = database.consents().of(project);
    List<Line> lines = new ArrayList<>();
    for (PluginDescribed plugin : catalog.get()) {
      if (!plugin.destination().isEmpty()) {
        lines.add(
            new Line(
                plugin.id(), plugin.name(), plugin.destination(), given(consents, plugin.id())));
      }
    }
    return lines;
  }

  private Optional<Given> given(List<Consent> consents, String plugin) {
    return consents.stream()
        .filter(consent -> consent.plugin().equals(plugin))
        .findFirst()
        .map(
            consent ->
                new Given(
                    consent.destination(),
                    consent.account(),
                    database.accounts().byId(consent.account()).map(a -> a.name()).orElse(""),
                    consent.at()));
  }

  private void give(RoutingContext request) {
    String plugin = request.pathParam("plugin");
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              String destination = Json.read(body, Wish.class).destination();
              Consent consent = new Consent(plugin, destination, account.id(), Instant.now());
              note(Operation.GIVE_CONSENT, consent, project);
              database.consents().give(project, consent);
              return lines(project);
            }));
  }

  private void takeBack(RoutingContext request) {
    String plugin = request.pathParam("plugin");
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              for (Consent given : database.consents().of(project)) {
                if (given.plugin().equals(plugin)) {
                  Instant now = Instant.now();
                  Consent ended = new Consent(plugin, given.destination(), account.id(), now);
                  note(Operation.TAKE_BACK_CONSENT, ended, project);
                }
              }
              database.consents().takeBack(project, plugin);
              return lines(project);
            }));
  }

  /** Into the audit log, before it is done: which plugin, and where the texts go. */
  private void note(Operation operation, Consent consent, String project) {
    database
        .audit()
        .append(
            new Event(
                consent.at(),
                Outcome.ALLOWED,
                operation.word(),
                consent.account(),
                project,
                "",
                consent.plugin() + " at " + consent.destination()));
  }
}
