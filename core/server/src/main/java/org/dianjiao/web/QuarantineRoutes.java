package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Quarantine;

/** A document that cannot be opened: why, what is good of it, and its release. */
final class QuarantineRoutes {

  private final Database database;
  private final Reply reply;

  QuarantineRoutes(Database database, Reply reply) {
    this.database = database;
    this.reply = reply;
  }

  /** What can be told of it: the text is that of the last revision that can be read. */
  private record Trouble(
      Instant since, String reason, long revision, long lastRevision, String text) {}

  private record Released(String id) {}

  void on(Routes routes) {
    routes.get("/api/documents/:document/quarantine", Operation.SEE_QUARANTINE, this::show);
    routes.delete("/api/documents/:document/quarantine", Operation.LIFT_QUARANTINE, this::release);
  }

  private void show(RoutingContext request) {
    reply.of(request, reply.about(request, (account, row) -> trouble(row)));
  }

  private Trouble trouble(DocumentRow row) {
    Quarantine.Entry entry =
        database.quarantine().find(row.id()).orElseThrow(QuarantineRoutes::isNotIn);
    Document good = new Replay(database, row.id()).checked(row.revision(), each -> {}).state();
    return new Trouble(
        entry.since(), entry.reason(), good.revision(), row.revision(), good.text().toString());
  }

  private void release(RoutingContext request) {
    reply.of(request, reply.about(request, (account, row) -> released(row)));
  }

  private Released released(DocumentRow row) {
    if (!database.quarantine().release(row.id())) {
      throw isNotIn();
    }
    return new Released(row.id());
  }

  private static Refusal isNotIn() {
    return new Refusal(FailureCode.UNKNOWN_DOCUMENT, "this document is not in quarantine");
  }
}
