package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.exchange.TallyDesk;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.review.Board;
import org.dianjiao.review.Tally;
import org.dianjiao.review.Tally.Deed;
import org.dianjiao.storage.Database;

/**
 * How a project comes on: how far its documents are and were, who did how much, and what became of
 * suggestions. All of it is counted in the logs.
 */
final class ProgressRoutes {

  /** So many days are drawn, the last ones; files hold all. */
  private static final int MOST_DAYS = 1_000;

  private static final int MOST_THROUGHPUT = 20_000;

  private final Database database;
  private final TallyDesk desk;
  private final Duration most;
  private final Reply reply;

  /**
   * The routes.
   *
   * @param most that counting may take for one answer
   * @param reply on threads of its own: nobody else waits while logs are read
   */
  ProgressRoutes(Database database, TallyDesk desk, Duration most, Reply reply) {
    this.database = database;
    this.desk = desk;
    this.most = most;
    this.reply = reply;
  }

  record DocumentShare(String id, String title, Board.Share share) {}

  record PersonWork(String account, String name, String colour, Map<String, Integer> times) {}

  record Decided(LocalDate day, String account, int decisions, int approvals) {}

  /**
   * One point of a calibration.
   *
   * @param from the least confidence of the band, from 0 to 1
   * @param to the confidence at which the next band begins
   * @param share of suggestions whose best candidate was accepted
   * @param low end of the interval of 95 %
   * @param high end of it
   */
  record Band(
      String plugin,
      String version,
      double from,
      double to,
      int decided,
      int accepted,
      int other,
      int corrected,
      int rejected,
      double share,
      double low,
      double high) {

    private static Band of(Tally.Trial trial) {
      return new Band(
          trial.plugin(),
          trial.version(),
          (double) trial.band() / Tally.BANDS,
          (double) (trial.band() + 1) / Tally.BANDS,
          trial.share().trials(),
          trial.accepted(),
          trial.other(),
          trial.corrected(),
          trial.rejected(),
          trial.share().share(),
          trial.share().low(),
          trial.share().high());
    }
  }

  record Progress(
      int needed,
      int behind,
      List<Board.Day> days,
      List<DocumentShare> documents,
      List<PersonWork> people,
      List<Decided> throughput,
      List<Band> calibration) {

    String name(String account) {
      return people.stream()
          .filter(person -> person.account().equals(account))
          .map(PersonWork::name)
          .findFirst()
          .orElse(account);
    }
  }

  void on(Routes routes) {
    String path = "/api/projects/:project/progress";
    routes.get(path, Operation.SEE_PROGRESS, this::show);
    routes.get(path + "/:table", Operation.EXPORT_PROGRESS, this::table);
  }

  private void show(RoutingContext request) {
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              Progress all = progress(project);
              return new Progress(
                  all.needed(),
                  all.behind(),
                  last(all.days(), MOST_DAYS),
                  all.documents(),
                  all.people(),
                  last(all.throughput(), MOST_THROUGHPUT),
                  all.calibration());
            }));
  }

  private static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private Progress progress(String project) {
    long until = System.nanoTime() + most.toNanos();
    int needed = database.projects().reviewSettings(project).approvals();
    TallyDesk.Counted counted = desk.of(project, () -> System.nanoTime() < until);
    Board board = Board.of(counted.tallies().values(), needed);
    List<DocumentShare> documents = new ArrayList<>();
    counted
        .tallies()
        .forEach(
            (row, tally) ->
                documents.add(new DocumentShare(row.id(), row.title(), Board.now(tally, needed))));
    return new Progress(
        needed,
        counted.behind(),
        board.days(),
        documents,
        people(board.work()),
        throughput(board.work()),
        board.trials().stream().map(Band::of).toList());
  }

  private List<PersonWork> people(List<Tally.Work> work) {
    Map<String, Map<String, Integer>> sums = new LinkedHashMap<>();
    for (Tally.Work one : work) {
      Map<String, Integer> sum = sums.computeIfAbsent(one.account(), id -> new LinkedHashMap<>());
      for (Deed deed : Deed.values()) {
        sum.merge(ProgressTables.word(deed), one.times(deed), Integer::sum);
      }
    }
    List<PersonWork> people = new ArrayList<>();
    sums.forEach(
        (id, sum) -> {
          Optional<Account> account = database.accounts().byId(id);
          people.add(
              new PersonWork(
                  id,
                  account.map(Account::name).orElse(id),
                  account.map(Account::colour).orElse("#666666"),
                  sum));
        });
    return people;
  }

  private static List<Decided> throughput(List<Tally.Work> work) {
    return work.stream()
        .map(
            one -> new Decided(one.day(), one.account(), one.decisions(), one.times(Deed.APPROVED)))
        .filter(one -> one.decisions() + one.approvals() > 0)
        .toList();
  }

  private void table(RoutingContext request) {
    ProgressTables table = ProgressTables.of(request.pathParam("table"));
    reply
        .within(request, (account, project) -> table.csv(progress(project)))
        .onSuccess(csv -> CsvTable.attach(request, table.word(), csv))
        .onFailure(failure -> Reply.error(request, failure));
  }
}
