package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.LabelSearch.Found;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.EntityProposal.Outcome;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.registry.EntityWish;
import org.dianjiao.registry.Seen;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;
import org.dianjiao.web.AuthorityAnswers.Line;
import org.dianjiao.web.AuthorityAnswers.Listed;

/** The authority files of the server and of projects: to read, to change, to propose for. */
final class AuthorityRoutes {

  private static final String SERVER = "/api/authority";
  private static final String PROJECT = "/api/projects/:project/authority";
  private static final int PAGE = 50;
  private static final int MOST = 500;

  private final Database database;
  private final AuthorityDesk desk;
  private final AuthorityEdits edits;
  private final AuthorityAnswers answers;
  private final Reply reply;

  AuthorityRoutes(Database database, AuthorityDesk desk, Limits limits, Reply reply) {
    this.database = database;
    this.desk = desk;
    this.edits = new AuthorityEdits(database, desk, limits);
    this.answers = new AuthorityAnswers(database);
    this.reply = reply;
  }

  /** What came of a change: the step, and the entities that it made or changed. */
  private record Done(long step, List<URI> ids) {}

  private record Reason(Optional<String> reason) {}

  private record Decided(Outcome outcome, Optional<String> answer) {}

  void on(Routes routes) {
    reading(routes, SERVER, Operation.SEE_AUTHORITY);
    reading(routes, PROJECT, Operation.SEE_PROJECT_AUTHORITY);
    changing(routes, SERVER, Operation.CHANGE_AUTHORITY);
    changing(routes, PROJECT, Operation.CHANGE_PROJECT_AUTHORITY);
    proposing(routes, SERVER, Operation.PROPOSE_TO_AUTHORITY);
    proposing(routes, PROJECT, Operation.PROPOSE_TO_PROJECT_AUTHORITY);
    String decision = "/proposals/:proposal/decision";
    routes.post(SERVER + decision, Operation.DECIDE_ON_AUTHORITY, this::decide);
    routes.post(PROJECT + decision, Operation.DECIDE_ON_PROJECT_AUTHORITY, this::decide);
  }

  private void reading(Routes routes, String base, Operation operation) {
    routes.get(base, operation, this::list);
    routes.get(base + "/entity", operation, this::entity);
    routes.get(base + "/steps", operation, this::steps);
    routes.get(base + "/proposals", operation, this::proposals);
  }

  private void changing(Routes routes, String base, Operation operation) {
    routes.post(base, operation, this::change);
    routes.post(base + "/steps/:step/undo", operation, this::undo);
  }

  private void proposing(Routes routes, String base, Operation operation) {
    routes.post(base + "/proposals", operation, this::propose);
    routes.delete(base + "/proposals/:proposal", operation, this::withdraw);
  }

  /** Answers for the file that the request is about: that of its project, or the server's. */
  private void answer(RoutingContext request, BiFunction<Account, String, Object> work) {
    String file = Admitted.of(request).project().orElse(AuthorityFiles.SERVER);
    reply.of(request, reply.signedIn(request, account -> work.apply(account, file)));
  }

  private void list(RoutingContext request) {
    Optional<String> query = Query.word(request, "q");
    Set<String> types = Set.copyOf(request.queryParam("type"));
    boolean own = Query.word(request, "own").isPresent();
    int from = Query.number(request, "from").map(number -> bounded(number, MOST * PAGE)).orElse(0);
    int limit = Query.number(request, "limit").map(number -> bounded(number, MOST)).orElse(PAGE);
    requireTypes(types);
    answer(
        request,
        (account, file) -> {
          Seen seen = desk.seen(file);
          Predicate<Entity> wanted =
              entity ->
                  (types.isEmpty() || types.contains(entity.type()))
                      && (!own || seen.file().own(entity.id()).isPresent());
          return query
              .map(typed -> found(seen, typed, wanted, limit))
              .orElseGet(() -> page(seen, wanted, from, limit));
        });
  }

  private static int bounded(long number, int most) {
    return (int) Math.max(0, Math.min(number, most));
  }

