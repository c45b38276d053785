package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.audit.Outcome;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Operation;
import org.dianjiao.session.Witness;
import org.dianjiao.storage.Database;

/**
 * Writes into the audit log what was denied over sockets, as much as {@link AuditDesk} lets, and
 * which documents administrators open that they are no members of.
 */
final class SocketWitness implements Witness {

  /** Who asked may not; everything else that is refused was only not possible. */
  private static final Set<FailureCode> DENIALS =
      EnumSet.of(
          FailureCode.NOT_PERMITTED,
          FailureCode.OWN_WORK,
          FailureCode.NOT_SIGNED_IN,
          FailureCode.UNKNOWN_DOCUMENT);

  private final Database database;
  private final AuditDesk desk;
  private final WorkerExecutor workers;

  SocketWitness(Database database, AuditDesk desk, WorkerExecutor workers) {
    this.database = database;
    this.desk = desk;
    this.workers = workers;
  }

  @Override
  public void refused(Caller caller, Set<Operation> asked, String document, FailureCode code) {
    if (!DENIALS.contains(code)) {
      return;
    }
    Operation first = asked.stream().min(Operation::compareTo).orElse(Operation.CONNECT);
    String all =
        asked.size() > 1
            ? asked.stream()
                .sorted()
                .map(Operation::word)
                .collect(Collectors.joining(" ", ": ", ""))
            : "";
    desk.noted(Outcome.DENIED, asked(first, caller, document), code.word() + all)
        .ifPresent(writing -> workers.executeBlocking(() -> written(writing), false));
  }

  private static boolean written(Runnable writing) {
    writing.run();
    return true;
  }

  @Override
  public Future<Void> opening(Caller caller, String project, String document) {
    if (!caller.subject().account().administrator()) {
      return Future.succeededFuture();
    }
    return workers
        .executeBlocking(
            () -> {
              String account = caller.subject().account().id();
              if (database.projects().role(project, account).isEmpty()) {
                desk.allowed(asked(Operation.OPEN_DOCUMENT, caller, document));
              }
              return document;
            },
            false)
        .recover(
            unwritten ->
                Future.failedFuture(
                    new Refusal(
                        FailureCode.UNAVAILABLE,
                        "it cannot be written down now who opens the document")))
        .mapEmpty();
  }

  private static AuditDesk.Asked asked(Operation operation, Caller caller, String document) {
    String account = caller.subject().account().id();
    return new AuditDesk.Asked(operation, account, document, caller.address());
  }
}
