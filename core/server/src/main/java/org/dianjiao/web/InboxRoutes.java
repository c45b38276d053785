package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Step;
import org.dianjiao.assignment.Task;
import org.dianjiao.document.News;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.ProjectSummary;

/** What concerns somebody in the documents of their projects, and how far they have read it. */
final class InboxRoutes {

  /** So many pieces of news are told, the newest ones. */
  private static final int MOST = 200;

  /** So many assignments are marked as read at once. */
  private static final int MOST_SEEN = 1_000;

  private final Database database;
  private final Chronicles chronicles;
  private final AssignmentList assignments;
  private final Reply reply;

  InboxRoutes(Database database, Chronicles chronicles, AssignmentList assignments, Reply reply) {
    this.database = database;
    this.chronicles = chronicles;
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
      Optional<Work> work) {}

  /** What was done with which assignment. */
  private record Work(String assignment, Task task, Step step, int version) {}

  private record Inbox(int unread, List<Told> news) {}

  record Seen(String assignment, int version) {}

  record ReadUpTo(long revision, List<Seen> assignments) {
    ReadUpTo {
      assignments = List.copyOf(assignments);
      if (assignments.size() > MOST_SEEN) {
        throw new IllegalArgumentException(
            "%d assignments at once; %d at most".formatted(assignments.size(), MOST_SEEN));
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

  /** Every log is read on, from where it was read to when somebody asked last. */
  private Inbox inbox(Subject subject) {
    Account account = subject.account();
    Map<String, Long> read = database.inboxes().read(account.id());
    Map<String, String> names = new HashMap<>();
    List<Told> all = new ArrayList<>();
    Set<String> projects = new HashSet<>();
    for (ProjectSummary project : database.projects().of(account.id())) {
      if (!subject.reaches(project.project().id())) {
        continue; // a token may be narrower than its account
      }
      projects.add(project.project().id());
      for (DocumentRow row : database.projects().documents(project.project().id())) {
        long until = read.getOrDefault(row.id(), 0L);
        for (News news :
            chronicles.review(row.id(), row.revision(), past -> past.news(account.id()))) {
          all.add(told(row, news, news.revision() <= until, names));
        }
      }
    }
    all.addAll(given(account, projects));
    all.sort(Comparator.comparing(Told::at).reversed());
    int unread = (int) all.stream().filter(told -> !told.read()).count();
    return new Inbox(unread, all.subList(0, Math.min(MOST, all.size())));
  }

  /** What somebody else did last with work that this person got or gave. */
  private List<Told> given(Account account, Set<String> projects) {
    Map<String, Integer> read = database.assignments().read(account.id());
    List<Assignment> news =
        database.assignments().concerning(account.id()).stream()
            .filter(a -> a.isNewsTo(account.id()) && projects.contains(a.project()))
            .sorted(Comparator.comparing((Assignment a) -> a.last().at()).reversed())
            .limit(MOST)
            .toList();
    return assignments.told(news).stream()
        .map(a -> told(a, read.getOrDefault(a.id(), 0) >= a.version()))
        .toList();
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
        Optional.of(new Work(a.id(), a.task(), a.step(), a.version())));
  }

  private Told told(DocumentRow row, News news, boolean read, Map<String, String> names) {
    String name =
        names.computeIfAbsent(
            news.by(), id -> database.accounts().byId(id).map(Account::name).orElse(id));
    return new Told(
        row.id(),
        row.title(),
        news.kind(),
        news.revision(),
        news.by(),
        name,
        news.at(),
        news.start(),
        news.end(),
        news.words(),
        read,
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
              return new ReadUpTo(known, told.assignments());
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
