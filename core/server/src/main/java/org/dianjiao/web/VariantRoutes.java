package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.VariantRules.Kept;
import org.dianjiao.storage.VariantRules.Table;
import org.dianjiao.variant.Rule;
import org.dianjiao.variant.RuleTable;
import org.dianjiao.web.VariantDesk.Wish;

/** A project's rules for variant characters: to read, to change, as a file, and to follow. */
final class VariantRoutes {

  private static final String RULES = "/api/projects/:project/variants";

  private final Database database;
  private final VariantDesk desk;
  private final SweepLines lines;
  private final Reply reply;

  VariantRoutes(Database database, Limits limits, Reply reply) {
    this.database = database;
    this.reply = reply;
    this.desk = new VariantDesk(database, limits);
    this.lines = new SweepLines(database);
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

  void on(Routes routes) {
    routes.get(RULES, Operation.SEE_VARIANT_RULES, this::show);
    routes.get(RULES + "/uses", Operation.SEE_VARIANT_RULES, this::uses);
    routes.get(RULES + "/file", Operation.EXPORT_VARIANT_RULES, this::file);
    routes.put(RULES, Operation.CHANGE_VARIANT_RULES, this::change);
    routes.put(RULES + "/file", Operation.CHANGE_VARIANT_RULES, this::bring);
    routes.post(RULES + "/follow", Operation.FOLLOW_VARIANT_RULES, this::follow);
    routes.post("/api/documents/:document/variants", Operation.PREVIEW_VARIANT_RULES, this::look);
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
        .onSuccess(file -> Attachment.rows(request, "variants.tsv", file))
        .onFailure(failure -> Reply.error(request, failure));
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

  private void look(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.about(request, (account, row) -> desk.look(row, Json.read(body, Wish.class))));
  }

  private void follow(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) ->
                lines.of(desk.follow(project, account, Json.read(body, Wish.class)))));
  }
}
