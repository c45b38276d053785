package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Step;
import org.dianjiao.assignment.Task;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Role;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;

/**
 * Work that is given to people. Whoever gives it sees all of a project; everybody else sees what
 * they were given themselves.
 */
final class AssignmentRoutes {

  private final Vertx vertx;
  private final Database database;
  private final Identity identity;
  private final Admission admission;
  private final AssignmentList list;
  private final int most;
  private final Reply reply;

  AssignmentRoutes(
      Vertx vertx,
      Database database,
      Identity identity,
      Admission admission,
      AssignmentList list,
      int most,
      Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.identity = identity;
    this.admission = admission;
    this.list = list;
    this.most = most;
    this.reply = reply;
  }

  record Passages(long revision, int start, int end) {}

  record NewAssignment(
      String account,
      Task task,
      Optional<LocalDate> due,
      Optional<String> note,
      Optional<Passages> passages) {
    NewAssignment {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(task, "task");
    }

    Assignment.Order order() {
      return new Assignment.Order(task, due, note.orElse("").strip());
    }
  }

  record NewOrder(int version, Task task, Optional<LocalDate> due, Optional<String> note) {
    Assignment.Order order() {
      return new Assignment.Order(task, due, note.orElse("").strip());
    }
  }

  record Finished(int version, boolean done) {}

  void on(Routes routes) {
    routes.get("/api/assignments", Operation.LIST_OWN_ASSIGNMENTS, this::own);
    String project = "/api/projects/:project/assignments";
    routes.get(project, Operation.SEE_ASSIGNMENTS, this::ofProject);
    routes.get(project + ".csv", Operation.EXPORT_ASSIGNMENTS, this::table);
    String document = "/api/documents/:document/assignments";
    routes.get(document, Operation.SEE_DOCUMENT_ASSIGNMENTS, this::ofDocument);
    routes.post(document, Operation.ASSIGN, this::give);
    String one = document + "/:assignment";
    routes.put(one, Operation.CHANGE_ASSIGNMENT, this::change);
    routes.delete(one, Operation.TAKE_BACK_ASSIGNMENT, this::takeBack);
    routes.put(one + "/done", Operation.FINISH_ASSIGNMENT, this::finish);
  }

  private void own(RoutingContext request) {
    reply.of(request, reply.by(request, this::own));
  }

  /** What somebody was given, in the projects that they still belong to. */
  private List<AssignmentList.Told> own(Subject subject) {
    Account account = subject.account();
    return list.told(
        database.assignments().concerning(account.id()).stream()
            .filter(a -> a.account().equals(account.id()))
            .filter(a -> a.last().step() != Step.TAKEN_BACK)
            .filter(a -> subject.reaches(a.project()))
            .filter(a -> identity.role(a.project(), account).isPresent())
            .toList());
  }

  private void ofProject(RoutingContext request) {
    reply.of(request, reply.within(request, this::ofProject));
  }

  private List<AssignmentList.Told> ofProject(Account account, String project) {
    return list.told(visible(account, project, database.assignments().ofProject(project)));
  }

  private void ofDocument(RoutingContext request) {
    reply.of(
        request,
        reply.about(
            request,
            (account, row) ->
                list.told(
                    visible(account, row.project(), database.assignments().ofDocument(row.id())))));
  }

  private List<Assignment> visible(Account account, String project, List<Assignment> all) {
    boolean keeps = Permission.ASSIGN.refusal(identity.role(project, account)).isEmpty();
    return all.stream().filter(a -> keeps || a.account().equals(account.id())).toList();
  }

