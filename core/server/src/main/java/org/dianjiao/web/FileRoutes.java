package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.dianjiao.bus.FileContent;
import org.dianjiao.bus.InstanceClient;
import org.dianjiao.bus.LibraryEvent;
import org.dianjiao.bus.LibraryEvents;
import org.dianjiao.bus.PluginMessage.FileRead;
import org.dianjiao.bus.PluginMessage.FileWritten;
import org.dianjiao.bus.PluginMessage.ReadFile;
import org.dianjiao.exchange.BroughtIn;
import org.dianjiao.exchange.DocumentExport;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.exchange.ExportFormat;
import org.dianjiao.exchange.PlainTextReader;
import org.dianjiao.exchange.TeiKinds;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.FreeSpace;
import org.dianjiao.suggestion.Maker;

/** Files become documents, and documents files; in formats of the house and of plugins. */
final class FileRoutes {

  private static final int LONGEST_TITLE = 300;

  private final PlainTextReader reader;
  private final Database database;
  private final FreeSpace space;
  private final AuthorityDesk authority;
  private final long importBytes;
  private final PluginFiles plugins;
  private final InstanceClient instances;
  private final Reply reply;

  FileRoutes(
      Database database,
      FreeSpace space,
      AuthorityDesk authority,
      Limits limits,
      PluginFiles plugins,
      InstanceClient instances,
      Reply reply) {
    this.reader = new PlainTextReader(limits);
    this.database = database;
    this.space = space;
    this.authority = authority;
    this.importBytes = limits.importBytes();
    this.plugins = plugins;
    this.instances = instances;
    this.reply = reply;
  }

  private record Added(String id, String title) {}

  /** A file to be sent: its name, its type, and what is in it. */
  private record Written(String name, String mediaType, Buffer content) {}

  void on(Routes routes) {
    routes.get("/api/documents/:document/export", Operation.EXPORT_DOCUMENT, this::export);
    routes.post(
        "/api/projects/:project/documents", Operation.IMPORT_DOCUMENT, importBytes, this::add);
  }

  private void add(RoutingContext request) {
    String title = Query.word(request, "title").orElse("").strip();
    Buffer body = request.body().buffer();
    byte[] bytes = body == null ? new byte[0] : body.getBytes();
    reply.of(
        request,
        read(request, title, bytes)
            .compose(
                brought ->
                    reply.within(
                        request, (account, project) -> added(brought, project, account.id())))
            .onSuccess(added -> tell(request, added)));
  }

  private static void tell(RoutingContext request, Added added) {
    LibraryEvents.tell(request.vertx(), new LibraryEvent.DocumentChanged(added.id()));
  }

  /** What stands in the file, read by the plugin that the request names, or by the house. */
  private Future<BroughtIn> read(RoutingContext request, String title, byte[] bytes) {
    Optional<String> plugin = Query.word(request, "plugin");
    if (plugin.isEmpty()) {
      return reply.blocking(() -> BroughtIn.plain(titled(title), reader.read(bytes).text()));
    }
    String project = Admitted.of(request).project().orElseThrow();
    String file = Query.word(request, "file").orElse("");
    String format = Query.word(request, "format").orElse("");
    return reply
        .blocking(() -> room("imports and uploads"))
        .compose(
            v ->
                plugins.read(
                    project, plugin.get(), new ReadFile(format, file, FileContent.of(bytes))))
        .map(read -> brought(read, title, file, plugin.get()));
  }

  private static BroughtIn brought(FileRead read, String title, String file, String plugin) {
    String found = read.text().title().strip();
    String stem = file.replaceFirst("\\.[^.]*$", "").strip();
    String best =
        List.of(title, found, stem).stream().filter(t -> !t.isEmpty()).findFirst().orElse("");
    return new BroughtIn(
        titled(best),
        read.text().text(),
        read.text().annotations(),
        Optional.of(new Maker.ByPlugin(plugin, read.version())));
  }

  private static String titled(String title) {
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a title has 1 to %d characters".formatted(LONGEST_TITLE));
    }
    return title;
  }

  private Void room(String what) {
    space.require(what);
    return null;
  }

  private Added added(BroughtIn brought, String project, String account) {
    space.require("imports and uploads");
    DocumentRow row = DocumentImport.store(database, project, brought, account);
    return new Added(row.id(), row.title());
  }

  private void export(RoutingContext request) {
    String format = Query.word(request, "format").orElse("text");
    Query.word(request, "plugin")
        .map(plugin -> byPlugin(request, plugin, format))
        .orElseGet(() -> byTheHouse(request, format))
        .onSuccess(file -> Attachment.send(request, file.name(), file.mediaType(), file.content()))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private Future<Written> byTheHouse(RoutingContext request, String word) {
    return kinds()
        .compose(kinds -> reply.about(request, (account, row) -> written(row, word, kinds)));
  }

  private Written written(DocumentRow row, String word, TeiKinds kinds) {
    ExportFormat format = ExportFormat.of(word);
    space.require("exports");
    String content =
        new DocumentExport(database, Version.TEXT, kinds, project -> authority.seen(project).file())
            .write(row, format);
    return new Written(format.fileName(row.title()), format.mediaType(), Buffer.buffer(content));
  }

  /** What plugins say about kinds of annotations; nothing when nobody keeps plugins. */
  private Future<TeiKinds> kinds() {
    return instances
        .list()
        .map(listed -> DeclaredKinds.of(listed.plugins()))
        .otherwise(TeiKinds.NONE);
  }

  private Future<Written> byPlugin(RoutingContext request, String plugin, String format) {
    DocumentRow row = Admitted.of(request).document().orElseThrow();
    return reply
        .blocking(() -> room("exports"))
        .compose(v -> reply.blocking(() -> DocumentExport.marked(database, row)))
        .compose(text -> plugins.write(row.id(), plugin, format, text))
        .map(written -> written(row.title(), written));
  }

  private static Written written(String title, FileWritten file) {
    return new Written(
        ExportFormat.fileName(title, "." + file.extension()),
        file.mediaType(),
        Buffer.buffer(file.content().array()));
  }
}
