package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.dianjiao.audit.AuditEntry;
import org.dianjiao.audit.Outcome;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.AuditLog;
import org.dianjiao.storage.Database;

/** The audit log, for administrators, page by page. */
final class AuditRoutes {

  private static final int MOST = 500;
  private static final int USUAL = 100;

  private final Database database;
  private final Reply reply;

  AuditRoutes(Database database, Reply reply) {
    this.database = database;
    this.reply = reply;
  }

  private record Told(
      long number,
      Instant at,
      Outcome outcome,
      String operation,
      String account,
      String name,
      String thing,
      String address,
      String detail) {}

  void on(Routes routes) {
    routes.get("/api/audit", Operation.READ_AUDIT, this::list);
  }

  private void list(RoutingContext request) {
    long before = Query.number(request, "before").orElse(Long.MAX_VALUE);
    long most = Query.number(request, "limit").orElse((long) USUAL);
    int bounded = (int) Math.max(1, Math.min(MOST, most));
    AuditLog.Wanted wanted =
        new AuditLog.Wanted(
            Query.word(request, "since").map(AuditRoutes::instant),
            Query.word(request, "account"),
            Query.word(request, "operation"));
    reply.of(request, reply.signedIn(request, account -> told(wanted, before, bounded)));
  }

  private static Instant instant(String word) {
    try {
      return Instant.parse(word);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException("since \"" + word + "\" is no time in UTC", wrong);
    }
  }

  private List<Told> told(AuditLog.Wanted wanted, long before, int most) {
    return database.audit().read(wanted, before, most).stream().map(this::told).toList();
  }

  private Told told(AuditEntry entry) {
    String account = entry.event().account();
    Optional<Account> known = database.accounts().byId(account);
    return new Told(
        entry.number(),
        entry.event().at(),
        entry.event().outcome(),
        entry.event().operation(),
        account,
        known.map(Account::name).orElse(""),
        entry.event().thing(),
        entry.event().address(),
        entry.event().detail());
  }
}
