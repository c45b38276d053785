package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.web.BlindDesk.Merge;
import org.dianjiao.web.BlindDesk.Wanted;
import org.dianjiao.web.BlindView.Told;

/** Double work: passages that several people read blind, how far they agree, and who decides. */
final class BlindRoutes {

  private static final String ROUNDS = "/api/documents/:document/blind";
  private static final String ROUND = ROUNDS + "/:round";

  private final Vertx vertx;
  private final Database database;
  private final DocumentClient documents;
  private final Identity identity;
  private final Reply reply;
  private final BlindDesk desk;
  private final BlindComparison comparison;
  private final BlindView view;

  BlindRoutes(
      Vertx vertx,
      Database database,
      DocumentClient documents,
      Identity identity,
      BlindComparison comparison,
      Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.documents = documents;
    this.identity = identity;
    this.reply = reply;
    this.comparison = comparison;
    this.desk = new BlindDesk(database, comparison);
    this.view = new BlindView(database);
  }

  record Done(boolean done) {}

  record Rulings(List<BlindDesk.Decided> rulings) {
    Rulings {
      rulings = List.copyOf(rulings);
    }
  }

  record HandedOver(String account) {
    HandedOver {
      Objects.requireNonNull(account, "account");
    }
  }

  /** What came of a round. */
  private record Merged(Optional<Long> revision, int decided, Map<String, String> left) {}

  private record Attached(String csv) {}

  void on(Routes routes) {
    routes.get("/api/projects/:project/blind", Operation.LIST_BLIND_ROUNDS, this::list);
    routes.post(ROUNDS, Operation.START_BLIND_ROUND, this::start);
    routes.get(ROUND, Operation.SEE_BLIND_ROUND, this::show);
    routes.get(ROUND + "/agreement.csv", Operation.EXPORT_AGREEMENT, this::table);
    routes.put(ROUND + "/done", Operation.FINISH_BLIND_WORK, this::setDone);
    routes.put(ROUND + "/rulings", Operation.RULE_ON_DIFFERENCE, this::rule);
    routes.put(ROUND + "/adjudicator", Operation.HAND_OVER_BLIND_ROUND, this::handOver);
    routes.post(ROUND + "/close", Operation.CLOSE_BLIND_ROUND, this::close);
    routes.delete(ROUND, Operation.ABANDON_BLIND_ROUND, this::abandon);
  }

  private void list(RoutingContext request) {
    reply.of(request, reply.within(request, this::rounds));
  }

  private List<Told> rounds(Account account, String project) {
    Optional<Role> member = identity.role(project, account);
    return database.blind().of(project).stream()
        .filter(round -> round.isKnownTo(account.id(), member))
        .map(round -> view.told(round, account, member))
        .toList();
  }

  private void start(RoutingContext request) {
    String body = Query.body(request);
    answer(
        request,
        reply.about(
            request,
            (account, source) -> {
              BlindRound round = desk.start(account, source, Json.read(body, Wanted.class));
              return view.told(round, account, identity.role(source.project(), account));
            }));
  }

  /** Answers, and has everybody's rights on the copies read again. */
  private void answer(RoutingContext request, Future<?> done) {
    reply.of(request, done.onSuccess(told -> changed(request)));
  }

  private void changed(RoutingContext request) {
    Admitted admitted = Admitted.of(request);
    PeopleEvents.tell(
        vertx,
        new PeopleEvent.RightsChanged(
            admitted.project().orElseThrow(), admitted.account().orElseThrow().id()));
  }

  private void show(RoutingContext request) {
    String round = request.pathParam("round");
    reply.of(
        request,
        reply.about(
            request,
            (account, source) -> {
              Optional<Role> member = identity.role(source.project(), account);
              BlindRound found = desk.known(source, round, account, member);
              Told told = view.told(found, account, member);
              List<Account> judges = told.abandons() ? desk.judges(found) : List.of();
              return told.open()
                  ? view.whole(told, found, judges, comparison.of(found))
                  : BlindView.shut(told, judges);
            }));
  }

  private void table(RoutingContext request) {
    String round = request.pathParam("round");
    reply
        .about(
            request,
            (account, source) -> {
              Optional<Role> member = identity.role(source.project(), account);
              BlindRound found = desk.known(source, round, account, member);
              Told told = view.told(found, account, member);
              if (!told.open()) {
                throw new Refusal(
                    FailureCode.NOT_PERMITTED, "nobody is told yet how far the two agree");
              }
              return new Attached(view.csv(found, comparison.of(found)));
            })
        .onSuccess(attached -> CsvTable.attach(request, "agreement", attached.csv()))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private BlindRound known(DocumentRow source, String round, Account account) {
    return desk.known(source, round, account, identity.role(source.project(), account));
  }

  private void setDone(RoutingContext request) {
    answer(
        request,
        wished(request, Done.class, (round, who, done) -> desk.setDone(round, who, done.done())));
  }

  private void rule(RoutingContext request) {
    Wish<Rulings> rule = (round, who, wanted) -> desk.rule(round, who, wanted.rulings());
    reply.of(request, wished(request, Rulings.class, rule).map(ruled -> new Done(true)));
  }

  private void handOver(RoutingContext request) {
    Wish<HandedOver> handOver = (round, who, to) -> desk.handOver(round, who, to.account());
    reply.of(request, wished(request, HandedOver.class, handOver));
  }

  /** What somebody wants of a round. */
  @FunctionalInterface
  private interface Wish<T> {
    void of(BlindRound round, Account account, T wanted);
  }

  /** Does what the body of a request says with the round that it names; answers what it said. */
  private <T> Future<T> wished(RoutingContext request, Class<T> form, Wish<T> wish) {
    String body = Query.body(request);
    String round = request.pathParam("round");
    return reply.about(
        request,
        (account, source) -> {
          T wanted = Json.read(body, form);
          wish.of(known(source, round, account), account, wanted);
          return wanted;
        });
  }

  private void close(RoutingContext request) {
    String round = request.pathParam("round");
    answer(
        request,
        reply
            .about(request, (account, source) -> desk.merge(known(source, round, account), account))
            .compose(
                merge ->
                    carriedOut(merge)
                        .compose(
                            done ->
                                reply.about(
                                    request,
                                    (account, source) ->
                                        closed(
                                            known(source, round, account),
                                            account,
                                            merge,
                                            done)))));
  }

  private Future<Optional<CommandDone>> carriedOut(Merge merge) {
    return merge.command().isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : documents.does(merge.command().get()).map(Optional::of);
  }

  private Merged closed(
      BlindRound round, Account account, Merge merge, Optional<CommandDone> done) {
    Map<String, String> left = new LinkedHashMap<>(merge.left());
    done.ifPresent(
        told ->
            told.skipped()
                .forEach(
                    skipped ->
                        left.put(
                            BlindDesk.difference(round, skipped.suggestion()), skipped.reason())));
    Optional<Long> revision =
        merge.merged().or(() -> done.filter(told -> told.decided() > 0).map(CommandDone::revision));
    desk.close(round, account, revision, left);
    return new Merged(revision, done.map(CommandDone::decided).orElse(0), left);
  }

  private void abandon(RoutingContext request) {
    String round = request.pathParam("round");
    answer(
        request,
        reply.about(
            request,
            (account, source) -> {
              BlindRound found = known(source, round, account);
              if (found.isWorker(account.id())) {
                throw new Refusal(
                    FailureCode.OWN_WORK,
                    "you work in this round yourself; it would show you the others' work");
              }
              database.blind().abandon(found.id(), account.id());
              return new Done(true);
            }));
  }
}
