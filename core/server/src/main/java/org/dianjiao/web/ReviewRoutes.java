package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.document.ReviewPast;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Permission;
import org.dianjiao.review.Approval;
import org.dianjiao.review.ErrorRate;
import org.dianjiao.review.PassageState.Stage;
import org.dianjiao.review.Progress;
import org.dianjiao.review.ReviewSettings;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;

/** How far the passages of a document are, what became void, and what second reviewers found. */
final class ReviewRoutes {

  private final Vertx vertx;
  private final Database database;
  private final Chronicles chronicles;
  private final Identity identity;
  private final Reply reply;

  ReviewRoutes(
      Vertx vertx, Database database, Chronicles chronicles, Identity identity, Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.chronicles = chronicles;
    this.identity = identity;
    this.reply = reply;
  }

  private record Person(String name, String colour) {}

  private record Given(
      String id, int start, int end, String account, long revision, boolean unmarked, Instant at) {

    private static Given of(Approval a, Instant at) {
      return new Given(a.id(), a.start(), a.end(), a.account(), a.revision(), a.unmarked(), at);
    }
  }

  private record Voided(Given approval, long revision, String account, Instant at) {}

  private record Passage(int start, int end, Stage stage, int approvals) {}

  private record About(
      long revision,
      int needed,
      Progress progress,
      List<Passage> passages,
      List<Given> approvals,
      List<Voided> lapsed,
      Map<String, Person> people) {}

  private record Errors(int reviewed, int corrected, double rate, double low, double high) {
    private static Errors of(ErrorRate found) {
      return new Errors(
          found.reviewed(), found.corrected(), found.rate(), found.low(), found.high());
    }
  }

  private record DocumentProgress(String id, String title, Progress progress, Errors errors) {}

  private record Whole(
      int approvals, int sampled, List<DocumentProgress> documents, Errors errors) {}

  void on(Routes routes) {
    routes.get("/api/documents/:document/review", Operation.SEE_REVIEW, this::document);
    routes.get("/api/projects/:project/review", Operation.SEE_PROJECT_REVIEW, this::project);
    routes.get("/api/projects/:project/review.csv", Operation.EXPORT_PROJECT_REVIEW, this::table);
    routes.put("/api/projects/:project/review", Operation.SET_REVIEW, this::set);
  }

  private void document(RoutingContext request) {
    reply.of(
        request,
        reply.about(
            request,
            (account, row) ->
                chronicles.review(row.id(), row.revision(), past -> about(past, row, account))));
  }

  private About about(ReviewPast past, DocumentRow row, Account viewer) {
    int needed = database.projects().reviewSettings(row.project()).approvals();
    Set<String> names = new HashSet<>();
    List<Given> given = new ArrayList<>();
    for (Approval approval : past.approvals(viewer.id())) {
      given.add(Given.of(approval, past.approvedAt(approval.id()).orElse(Instant.EPOCH)));
      names.add(approval.account());
    }
    List<Voided> lapsed = new ArrayList<>();
    for (ReviewPast.Lapse lapse : past.lapses()) {
      lapsed.add(
          new Voided(
              Given.of(lapse.approval(), lapse.approvedAt()),
              lapse.revision(),
              lapse.account(),
              lapse.at()));
      names.add(lapse.approval().account());
      names.add(lapse.account());
    }
    List<ReviewPast.Passage> passages = past.passages(viewer.id(), needed);
    return new About(
        past.revision(),
        needed,
        progress(passages),
        passages.stream()
            .map(p -> new Passage(p.start(), p.end(), p.state().stage(), p.state().approvals()))
            .toList(),
        given,
        lapsed,
        people(names));
  }

  private Map<String, Person> people(Set<String> names) {
    Map<String, Person> people = new HashMap<>();
    for (String name : names) {
      database
          .accounts()
          .byId(name)
          .ifPresent(found -> people.put(name, new Person(found.name(), found.colour())));
    }
    return people;
  }

  private static Progress progress(List<ReviewPast.Passage> passages) {
    Progress progress = Progress.NONE;
    for (ReviewPast.Passage passage : passages) {
      progress = progress.plus(passage.state());
    }
    return progress;
  }

  private void project(RoutingContext request) {
    reply.of(request, reply.within(request, this::whole));
  }

  /** Every document's log is read on, from where it was read to when somebody asked last. */
  private Whole whole(Account viewer, String project) {
    ReviewSettings settings = database.projects().reviewSettings(project);
    Set<String> reviewers = reviewers(project);
    ErrorRate all = new ErrorRate(0, 0);
    List<DocumentProgress> documents = new ArrayList<>();
    for (DocumentRow row : database.projects().documents(project)) {
      record Found(Progress progress, ErrorRate errors) {}
      Found found =
          chronicles.review(
              row.id(),
              row.revision(),
              past ->
                  new Found(
                      progress(past.passages(viewer.id(), settings.approvals())),
                      past.errors(reviewers::contains)));
      all = all.plus(found.errors());
      documents.add(
          new DocumentProgress(row.id(), row.title(), found.progress(), Errors.of(found.errors())));
    }
    return new Whole(settings.approvals(), settings.sampled(), documents, Errors.of(all));
  }

  private Set<String> reviewers(String project) {
    Set<String> reviewers = new HashSet<>();
    for (Account account : database.accounts().all()) {
      if (Permission.APPROVE.refusal(identity.role(project, account)).isEmpty()) {
        reviewers.add(account.id());
      }
    }
    return reviewers;
  }

  private void table(RoutingContext request) {
    reply
        .within(request, this::whole)
        .onSuccess(whole -> CsvTable.attach(request, "review", csv(whole)))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private static String csv(Whole whole) {
    CsvTable table =
        new CsvTable(
            "document",
            "title",
            "untouched",
            "in work",
            "ready",
            "partly approved",
            "approved",
            "reviewed twice",
            "corrected",
            "error rate",
            "95 % from",
            "95 % to");
    for (DocumentProgress d : whole.documents()) {
      Progress p = d.progress();
      table.row(
          d.id(),
          d.title(),
          p.untouched(),
          p.work(),
          p.ready(),
          p.partly(),
          p.approved(),
          d.errors().reviewed(),
          d.errors().corrected(),
          d.errors().rate(),
          d.errors().low(),
          d.errors().high());
    }
    return table.text();
  }

  private void set(RoutingContext request) {
    String body = Query.body(request);
    reply
        .within(
            request,
            (account, project) -> {
              ReviewSettings settings = Json.read(body, ReviewSettings.class);
              database.projects().setReviewSettings(project, settings);
              return new PeopleEvent.RightsChanged(project, account.id());
            })
        .onSuccess(
            changed -> {
              PeopleEvents.tell(vertx, changed);
              Reply.json(request, Json.read(body, ReviewSettings.class));
            })
        .onFailure(failure -> Reply.error(request, failure));
  }
}
