package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Legible;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Project;
import org.dianjiao.storage.ProjectSummary;

/** Projects, their documents and members. */
final class ProjectRoutes {

  private final Vertx vertx;
  private final Database database;
  private final Identity identity;
  private final Reply reply;

  ProjectRoutes(Vertx vertx, Database database, Identity identity, Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.identity = identity;
    this.reply = reply;
  }

  private record Summary(String id, String name, Optional<Role> role, int documents) {}

  private record Whole(
      String id,
      String name,
      Optional<Role> role,
      List<DocumentSummary> documents,
      List<Member> members) {}

  private record DocumentSummary(
      String id, String title, long revision, Optional<Instant> changedAt) {}

  private record Member(String account, String name, String colour, Role role) {}

  record NewProject(String name) {
    NewProject {
      if (Objects.requireNonNull(name, "name").isBlank() || name.length() > 200) {
        throw new IllegalArgumentException("a project's name has 1 to 200 characters");
      }
      Legible.check("the name of the project", name);
    }
  }

  record NewRole(Role role) {
    NewRole {
      Objects.requireNonNull(role, "role");
    }
  }

  void on(Routes routes) {
    routes.get("/api/projects", Operation.LIST_PROJECTS, this::list);
    routes.post("/api/projects", Operation.MAKE_PROJECT, this::create);
    routes.get("/api/projects/:project", Operation.SEE_PROJECT, this::show);
    routes.put("/api/projects/:project/members/:account", Operation.SET_ROLE, this::setRole);
    routes.delete("/api/projects/:project/members/:account", Operation.REMOVE_MEMBER, this::remove);
  }

  private void list(RoutingContext request) {
    reply.of(request, reply.by(request, this::summaries));
  }

  private List<Summary> summaries(Subject subject) {
    Account account = subject.account();
    List<ProjectSummary> projects =
        account.administrator() ? database.projects().all() : database.projects().of(account.id());
    return projects.stream()
        .filter(summary -> subject.reaches(summary.project().id()))
        .map(
            summary ->
                new Summary(
                    summary.project().id(),
                    summary.project().name(),
                    identity.role(summary.project().id(), account),
                    summary.documents()))
        .toList();
  }

  private void create(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              NewProject fresh = Json.read(body, NewProject.class);
              return whole(database.projects().create(fresh.name(), account.id()), account);
            }));
  }

  private void show(RoutingContext request) {
    reply.of(request, reply.within(request, (account, id) -> whole(project(id), account)));
  }

  private Project project(String id) {
    return database
        .projects()
        .byId(id)
        .orElseThrow(() -> new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no project " + id));
  }

  private Whole whole(Project project, Account account) {
    List<DocumentSummary> documents =
        database.projects().documents(project.id()).stream().map(ProjectRoutes::summary).toList();
    List<Member> members =
        database.projects().members(project.id()).stream()
            .map(
                member ->
                    new Member(
                        member.account().id(),
                        member.account().name(),
                        member.account().colour(),
                        member.role()))
            .toList();
    return new Whole(
        project.id(), project.name(), identity.role(project.id(), account), documents, members);
  }

  private static DocumentSummary summary(DocumentRow row) {
    return new DocumentSummary(row.id(), row.title(), row.revision(), row.changed());
  }

  private void setRole(RoutingContext request) {
    String body = Query.body(request);
    change(
        request,
        (project, account) ->
            database.projects().setRole(project, account, Json.read(body, NewRole.class).role()));
  }

  private void remove(RoutingContext request) {
    change(request, (project, account) -> database.projects().removeMember(project, account));
  }

  private interface MemberChange {
    void make(String project, String account);
  }

  private void change(RoutingContext request, MemberChange change) {
    String member = request.pathParam("account");
    reply
        .within(
            request,
            (account, project) -> {
              change.make(project, member);
              return whole(project(project), account);
            })
        .onSuccess(
            whole -> {
              PeopleEvents.tell(vertx, new PeopleEvent.RightsChanged(whole.id(), member));
              Reply.json(request, whole);
            })
        .onFailure(failure -> Reply.error(request, failure));
  }
}
