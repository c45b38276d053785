package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentReply.Skipped;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.VariantRules.Kept;
import org.dianjiao.storage.VariantRules.Table;
import org.dianjiao.variant.Rule;
import org.dianjiao.variant.RuleTable;
import org.dianjiao.web.VariantDesk.Decided;
import org.dianjiao.web.VariantDesk.Plan;
import org.dianjiao.web.VariantDesk.Wish;

/** A project's rules for variant characters: to read, to change, as a file, and to follow. */
final class VariantRoutes {

  private static final String RULES = "/api/projects/:project/variants";

  private final Database database;
  private final DocumentClient documents;
  private final VariantDesk desk;
  private final Reply reply;

  VariantRoutes(Database database, DocumentClient documents, Limits limits, Reply reply) {
    this.database = database;
    this.documents = documents;
    this.reply = reply;
    this.desk = new VariantDesk(database, limits);
  }

  /** A rule as it is shown: with who made it so, and when. */
  private record Line(
      String from,
      String form,
      String type,
      List<String> words,
      String reason,
      String account,
      String name,
      Instant at) {}

  private record Told(long version, List<Line> rules) {}

  /** Rules to put in the place of those of a version. */
  record Changed(long version, List<Rule> rules) {
    Changed {
      rules = List.copyOf(rules);
    }
  }

  /** The same as a file. */
  record Brought(long version, String file) {}

  /** What came of following rules; the revision is the one that undoes it, when there is one. */
  private record Followed(
      Optional<Long> revision, int done, List<Decided> decided, List<String> left) {}

  void on(Routes routes) {
    routes.get(RULES, Operation.SEE_VARIANT_RULES, this::show);
    routes.get(RULES + "/uses", Operation.SEE_VARIANT_RULES, this::uses);
    routes.get(RULES + "/file", Operation.EXPORT_VARIANT_RULES, this::file);
    routes.put(RULES, Operation.CHANGE_VARIANT_RULES, this::change);
    routes.put(RULES + "/file", Operation.CHANGE_VARIANT_RULES, this::bring);
    routes.post("/api/documents/:document/variants", Operation.APPLY_VARIANT_RULES, this::apply);
  }

  private void show(RoutingContext request) {
    reply.of(request, reply.within(request, (account, project) -> told(desk.table(project))));
  }

  private Told told(Table table) {
    Map<String, String> names = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Kept kept : table.rules()) {
      Rule rule = kept.rule();
      String name = names.computeIfAbsent(kept.account(), this::name);
      lines.add(
          new Line(
              rule.from(),
              rule.form(),
              rule.type(),
              rule.words(),
              rule.reason(),
              kept.account(),
              name,
              kept.at()));
    }
    return new Told(table.version(), lines);
  }

  private String name(String account) {
    return database.accounts().byId(account).map(Account::name).orElse("");
  }

  private void uses(RoutingContext request) {
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> desk.uses(project, database.projects().documents(project))));
  }

  private void file(RoutingContext request) {
    reply
        .within(request, (account, project) -> desk.table(project).rulesOnly().file())
        .onSuccess(file -> attach(request, file))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private static void attach(RoutingContext request, String file) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/tab-separated-values; charset=utf-8")
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"variants.tsv\"")
        .putHeader("Content-Security-Policy", "sandbox")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(file);
  }

  private void change(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              Changed changed = Json.read(body, Changed.class);
              return put(project, changed.version(), new RuleTable(changed.rules()), account);
            }));
  }

  private void bring(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              Brought brought = Json.read(body, Brought.class);
              return put(project, brought.version(), RuleTable.read(brought.file()), account);
            }));
  }

  private Told put(String project, long seen, RuleTable rules, Account account) {
    Table changed = desk.replace(project, seen, rules, account);
    database
        .audit()
        .append(
            new Event(
                Instant.now(),
                Outcome.ALLOWED,
                Operation.CHANGE_VARIANT_RULES.word(),
                account.id(),
                project,
                "",
                "%d rules, version %d".formatted(rules.rules().size(), changed.version())));
    return told(changed);
  }

  private void apply(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply
            .about(request, (account, row) -> desk.plan(row, account, Json.read(body, Wish.class)))
            .compose(this::followed));
  }

  private Future<Followed> followed(Plan plan) {
    if (plan.command().isEmpty()) {
      return Future.succeededFuture(new Followed(Optional.empty(), 0, plan.decided(), List.of()));
    }
    return documents
        .does(plan.command().get())
        .map(
            done ->
                new Followed(
                    Optional.of(done.revision()).filter(revision -> done.decided() > 0),
                    done.decided(),
                    plan.decided(),
                    done.skipped().stream().map(Skipped::reason).toList()));
  }
}
