package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.document.Change;
import org.dianjiao.document.Disclosure;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/** What one can know about a document without opening it. */
final class DocumentRoutes {

  private static final int MOST_HISTORY = 500;
  private static final int USUAL_HISTORY = 100;
  private static final int MOST_INSERTED = 20_000;
  private static final int MOST_EFFECTS = 1_000;
  private static final int EXCERPT = 20;

  private final Database database;
  private final Identity identity;
  private final Reply reply;

  DocumentRoutes(Database database, Identity identity, Reply reply) {
    this.database = database;
    this.identity = identity;
    this.reply = reply;
  }

  private record About(
      String id, String title, String project, Optional<Role> role, long revision) {}

  private record Past(
      long revision,
      String author,
      String name,
      String client,
      Instant at,
      ChangeSet changes,
      List<Effect> effects,
      String excerpt) {}

  void on(Routes routes) {
    routes.get("/api/documents/:document", Operation.SEE_DOCUMENT, this::about);
    routes.get("/api/documents/:document/history", Operation.READ_HISTORY, this::history);
  }

  private void about(RoutingContext request) {
    reply.of(request, reply.about(request, this::about));
  }

  private About about(Account account, DocumentRow row) {
    return new About(
        row.id(), row.title(), row.project(), identity.role(row, account), row.revision());
  }

  private void history(RoutingContext request) {
    long before = Query.number(request, "before").orElse(Long.MAX_VALUE);
    long most = Query.number(request, "limit").orElse((long) USUAL_HISTORY);
    int bounded = (int) Math.max(1, Math.min(MOST_HISTORY, most));
    reply.of(
        request,
        reply.about(request, (account, row) -> past(row.id(), before, bounded, account.id())));
  }

  private List<Past> past(String document, long before, int limit, String viewer) {
    List<LogEntry> newestFirst = database.changeLog().history(document, before, limit);
    if (newestFirst.isEmpty()) {
      return List.of();
    }
    List<LogEntry> entries = new ArrayList<>(newestFirst);
    Collections.reverse(entries);
    Document state = new Replay(database, document).at(entries.get(0).revision() - 1);
    Map<String, String> names = new HashMap<>();
    List<Past> past = new ArrayList<>();
    for (LogEntry entry : entries) {
      Change change = org.dianjiao.exchange.Operation.read(entry).change();
      state = state.apply(change);
      past.add(
          new Past(
              change.revision(),
              change.author(),
              names.computeIfAbsent(change.author(), this::name),
              change.client(),
              change.at(),
              shortened(change.changes()),
              shortened(Disclosure.effects(change, viewer)),
              excerpt(change.changes(), state.text())));
    }
    Collections.reverse(past);
    return past;
  }

  /** An import is as long as its text: of a change over the limit only the lengths are told. */
  private static ChangeSet shortened(ChangeSet changes) {
    return changes.newLength() - changes.length() > MOST_INSERTED
        ? ChangeSet.empty(changes.newLength())
        : changes;
  }

  /** Of a file with more annotations only that it was brought in. */
  private static List<Effect> shortened(List<Effect> effects) {
    return effects.size() <= MOST_EFFECTS
        ? effects
        : effects.stream().filter(effect -> !(effect instanceof Effect.AddAnnotation)).toList();
  }

  private static String excerpt(ChangeSet changes, Text after) {
    int[] first = {-1};
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) -> first[0] = first[0] < 0 ? fromB : first[0]);
    if (first[0] < 0) {
      return "";
    }
    Line line = after.lineAt(first[0]);
    int start = CodeUnits.floor(after, Math.max(line.start(), first[0] - EXCERPT));
    int end = CodeUnits.ceiling(after, Math.min(line.end(), first[0] + EXCERPT));
    return after.slice(start, end);
  }

  private String name(String account) {
    return database.accounts().byId(account).map(Account::name).orElse(account);
  }
}
