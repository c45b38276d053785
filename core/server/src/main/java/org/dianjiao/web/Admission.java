package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Account;
import org.dianjiao.people.Asker;
import org.dianjiao.people.Authority;
import org.dianjiao.people.Denial;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Operation.Need;
import org.dianjiao.people.Operation.Thing;
import org.dianjiao.people.Role;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;

/**
 * Finds who makes a request and what it is about, both in the database, and asks {@link Authority}.
 */
final class Admission {

  private final Database database;
  private final Identity identity;
  private final WorkerExecutor workers;

  Admission(Database database, Identity identity, WorkerExecutor workers) {
    this.database = database;
    this.identity = identity;
    this.workers = workers;
  }

  /** The request as it may be done; fails with a {@link Refusal} when it may not. */
  Future<Admitted> of(RoutingContext request, Operation operation) {
    if (operation.need() == Need.NOTHING) {
      return Future.succeededFuture(
          new Admitted(operation, Optional.empty(), Optional.empty(), Optional.empty()));
    }
    Optional<Credential> shown = identity.shown(request);
    String id =
        switch (operation.thing()) {
          case SERVER -> "";
          case PROJECT -> request.pathParam("project");
          case DOCUMENT -> request.pathParam("document");
        };
    return workers.executeBlocking(() -> of(shown, operation, id), false);
  }

  private Admitted of(Optional<Credential> shown, Operation operation, String id) {
    Subject subject = identity.subject(shown);
    Optional<DocumentRow> document =
        operation.thing() == Thing.DOCUMENT ? database.projects().document(id) : Optional.empty();
    Optional<String> project =
        operation.thing() == Thing.PROJECT ? Optional.of(id) : document.map(DocumentRow::project);
    if (operation.thing() != Thing.SERVER && !isThere(project)) {
      throw Refusal.of(Authority.notThere(operation.thing()));
    }
    require(operation, subject, project);
    return new Admitted(operation, Optional.of(subject), project, document);
  }

  private boolean isThere(Optional<String> project) {
    return project.flatMap(id -> database.projects().byId(id)).isPresent();
  }

  /**
   * Refuses, unless this person or program may do this in the project. Blocking.
   *
   * @param project that the database says it happens in; empty for the server as a whole
   */
  void require(Operation operation, Subject subject, Optional<String> project) {
    if (project.filter(id -> !subject.reaches(id)).isPresent()) {
      throw Refusal.of(Authority.notThere(operation.thing()));
    }
    Asker asker = Asker.of(subject.account(), role(operation, subject.account(), project));
    Optional<Denial> denial = Authority.refusal(asker, subject.scope(), operation);
    if (denial.isPresent()) {
      throw Refusal.of(denial.get());
    }
  }

  private Optional<Role> role(Operation operation, Account account, Optional<String> project) {
    if (project.isPresent()) {
      return database.projects().role(project.get(), account.id());
    }
    return operation.need() == Need.RIGHT
        ? database.projects().of(account.id()).stream()
            .flatMap(summary -> summary.role().stream())
            .max(Role::compareTo)
        : Optional.empty();
  }
}