  private static void requireTypes(Set<String> types) {
    for (String type : types) {
      if (!Entity.TYPES.contains(type)) {
        throw new IllegalArgumentException(
            "“%s” is no type; there are %s"
                .formatted(type, String.join(", ", Entity.TYPES.stream().sorted().toList())));
      }
    }
  }

  private static Listed found(Seen seen, String typed, Predicate<Entity> wanted, int limit) {
    List<Line> lines =
        seen.find(typed, wanted, limit).stream()
            .map(Found::entity)
            .map(entity -> AuthorityAnswers.line(seen, entity))
            .toList();
    return new Listed(seen.own(), seen.server(), lines.size(), lines);
  }

  private static Listed page(Seen seen, Predicate<Entity> wanted, int from, int limit) {
    List<Entity> all = seen.list(wanted);
    List<Line> lines =
        all.stream()
            .skip(from)
            .limit(limit)
            .map(entity -> AuthorityAnswers.line(seen, entity))
            .toList();
    return new Listed(seen.own(), seen.server(), all.size(), lines);
  }

  private void entity(RoutingContext request) {
    URI id = id(request).orElseThrow(() -> new IllegalArgumentException("id is missing"));
    answer(
        request,
        (account, file) -> {
          Seen seen = desk.seen(file);
          Entity entity =
              seen.file()
                  .entity(id)
                  .orElseThrow(
                      () ->
                          new Refusal(FailureCode.UNKNOWN_ANNOTATION, "there is no entity " + id));
          return AuthorityAnswers.full(seen, entity);
        });
  }

  private static Optional<URI> id(RoutingContext request) {
    return Query.word(request, "id").map(AuthorityRoutes::uri);
  }

  private static URI uri(String word) {
    try {
      return new URI(word);
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException("id “%s” is no URI".formatted(word), wrong);
    }
  }

  private void steps(RoutingContext request) {
    Optional<URI> id = id(request);
    long before = Query.number(request, "before").orElse(Long.MAX_VALUE);
    answer(
        request,
        (account, file) ->
            answers.steps(
                file,
                id.map(one -> database.authorityFiles().stepsOf(file, one, before, PAGE))
                    .orElseGet(() -> database.authorityFiles().steps(file, before, PAGE))));
  }

  private void change(RoutingContext request) {
    String body = Query.body(request);
    answer(
        request,
        (account, file) -> {
          long step = edits.change(file, Json.read(body, EntityWish.class), account);
          return done(file, step);
        });
  }

  private Done done(String file, long step) {
    return new Done(
        step,
        database.authorityFiles().changes(file, step, MOST).stream()
            .filter(change -> change.becomes().filter(Entity.class::isInstance).isPresent())
            .map(Change::id)
            .toList());
  }

  private void undo(RoutingContext request) {
    String number = request.pathParam("step");
    String body = Query.body(request);
    answer(
        request,
        (account, file) -> {
          Reason reason = Json.read(body, Reason.class);
          return done(file, edits.undo(file, number(number), reason.reason().orElse(""), account));
        });
  }

  private static long number(String step) {
    try {
      return Long.parseLong(step);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("“%s” is no number of a step".formatted(step), wrong);
    }
  }

  private void proposals(RoutingContext request) {
    boolean decided = Query.word(request, "decided").isPresent();
    answer(
        request,
        (account, file) ->
            database.authorityFiles().proposals(file, !decided, MOST).stream()
                .map(answers::proposal)
                .toList());
  }

  private void propose(RoutingContext request) {
    String body = Query.body(request);
    answer(
        request,
        (account, file) ->
            answers.proposal(edits.propose(file, Json.read(body, EntityWish.class), account)));
  }

  private void decide(RoutingContext request) {
    String id = request.pathParam("proposal");
    String body = Query.body(request);
    answer(
        request,
        (account, file) -> {
          Decided decided = Json.read(body, Decided.class);
          return answers.proposal(
              edits.decide(file, id, decided.outcome(), decided.answer().orElse(""), account));
        });
  }

  private void withdraw(RoutingContext request) {
    String id = request.pathParam("proposal");
    answer(request, (account, file) -> answers.proposal(edits.withdraw(file, id, account)));
  }
}
