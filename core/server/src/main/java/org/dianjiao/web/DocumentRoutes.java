package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.bus.InstanceClient;
import org.dianjiao.document.Change;
import org.dianjiao.document.Disclosure;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.exchange.DocumentExport;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.exchange.ExportFormat;
import org.dianjiao.exchange.PlainTextReader;
import org.dianjiao.exchange.Replay;
import org.dianjiao.exchange.TeiKinds;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.FreeSpace;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/** What one can know about a document without opening it. */
final class DocumentRoutes {

  private static final String IMPORT = "/api/projects/:project/documents";

  private static final int MOST_HISTORY = 500;
  private static final int USUAL_HISTORY = 100;
  private static final int MOST_INSERTED = 20_000;
  private static final int EXCERPT = 20;
  private static final int LONGEST_TITLE = 300;

  private final PlainTextReader reader;
  private final Database database;
  private final Identity identity;
  private final FreeSpace space;
  private final long importBytes;
  private final InstanceClient instances;
  private final Reply reply;

  DocumentRoutes(
      Database database,
      Identity identity,
      FreeSpace space,
      Limits limits,
      InstanceClient instances,
      Reply reply) {
    this.reader = new PlainTextReader(limits);
    this.database = database;
    this.identity = identity;
    this.space = space;
    this.importBytes = limits.importBytes();
    this.instances = instances;
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
    routes.get("/api/documents/:document/export", Operation.EXPORT_DOCUMENT, this::export);
    routes.post(IMPORT, Operation.IMPORT_DOCUMENT, importBytes, this::add);
  }

  private void about(RoutingContext request) {
    reply.of(request, reply.about(request, this::about));
  }

  private About about(Account account, DocumentRow row) {
    return new About(
        row.id(), row.title(), row.project(), identity.role(row, account), row.revision());
  }

  private record Added(String id, String title) {}

  private record Exported(DocumentRow row, String content) {}

  private void add(RoutingContext request) {
    String title = request.queryParam("title").stream().findFirst().orElse("").strip();
    Buffer body = request.body().buffer();
    byte[] bytes = body == null ? new byte[0] : body.getBytes();
    reply.of(
        request,
        reply.within(request, (account, project) -> added(account, project, title, bytes)));
  }

  private Added added(Account account, String project, String title, byte[] bytes) {
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a title has 1 to %d characters".formatted(LONGEST_TITLE));
    }
    space.require("imports and uploads");
    String text = reader.read(bytes).text();
    DocumentRow row = DocumentImport.store(database, project, title, text, account.id());
    return new Added(row.id(), row.title());
  }

  private void export(RoutingContext request) {
    String word = request.queryParam("format").stream().findFirst().orElse("text");
    kinds()
        .compose(
            kinds ->
                reply.about(request, (account, row) -> exported(row, ExportFormat.of(word), kinds)))
        .onSuccess(exported -> attach(request, exported, ExportFormat.of(word)))
        .onFailure(failure -> Reply.error(request, failure));
  }

  /** What plugins say about kinds of annotations; nothing when nobody keeps plugins. */
  private Future<TeiKinds> kinds() {
    return instances
        .list()
        .map(listed -> DeclaredKinds.of(listed.plugins()))
        .otherwise(TeiKinds.NONE);
  }

  private Exported exported(DocumentRow row, ExportFormat format, TeiKinds kinds) {
    space.require("exports");
    return new Exported(row, new DocumentExport(database, Version.TEXT, kinds).write(row, format));
  }

  private static void attach(RoutingContext request, Exported exported, ExportFormat format) {
    String name =
        URLEncoder.encode(format.fileName(exported.row().title()), StandardCharsets.UTF_8)
            .replace("+", "%20");
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
        .putHeader("Content-Security-Policy", "sandbox")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(exported.content());
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
              Disclosure.effects(change, viewer),
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
