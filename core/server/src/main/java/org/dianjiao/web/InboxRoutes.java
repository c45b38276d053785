package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Step;
import org.dianjiao.assignment.Task;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.RoundStep;
import org.dianjiao.document.News;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.exchange.Concerns;
import org.dianjiao.exchange.RoundNews;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;

/** What concerns somebody in the documents of their projects, and how far they have read it. */
final class InboxRoutes {

  /** So many pieces of news are told, the newest ones. */
  private static final int MOST = 200;

  /** So many assignments are marked as read at once. */
  private static final int MOST_SEEN = 1_000;

  private final Database database;
  private final Concerns concerns;
  private final AssignmentList assignments;
  private final Identity identity;
  private final RoundNews rounds;
  private final Reply reply;

  InboxRoutes(
      Database database,
      Chronicles chronicles,
      AssignmentList assignments,
      Identity identity,
      Reply reply) {
    this.database = database;
    this.identity = identity;
    this.rounds = new RoundNews(database);
    this.concerns = new Concerns(database, chronicles);
    this.assignments = assignments;
    this.reply = reply;
  }

  private record Told(
      String document,
      String title,
      News.Kind kind,
      long revision,
      String by,
      String byName,
      Instant at,
      int start,
      int end,
      String words,
      boolean read,
      Optional<Work> work,
      Optional<Round> round) {}

  /** What was done with which assignment. */
  private record Work(String assignment, Task task, Step step, int version) {}

  /** What was done with which round of double work. */
  private record Round(
      String round, org.dianjiao.blind.Task task, RoundStep.Deed deed, int number) {}

  private record Inbox(int unread, List<Told> news) {}

  record Seen(String assignment, int version) {}

  record SeenRound(String round, int number) {}

  record ReadUpTo(long revision, List<Seen> assignments, List<SeenRound> rounds) {
    ReadUpTo {
      assignments = List.copyOf(assignments);
      rounds = List.copyOf(rounds);
      int seen = assignments.size() + rounds.size();
      if (seen > MOST_SEEN) {
        throw new IllegalArgumentException(
            "%d assignments and rounds at once; %d at most".formatted(seen, MOST_SEEN));
      }
      if (revision < 1) {
        throw new IllegalArgumentException("revision " + revision + " is below 1");
      }
    }
  }

  void on(Routes routes) {
    routes.get("/api/inbox", Operation.SEE_INBOX, this::show);
    routes.put("/api/documents/:document/inbox", Operation.MARK_INBOX_READ, this::markRead);
  }

  private void show(RoutingContext request) {
    reply.of(request, reply.by(request, this::inbox));
  }

  /** A token may reach less than its account. */
  private Inbox inbox(Subject subject) {
    Concerns.All found = concerns.of(subject.account(), subject::reaches);
    Map<String, String> names = new HashMap<>();
    List<Told> all = new ArrayList<>();
    found.rounds().forEach(round -> all.add(told(round, names)));
    found.said().forEach(said -> all.add(told(said, names)));
    all.addAll(given(found.given()));
    all.sort(Comparator.comparing(Told::at).reversed());
    int unread = (int) all.stream().filter(told -> !told.read()).count();
    return new Inbox(unread, all.subList(0, Math.min(MOST, all.size())));
  }

  private List<Told> given(List<Concerns.Given> given) {
    Map<String, Boolean> read = new HashMap<>();
    given.forEach(one -> read.put(one.assignment().id(), one.read()));
    List<Assignment> newest =
        given.stream()
            .map(Concerns.Given::assignment)
            .sorted(Comparator.comparing((Assignment a) -> a.last().at()).reversed())
            .limit(MOST)
            .toList();
    return assignments.told(newest).stream().map(a -> told(a, read.get(a.id()))).toList();
  }

  private static Told told(AssignmentList.Told a, boolean read) {
    return new Told(
        a.document(),
        a.title(),
        News.Kind.ASSIGNMENT,
        a.revision(),
        a.by(),
        a.byName(),
        a.changedAt(),
        a.passages().map(AssignmentList.Passages::start).orElse(0),
        a.passages().map(AssignmentList.Passages::end).orElse(0),
        a.note(),
        read,
        Optional.of(new Work(a.id(), a.task(), a.step(), a.version())),
        Optional.empty());
  }

  private Told told(Concerns.Round found, Map<String, String> names) {
    BlindRound round = found.item().round();
    RoundStep step = found.item().step();
    return new Told(
        round.source(),
        found.source().title(),
        News.Kind.ROUND,
        round.revision(),
        step.by(),
        name(step.by(), names),
        step.at(),
        round.start(),
        round.end(),
        "",
        found.item().read(),
        Optional.empty(),
        Optional.of(new Round(round.id(), round.task(), step.deed(), step.number())));
  }

  private String name(String account, Map<String, String> names) {
    return names.computeIfAbsent(
        account, id -> database.accounts().byId(id).map(Account::name).orElse(id));
  }

  private Told told(Concerns.Said said, Map<String, String> names) {
    DocumentRow row = said.document();
    News news = said.news();
    return new Told(
        row.id(),
        row.title(),
        news.kind(),
        news.revision(),
        news.by(),
        name(news.by(), names),
        news.at(),
        news.start(),
        news.end(),
        news.words(),
        said.read(),
        Optional.empty(),
        Optional.empty());
  }

  private void markRead(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.about(
            request,
            (account, row) -> {
              ReadUpTo told = Json.read(body, ReadUpTo.class);
              long known = Math.min(told.revision(), row.revision());
              database.inboxes().markRead(account.id(), row.id(), known);
              told.assignments().forEach(seen -> markRead(account, row, seen));
              Optional<Role> member = identity.role(row.project(), account);
              told.rounds()
                  .forEach(
                      seen ->
                          rounds.markRead(row.id(), seen.round(), account, member, seen.number()));
              return new ReadUpTo(known, told.assignments(), told.rounds());
            }));
  }

  /** What is not in this document, or does not concern them, is left alone. */
  private void markRead(Account account, DocumentRow row, Seen seen) {
    database
        .assignments()
        .find(row.id(), seen.assignment())
        .filter(a -> a.account().equals(account.id()) || a.giver().equals(account.id()))
        .ifPresent(
            a ->
                database
                    .assignments()
                    .markRead(a.id(), account.id(), Math.min(seen.version(), a.version())));
  }
}
