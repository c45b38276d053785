package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Jobs.Job;

/**
 * Changes over several documents: what they did, and the one undo. Whoever made one may take it
 * back; for what others made it takes one right more.
 */
final class SweepRoutes {

  private static final String SWEEPS = "/api/projects/:project/sweeps";
  private static final int SHOWN = 200;

  private final Admission admission;
  private final SweepDesk desk;
  private final SweepLines lines;
  private final Reply reply;

  SweepRoutes(Database database, Admission admission, Limits limits, Reply reply) {
    this.admission = admission;
    this.desk = new SweepDesk(database, limits);
    this.lines = new SweepLines(database);
    this.reply = reply;
  }

  void on(Routes routes) {
    routes.get(SWEEPS, Operation.LIST_SWEEPS, this::list);
    routes.get(SWEEPS + "/:sweep/decisions", Operation.LIST_SWEEPS, this::decisions);
    routes.get(SWEEPS + "/:sweep/file", Operation.EXPORT_SWEEP, this::file);
    routes.post(SWEEPS + "/:sweep/undo", Operation.UNDO_SWEEP, this::undo);
  }

  private void list(RoutingContext request) {
    reply.of(
        request, reply.within(request, (account, project) -> lines.of(project, desk.of(project))));
  }

  private void decisions(RoutingContext request) {
    String id = request.pathParam("sweep");
    reply.of(
        request,
        reply.within(request, (account, project) -> lines.places(desk.sweep(project, id), SHOWN)));
  }

  private void file(RoutingContext request) {
    String id = request.pathParam("sweep");
    reply
        .within(request, (account, project) -> lines.table(desk.sweep(project, id)))
        .onSuccess(table -> Attachment.rows(request, "decisions.tsv", table))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private void undo(RoutingContext request) {
    String id = request.pathParam("sweep");
    Subject subject = Admitted.of(request).subject().orElseThrow();
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              Job sweep = desk.sweep(project, id);
              if (!sweep.account().equals(account.id())) {
                admission.require(Operation.UNDO_OTHERS_SWEEP, subject, project);
              }
              return lines.of(desk.undo(sweep, account));
            }));
  }
}
