package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.NamedVersion;

/**
 * Names for revisions. Who may name one may also change and take away what they named themselves;
 * for what others named it takes one right more.
 */
final class VersionRoutes {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2_000;
  private static final int MOST = 1_000;

  private final Database database;
  private final Admission admission;
  private final Reply reply;

  VersionRoutes(Database database, Admission admission, Reply reply) {
    this.database = database;
    this.admission = admission;
    this.reply = reply;
  }

  private record Told(
      String id,
      long revision,
      String name,
      String note,
      String author,
      String authorName,
      Instant at) {}

  record Naming(Optional<Long> revision, String name, Optional<String> note) {
    Naming {
      if (Objects.requireNonNull(name, "name").isBlank() || name.length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "the name of a version has 1 to %d characters".formatted(LONGEST_NAME));
      }
      if (note.orElse("").length() > LONGEST_NOTE) {
        throw new IllegalArgumentException(
            "the note of a version has at most %d characters".formatted(LONGEST_NOTE));
      }
    }
  }

  void on(Routes routes) {
    routes.get("/api/documents/:document/versions", Operation.LIST_VERSIONS, this::list);
    routes.post("/api/documents/:document/versions", Operation.NAME_VERSION, this::add);
    routes.put(
        "/api/documents/:document/versions/:version", Operation.RENAME_VERSION, this::rename);
    routes.delete(
        "/api/documents/:document/versions/:version", Operation.REMOVE_VERSION, this::remove);
  }

  private void list(RoutingContext request) {
    reply.of(request, reply.about(request, (account, row) -> told(row)));
  }

  private List<Told> told(DocumentRow row) {
    return database.versions().of(row.id()).stream().map(this::told).toList();
  }

  private Told told(NamedVersion version) {
    String name =
        database.accounts().byId(version.author()).map(Account::name).orElse(version.author());
    return new Told(
        version.id(),
        version.revision(),
        version.name(),
        version.note(),
        version.author(),
        name,
        version.at());
  }

  private void add(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.about(
            request, (account, row) -> told(added(account, row, Json.read(body, Naming.class)))));
  }

  private NamedVersion added(Account account, DocumentRow row, Naming naming) {
    if (database.versions().of(row.id()).size() >= MOST) {
      throw new Refusal(FailureCode.TOO_MANY, "the document has %d named versions".formatted(MOST));
    }
    return database
        .versions()
        .add(
            row.id(),
            naming.revision().orElse(row.revision()),
            naming.name().strip(),
            naming.note().orElse(""),
            account.id());
  }

  private void rename(RoutingContext request) {
    String body = Query.body(request);
    change(
        request,
        version -> {
          Naming naming = Json.read(body, Naming.class);
          database
              .versions()
              .rename(version.id(), naming.name().strip(), naming.note().orElse(version.note()));
        });
  }

  private void remove(RoutingContext request) {
    change(request, version -> database.versions().remove(version.id()));
  }

  private void change(RoutingContext request, Consumer<NamedVersion> change) {
    String id = request.pathParam("version");
    Subject subject = Admitted.of(request).subject().orElseThrow();
    reply.of(
        request,
        reply.about(
            request,
            (account, row) -> {
              change.accept(changeable(id, row, subject));
              return told(row);
            }));
  }

  private NamedVersion changeable(String id, DocumentRow row, Subject subject) {
    NamedVersion version =
        database
            .versions()
            .find(row.id(), id)
            .orElseThrow(
                () -> new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no version " + id));
    if (!version.author().equals(subject.account().id())) {
      admission.require(Operation.CHANGE_OTHERS_VERSION, subject, row);
    }
    return version;
  }
}