  private void table(RoutingContext request) {
    reply
        .within(request, this::ofProject)
        .onSuccess(told -> CsvTable.attach(request, "assignments", csv(told)))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private static String csv(List<AssignmentList.Told> all) {
    CsvTable table =
        new CsvTable(
            "document",
            "title",
            "first line",
            "lines",
            "words",
            "text gone",
            "person",
            "task",
            "due",
            "overdue",
            "state",
            "since",
            "by",
            "given by",
            "given at",
            "note");
    for (AssignmentList.Told a : all) {
      Optional<AssignmentList.Passages> passages = a.passages();
      table.row(
          a.document(),
          a.title(),
          passages.<Object>map(AssignmentList.Passages::first).orElse(""),
          passages.<Object>map(AssignmentList.Passages::count).orElse(""),
          passages.map(AssignmentList.Passages::words).orElse(""),
          passages.map(AssignmentList.Passages::gone).orElse(false),
          a.name(),
          a.task().word(),
          a.due().map(LocalDate::toString).orElse(""),
          a.overdue(),
          a.step().word(),
          a.changedAt(),
          a.byName(),
          a.giverName(),
          a.at(),
          a.note());
    }
    return table.text();
  }

  private void give(RoutingContext request) {
    String body = Query.body(request);
    answer(
        request,
        reply.about(
            request,
            (giver, row) -> known(given(Json.read(body, NewAssignment.class), giver, row))));
  }

  /** An assignment after a step, and which members may know of that. */
  private record Known(AssignmentList.Told told, List<String> knowers) {}

  private Known known(Assignment assignment) {
    Stream<String> givers =
        database.projects().members(assignment.project()).stream()
            .filter(one -> Permission.ASSIGN.refusal(Optional.of(one.role())).isEmpty())
            .map(one -> one.account().id());
    return new Known(
        list.told(assignment),
        Stream.concat(givers, Stream.of(assignment.account())).distinct().toList());
  }

  /** Answers, and tells those who have the document open and may know of it. */
  private void answer(RoutingContext request, Future<Known> step) {
    reply.of(request, step.onSuccess(this::tell).map(Known::told));
  }

  private void tell(Known known) {
    DocumentEvents.tell(
        vertx, new DocumentEvent.WorkChanged(known.told().document(), known.knowers()));
  }

  private Assignment given(NewAssignment wanted, Account giver, DocumentRow row) {
    requireAble(wanted.account(), wanted.task(), row.project());
    Assignment.Order order = wanted.order();
    Optional<Assignment.Given> passages = wanted.passages().map(where -> given(where, row));
    return database
        .assignments()
        .give(row.id(), passages, wanted.account(), order, giver.id(), most);
  }

  private Assignment.Given given(Passages where, DocumentRow row) {
    if (where.revision() < 1 || where.revision() > row.revision()) {
      throw new Refusal(
          FailureCode.BASE_AHEAD,
          "revision %d is not among 1–%d".formatted(where.revision(), row.revision()));
    }
    return list.places().given(row.id(), where.revision(), where.start(), where.end());
  }

  /** Nobody is given what they cannot do. */
  private void requireAble(String id, Task task, String project) {
    Account account =
        database
            .accounts()
            .byId(id)
            .orElseThrow(
                () -> new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no account " + id));
    Role role =
        identity
            .role(project, account)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(account.name() + " is no member of this project"));
    if (!role.includes(task.least())) {
      throw new IllegalArgumentException(
          "%s is %s; to %s takes %s"
              .formatted(
                  account.name(), role.withArticle(), task.word(), task.least().withArticle()));
    }
  }

  private void change(RoutingContext request) {
    String body = Query.body(request);
    on(
        request,
        (found, subject) -> {
          NewOrder order = Json.read(body, NewOrder.class);
          if (!found.isOpen()) {
            throw nothingToDo(found);
          }
          requireAble(found.account(), order.task(), found.project());
          return database
              .assignments()
              .change(found.id(), order.version(), order.order(), subject.account().id())
              .orElseThrow(() -> behind(found, order.version()));
        });
  }

  private void takeBack(RoutingContext request) {
    int version = (int) Math.min(Integer.MAX_VALUE, Query.required(request, "version"));
    on(request, (found, subject) -> step(found, version, Step.TAKEN_BACK, subject));
  }

  private void finish(RoutingContext request) {
    String body = Query.body(request);
    on(
        request,
        (found, subject) -> {
          Finished wanted = Json.read(body, Finished.class);
          if (!found.account().equals(subject.account().id())) {
            admission.require(
                Operation.FINISH_OTHERS_ASSIGNMENT,
                subject,
                database.projects().document(found.document()).orElseThrow());
          }
          if (found.isOpen() != wanted.done()) {
            throw nothingToDo(found);
          }
          return step(found, wanted.version(), wanted.done() ? Step.DONE : Step.REOPENED, subject);
        });
  }

  private Assignment step(Assignment found, int version, Step step, Subject subject) {
    if (found.last().step() == Step.TAKEN_BACK) {
      throw nothingToDo(found);
    }
    return database
        .assignments()
        .step(found.id(), version, step, subject.account().id())
        .orElseThrow(() -> behind(found, version));
  }

  private static Refusal nothingToDo(Assignment found) {
    return new Refusal(
        FailureCode.NOTHING_TO_DO,
        "the assignment is %s".formatted(found.isOpen() ? "open" : found.last().step().word()));
  }

  private static Refusal behind(Assignment found, int version) {
    return new Refusal(
        FailureCode.BASE_BEHIND,
        "version %d of the assignment is not %d; somebody changed it meanwhile"
            .formatted(version, found.version()));
  }

  private void on(RoutingContext request, BiFunction<Assignment, Subject, Assignment> step) {
    String id = request.pathParam("assignment");
    Subject subject = Admitted.of(request).subject().orElseThrow();
    answer(
        request,
        reply.about(
            request,
            (account, row) -> {
              Assignment found =
                  database
                      .assignments()
                      .find(row.id(), id)
                      .orElseThrow(
                          () ->
                              new Refusal(
                                  FailureCode.UNKNOWN_DOCUMENT, "there is no assignment " + id));
              return known(step.apply(found, subject));
            }));
  }
}
