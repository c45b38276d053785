package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.audit.Outcome;
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
  private final WebSettings settings;
  private final AuditDesk desk;
  private final WorkerExecutor workers;

  Admission(
      Database database,
      Identity identity,
      WebSettings settings,
      AuditDesk desk,
      WorkerExecutor workers) {
    this.database = database;
    this.identity = identity;
    this.settings = settings;
    this.desk = desk;
    this.workers = workers;
  }

  /** The request as it may be done; fails with a {@link Refusal} when it may not. */
  Future<Admitted> of(RoutingContext request, Operation operation) {
    if (operation.need() == Need.NOTHING) {
      return Future.succeededFuture(
          new Admitted(operation, Optional.empty(), Optional.empty(), Optional.empty()));
    }
    Optional<Credential> shown = identity.shown(request);
    String id = thing(request, operation);
    String about = about(request, id);
    String address = settings.address(request.request());
    return workers.executeBlocking(
        () -> {
          try {
            return of(shown, operation, id, about, address);
          } catch (Refusal denied) {
            String account = account(shown);
            desk.refused(
                Outcome.DENIED,
                new AuditDesk.Asked(operation, account, about, address),
                denied.code().word());
            throw denied;
          }
        },
        false);
  }

  /** An audited request was answered: when it was not done, that is written down, too. */
  void answered(RoutingContext request, Admitted admitted) {
    Optional<String> code = Reply.code(request);
    if (code.isEmpty() || !admitted.operation().isAudited()) {
      return;
    }
    String id = thing(request, admitted.operation());
    AuditDesk.Asked asked =
        new AuditDesk.Asked(
            admitted.operation(),
            admitted.account().map(Account::id).orElse(""),
            about(request, id),
            settings.address(request.request()));
    workers.executeBlocking(
        () -> {
          desk.failed(asked, code.get());
          return id;
        },
        false);
  }

  private static String thing(RoutingContext request, Operation operation) {
    return switch (operation.thing()) {
      case SERVER -> "";
      case PROJECT -> request.pathParam("project");
      case DOCUMENT -> request.pathParam("document");
    };
  }

  /** Who it is, for the audit log; empty when nobody is signed in. */
  private String account(Optional<Credential> shown) {
    try {
      return identity.subject(shown).account().id();
    } catch (Refusal nobody) {
      return "";
    }
  }

  /** The project or document of a request, or else the account or the instance that it names. */
  private static String about(RoutingContext request, String id) {
    return Stream.of(id, request.pathParam("account"), request.pathParam("instance"))
        .filter(named -> named != null && !named.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Admitted of(
      Optional<Credential> shown, Operation operation, String id, String about, String address) {
    Subject subject = identity.subject(shown);
    Optional<DocumentRow> document =
        operation.thing() == Thing.DOCUMENT ? database.projects().document(id) : Optional.empty();
    Optional<String> project =
        operation.thing() == Thing.PROJECT ? Optional.of(id) : document.map(DocumentRow::project);
    if (operation.thing() != Thing.SERVER && !isThere(project)) {
      throw Refusal.of(Authority.notThere(operation.thing()));
    }
    require(operation, subject, project, document);
    if (operation.isAudited() || isForeign(subject, document)) {
      desk.allowed(new AuditDesk.Asked(operation, subject.account().id(), about, address));
    }
    return new Admitted(operation, Optional.of(subject), project, document);
  }

  /**
   * Whether an administrator looks at a document of a project that they do not belong to, or at
   * somebody's blind work.
   */
  private boolean isForeign(Subject subject, Optional<DocumentRow> document) {
    String account = subject.account().id();
    return subject.account().administrator()
        && document
            .filter(
                row ->
                    database.projects().role(row.project(), account).isEmpty()
                        || database
                            .blind()
                            .ofCopy(row.id())
                            .filter(round -> !round.isWorker(account))
                            .isPresent())
            .isPresent();
  }

  private boolean isThere(Optional<String> project) {
    return project.flatMap(id -> database.projects().byId(id)).isPresent();
  }

  /** Refuses, unless this person or program may do this with the document. Blocking. */
  void require(Operation operation, Subject subject, DocumentRow document) {
    require(operation, subject, Optional.of(document.project()), Optional.of(document));
  }

  /** The same with the project. */
  void require(Operation operation, Subject subject, String project) {
    require(operation, subject, Optional.of(project), Optional.empty());
  }

  /**
   * The same, of the thing that the operation is about.
   *
   * @param project that the database says it happens in; empty for the server as a whole
   * @param document that it happens to; empty when to none
   */
  private void require(
      Operation operation,
      Subject subject,
      Optional<String> project,
      Optional<DocumentRow> document) {
    if (project.filter(id -> !subject.reaches(id)).isPresent()) {
      throw Refusal.of(Authority.notThere(operation.thing()));
    }
    Account account = subject.account();
    Asker asker =
        document.isPresent()
            ? Asker.in(account, identity.role(document.get(), account))
            : Asker.of(account, role(operation, account, project));
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
