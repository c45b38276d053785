package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.Replay;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.Jobs.State;
import org.dianjiao.storage.Jobs.Task;

/** Commands of plugins on one document: given, watched, stopped, and what they said. */
final class CommandRoutes {

  private final Database database;
  private final CommandOrders orders;
  private final JobLines lines;
  private final Limits limits;
  private final Reply reply;

  CommandRoutes(Database database, CommandOrders orders, Limits limits, Reply reply) {
    this.database = database;
    this.orders = orders;
    this.lines = new JobLines(database);
    this.limits = limits;
    this.reply = reply;
  }

  void on(Routes routes) {
    String path = "/api/documents/:document/commands";
    routes.get(path, Operation.LIST_COMMANDS, this::list);
    routes.post(path, Operation.RUN_COMMAND, this::run);
    routes.delete(path + "/:job", Operation.STOP_COMMAND, this::stop);
    routes.get(path + "/:job/report", Operation.READ_REPORT, this::report);
  }

  private void list(RoutingContext request) {
    reply.of(
        request,
        reply.about(
            request,
            (account, row) ->
                lines.of(database.jobs().on(row.id(), limits.jobsKept()), titles(row))));
  }

  private static Map<String, String> titles(DocumentRow row) {
    return Map.of(row.id(), row.title());
  }

  private void run(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply
            .blocking(() -> Json.read(body, CommandOrders.Given.class))
            .compose(
                given ->
                    orders.checked(given, given.selection().isPresent() ? "selection" : "document"))
            .compose(
                checked -> reply.about(request, (account, row) -> begun(account, row, checked))));
  }

  private JobLines.Line begun(Account account, DocumentRow row, CommandOrders.Checked checked) {
    long running =
        database.jobs().open().stream()
            .filter(job -> job.document().isPresent() && job.account().equals(account.id()))
            .count();
    if (running >= limits.commandsPerPerson()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d commands of yours are running; wait until one has ended, or stop one"
              .formatted(running));
    }
    int units = new Replay(database, row.id()).at(row.revision()).text().length();
    database.jobs().forget(row.id(), limits.jobsKept() - 1);
    Job job =
        database
            .jobs()
            .start(
                row.project(),
                Optional.of(row.id()),
                account.id(),
                Task.COMMAND,
                checked.asked(),
                List.of(Part.of(0, row.id(), checked.plugin(), units)));
    return lines.of(job, titles(row));
  }

  private void stop(RoutingContext request) {
    String id = request.pathParam("job");
    reply.of(
        request,
        reply.about(
            request,
            (account, row) -> {
              Job job = job(id, row);
              if (!job.account().equals(account.id())) {
                throw new Refusal(
                    FailureCode.NOT_PERMITTED,
                    "somebody else gave this command; who may run plugins on the whole project can"
                        + " cancel it there");
              }
              if (!database.jobs().step(id, State.CANCELLED)) {
                throw new Refusal(FailureCode.NOTHING_TO_DO, "this command has ended already");
              }
              return lines.of(database.jobs().get(id).orElseThrow(), titles(row));
            }));
  }

  private Job job(String id, DocumentRow row) {
    return database
        .jobs()
        .get(id)
        .filter(job -> job.document().equals(Optional.of(row.id())))
        .orElseThrow(
            () ->
                new Refusal(
                    FailureCode.UNKNOWN_DOCUMENT, "no such command was given on this document"));
  }

  private void report(RoutingContext request) {
    String id = request.pathParam("job");
    reply
        .about(request, (account, row) -> lines.report(job(id, row), 0))
        .onSuccess(report -> Attachment.text(request, "report.txt", "text/plain", report))
        .onFailure(failure -> Reply.error(request, failure));
  }
}
