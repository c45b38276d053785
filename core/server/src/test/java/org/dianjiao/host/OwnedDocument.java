package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.DocumentReply.AnnotationsRead;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.document.Update;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.ChangeLog;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.text.ChangeSet;

/**
 * A real owner of a real document in a SQLite file, for tests to talk to over the bus, with two
 * people who annotate and one who reviews.
 */
final class OwnedDocument {

  static final String CLIENT = "client-of-the-editor";

  /** Under this name the editor sends edits. */
  static final String A = "browser-of-editor-a";

  /** Under this name the second editor does. */
  static final String B = "browser-of-editor-b";

  /** Under this name the reviewer sends what is not an edit. */
  static final String R = "review-of-the-reviewer";

  final Vertx vertx = Vertx.vertx();
  final Database database;
  final CommitQueue queue;
  final DocumentClient client = new DocumentClient(vertx, Duration.ofMinutes(1));
  final List<DocumentEvent> events = new CopyOnWriteArrayList<>();
  final String project;
  final String document;
  final Account editor;
  final Account second;
  final Account reviewer;

  OwnedDocument(Path folder, String text) {
    this(folder, text, log -> log);
  }

  /** A document whose changes are written through something else than the log itself. */
  OwnedDocument(Path folder, String text, UnaryOperator<ChangeLog> written) {
    database = Database.open(StorageSettings.defaults(folder));
    queue = new CommitQueue(written.apply(database.changeLog()));
    RecordCodec.register(vertx);
    project = database.projects().create("Test", DocumentImport.SYSTEM).id();
    document = DocumentImport.store(database, project, "Text", text, DocumentImport.SYSTEM).id();
    editor = person("an", Role.EDITOR);
    second = person("bo", Role.EDITOR);
    reviewer = person("ru", Role.REVIEWER);
    PluginClient plugins = new PluginClient(vertx, Duration.ofSeconds(10));
    await(
        vertx.deployVerticle(
            new LibraryVerticle("node", database, queue, plugins, Limits.defaults())));
    await(DocumentEvents.listen(vertx, document, events::add).ready());
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(90, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** One more person in the project. */
  Account person(String name, Role role) {
    Account account = database.accounts().create(name, "no password", false);
    database.projects().setRole(project, account.id(), role);
    return account;
  }

  DocumentOpened open(Account account) {
    return await(
        client.open(
            new DocumentCommand.OpenDocument(
                document, account.id(), "session", CLIENT, Optional.empty())));
  }

  /** What an account sees of the annotations and approvals in a range. */
  AnnotationsRead annotations(Account account, long revision, int start, int end) {
    return await(
        client.annotations(
            new DocumentCommand.ReadAnnotations(
                document, account.id(), revision, new TextRange(start, end), true, List.of())));
  }

  Future<CommandDone> submit(
      Account account, String editor, long sequence, long base, Update... updates) {
    return client.does(
        new DocumentCommand.SubmitChanges(
            document,
            account.id(),
            editor,
            sequence,
            base,
            List.of(updates),
            org.dianjiao.json.Json.text(List.of(updates))));
  }

  Update insert(int length, int at, String text, Effect... effects) {
    return new Update(ChangeSet.replace(length, at, at, text), List.of(effects));
  }

  List<Change> told() {
    List<Change> changes = new ArrayList<>();
    for (DocumentEvent event : events) {
      if (event instanceof DocumentEvent.ChangesCommitted committed) {
        changes.addAll(committed.changes());
      }
    }
    return changes;
  }

  void close() throws InterruptedException {
    await(vertx.close());
    queue.close();
    database.close();
  }
}
