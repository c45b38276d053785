package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.document.News;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.ProjectSummary;

/** What concerns somebody in the documents of their projects, and how far they have read it. */
final class InboxRoutes {

  /** So many pieces of news are told, the newest ones. */
  private static final int MOST = 200;

  private final Database database;
  private final Chronicles chronicles;
  private final Reply reply;

  InboxRoutes(Database database, Chronicles chronicles, Reply reply) {
    this.database = database;
    this.chronicles = chronicles;
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
      boolean read) {}

  private record Inbox(int unread, List<Told> news) {}

  record ReadUpTo(long revision) {
    ReadUpTo {
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
    reply.of(request, reply.signedIn(request, this::inbox));
  }

  /** Every log is read on, from where it was read to when somebody asked last. */
  private Inbox inbox(Account account) {
    Map<String, Long> read = database.inboxes().read(account.id());
    Map<String, String> names = new HashMap<>();
    List<Told> all = new ArrayList<>();
    for (ProjectSummary project : database.projects().of(account.id())) {
      for (DocumentRow row : database.projects().documents(project.project().id())) {
        long until = read.getOrDefault(row.id(), 0L);
        for (News news :
            chronicles.review(row.id(), row.revision(), past -> past.news(account.id()))) {
          all.add(told(row, news, news.revision() <= until, names));
        }
      }
    }
    all.sort(Comparator.comparing(Told::at).reversed());
    int unread = (int) all.stream().filter(told -> !told.read()).count();
    return new Inbox(unread, all.subList(0, Math.min(MOST, all.size())));
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
        read);
  }

  private void markRead(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.about(
            request,
            (account, row) -> {
              long revision = Json.read(body, ReadUpTo.class).revision();
              long known = Math.min(revision, row.revision());
              database.inboxes().markRead(account.id(), row.id(), known);
              return new ReadUpTo(known);
            }));
  }
}
